/** How long what is kept will stay, as far as the browser says. */
export type Staying = 'stays' | 'may-go' | 'unknown';

type Manager = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>> | undefined;

/**
 * Asks the browser not to clear what is kept here. Only after a person chose to
 * keep something: Firefox asks them visibly. `may-go`: the browser may clear it
 * when space runs out, and Safari after seven days without a visit
 * (webkit.org/blog/14403, read 2026-11). `unknown`: it does not say. Never rejects.
 */
export async function askToStay(storage: Manager): Promise<Staying> {
  try {
    if (!storage?.persist) return 'unknown';
    return (await storage.persist()) ? 'stays' : 'may-go';
  } catch {
    return 'unknown';
  }
}

/** The same without asking for anything. */
export async function isStaying(storage: Manager): Promise<Staying> {
  try {
    if (!storage?.persisted) return 'unknown';
    return (await storage.persisted()) ? 'stays' : 'may-go';
  } catch {
    return 'unknown';
  }
}

/** Bytes the browser would still give; `null`: it does not say. Never rejects. */
export async function spaceLeft(storage: Manager): Promise<number | null> {
  try {
    const { quota, usage } = (await storage?.estimate?.()) ?? {};
    return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  } catch {
    return null;
  }
}
