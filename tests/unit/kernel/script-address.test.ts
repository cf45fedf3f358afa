import { afterEach, describe, expect, it, vi } from 'vitest';

type Rules = { createScriptURL(address: string): string };

afterEach(() => {
  delete (globalThis as { trustedTypes?: unknown }).trustedTypes;
  vi.resetModules();
});

async function load(createPolicy?: (name: string, rules: Rules) => Rules) {
  vi.resetModules();
  if (createPolicy) (globalThis as { trustedTypes?: unknown }).trustedTypes = { createPolicy };
  return import('../../../src/kernel/script-address.ts');
}

const ours = ['/sw.js', '/assets/store-worker-Ab_1-c.js', '/assets/choices-worker-Ab_1-c.js', '/assets/media-worker-Ab_1-c.js', '/storage/store-worker.ts?worker_file&type=module', '/storage/choices-worker.ts?worker_file&type=module', '/media/media-worker.ts?worker_file&type=module'];
const others = ['/sw.jsx', 'https://example.org/sw.js', '//example.org/sw.js', '/assets/main-a.js', '/assets/store-worker-a.js/../x.js', 'data:text/javascript,', '', '/assets/../store-worker-a.js', '/assets/other-worker-a.js', '/storage/media-worker.ts?worker_file&type=module', '/media/store-worker.ts?worker_file&type=module'];

describe('what may become a script', () => {
  it('are our four workers and nothing else, with and without Trusted Types', async () => {
    for (const createPolicy of [undefined, (_: string, rules: Rules) => rules]) {
      const { trustedScript } = await load(createPolicy);
      for (const address of ours) expect(trustedScript(address)).toBe(address);
      for (const address of others) expect(() => trustedScript(address), address).toThrow(TypeError);
    }
  });

  it('goes through one policy named app, made once', async () => {
    const createPolicy = vi.fn((_: string, rules: Rules) => rules);
    const { trustedScript } = await load(createPolicy);
    for (const address of ours) trustedScript(address);
    expect(createPolicy).toHaveBeenCalledTimes(1);
    expect(createPolicy.mock.calls[0]?.[0]).toBe('app');
  });
});
