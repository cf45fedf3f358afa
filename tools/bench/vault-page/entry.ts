/** The real vault beside the other way, in a page. Never part of the site. */
import { trustedScript } from '../../../src/kernel/script-address.ts';
import { createDeviceVault } from '../../../src/storage/device-vault.ts';
import { notesOf, recordStore } from '../records.ts';
import deriveAddress from './store-worker.ts?worker&url';

/** Nobody types words that open something faster. */
const typingMs = 500;

const vault = createDeviceVault();
const must = <T>(answer: { ok: true; value: T } | { ok: false; fault: string }): T => {
  if (!answer.ok) throw new Error(answer.fault);
  return answer.value;
};

async function timed(times: number, act: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now();
    await act();
    taken.push(performance.now() - start);
  }
  return taken;
}

let deriver: Worker | null = null;

function deriveOnce(worker: Worker): Promise<number> {
  return new Promise((done) => {
    worker.onmessage = ({ data }: MessageEvent<number>) => done(data);
    worker.postMessage(null);
  });
}

/** A worker that is there already, and has derived once: the library is loaded and compiled. */
async function derivations(times: number): Promise<number[]> {
  if (!deriver) {
    deriver = new Worker(trustedScript(deriveAddress), { type: 'module' });
    await deriveOnce(deriver);
  }
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) taken.push(await deriveOnce(deriver));
  return taken;
}

const bench = {
  derivations,
  /** Begins a plan of so many notes, or says why it cannot. */
  async begin(count: number): Promise<string> {
    must(await vault.wipe());
    const made = await vault.create('words', JSON.stringify(notesOf(count)));
    return made.ok ? 'ok' : made.fault;
  },
  /** From the press to the plan. The worker was started at the first key, as the screen does, and is new after every lock. */
  async openings(times: number): Promise<number[]> {
    const taken: number[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      vault.lock();
      vault.prepare();
      await new Promise((done) => setTimeout(done, typingMs));
      taken.push(...(await timed(1, async () => must(await vault.open('words')))));
    }
    return taken;
  },
  saves: (count: number, times: number) => timed(times, async () => must(await vault.save(JSON.stringify(notesOf(count))))),
  async records(count: number, times: number): Promise<{ put: number[]; load: number[] }> {
    indexedDB.deleteDatabase('bench');
    const records = await recordStore({ indexedDB, IDBKeyRange });
    for (const note of notesOf(count)) await records.put(note);
    const put = await timed(times, () => records.put({ id: 3, title: 'Note 3', text: 'changed' }));
    const load = await timed(5, () => records.loadAll());
    records.close();
    return { put, load };
  },
};

export type PageBench = typeof bench;
(window as unknown as { bench: PageBench }).bench = bench;
