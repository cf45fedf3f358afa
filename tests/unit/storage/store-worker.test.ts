import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Call, Letter, Request } from '../../../src/storage/letters.ts';

/** The scope of a worker in a browser with a database and no files of our own, as far as it is used. */
function workerScope() {
  const letters: Letter[] = [];
  const scope = {
    navigator: {},
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    onmessage: null as ((event: { readonly data: Request }) => void) | null,
    postMessage: (letter: Letter) => void letters.push(letter),
    close: () => undefined,
  };
  let id = 0;
  async function ask(call: Call, ...given: readonly unknown[]): Promise<unknown> {
    const mine = (id += 1);
    scope.onmessage?.({ data: { id: mine, call, given } });
    const answered = (): Letter | undefined => letters.find((letter) => 'id' in letter && letter.id === mine);
    await vi.waitUntil(answered, { timeout: 50_000 });
    const letter = answered();
    return letter && 'answer' in letter ? letter.answer : null;
  }
  return { scope, ask };
}

afterEach(() => vi.unstubAllGlobals());

describe('the worker', () => {
  it('goes on with the plan that is open when its script is run a second time, as WebKit does once the database is loaded', async () => {
    const { scope, ask } = workerScope();
    vi.stubGlobal('self', scope);
    await import('../../../src/storage/store-worker.ts');
    expect(await ask('create', 'the heron stands', 'one', [], false)).toMatchObject({ ok: true, value: { room: 'database' } });
    vi.resetModules();
    await import('../../../src/storage/store-worker.ts');
    expect(await ask('save', 'two')).toEqual({ ok: true });
    expect(await ask('open', 'the heron stands', false)).toMatchObject({ ok: true, value: { text: 'two' } });
  });
});
