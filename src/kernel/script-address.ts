/**
 * The only addresses this site lets become scripts: the service worker, the
 * worker that holds the storage, the one that keeps settings and the one that
 * makes pictures small (the second form of these three is that of `npm run dev`).
 */
const ours = /^\/(?:sw\.js|assets\/(?:store|choices|media)-worker-[\w-]+\.js|(?:storage\/(?:store|choices)|media\/media)-worker\.ts\?[\w=&]+)$/;

type ScriptPolicy = { createScriptURL(address: string): unknown };
type PolicyFactory = {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
};

let policy: ScriptPolicy | null = null;

function checked(address: string): string {
  if (!ours.test(address)) throw new TypeError('Not a script of this site');
  return address;
}

/**
 * The address as a browser with Trusted Types asks for it; the plain text
 * elsewhere. The policy is made once: its name may be used only once.
 *
 * @throws TypeError for any other address: a programming mistake.
 */
export function trustedScript(address: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return checked(address);
  policy ??= factory.createPolicy('app', { createScriptURL: checked });
  // Worker() and register() take the trusted value; their types do not know of it yet.
  return policy.createScriptURL(address) as string;
}
