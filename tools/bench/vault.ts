/**
 * The price of the vault, all in one run: Argon2id three ways and PBKDF2; opening beside its
 * own derivation; saving one note beside a database with one encrypted record a note.
 * First in node with WebAssembly and a database in memory, then in a real Chromium with its
 * files, then the plan of the built site beside the limits of issue 6 (plan.ts). Ratios, not
 * what a telephone takes.
 */
import { pbkdf2 } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import {
  argonInScript, argonInWasm, createContainer, deriveAt, drawWords, fillRandom, headBytes, layoutV1, leastCost, longestText, newSlot, openSlot, standardCost, type Bytes, type Cost, type Derive, type Layout,
} from '../../src/crypto/index.ts';
import { createKeeper } from '../../src/storage/keeper.ts';
import type { SlotStore } from '../../src/storage/slot-store.ts';
import { ok } from '../../src/kernel/result.ts';
import { median } from './median.ts';
import { benchPlan, type PlanBench } from './plan.ts';
import { notesOf, recordStore } from './records.ts';
import { benchInBrowser, type VaultInBrowser } from './vault-browser.ts';
import { benchTiming, type TimingRow } from './vault-timing.ts';

interface DeriveRow {
  readonly cost: string;
  readonly hashWasmMs: number;
  readonly nobleMs: number;
  readonly pbkdf2Ms: number;
  readonly nobleTimes: number;
  readonly pbkdf2Times: number;
}

interface SaveRow {
  readonly notes: number;
  readonly slotKiB: number;
  readonly wholeSlotMs: number;
  readonly oneRecordMs: number;
  readonly wholeSlotLoadMs: number;
  readonly allRecordsLoadMs: number;
}

export interface VaultBench {
  readonly derive: readonly DeriveRow[];
  readonly open: { readonly derivationMs: number; readonly rightMs: number; readonly wrongMs: number; readonly ratio: number; readonly limit: number; readonly met: boolean };
  readonly makeMs: number;
  /** Notes of about 350 bytes that one plan holds. */
  readonly holds: number;
  readonly save: readonly SaveRow[];
  readonly timing: readonly TimingRow[];
  readonly inBrowser: VaultInBrowser;
  readonly plan: PlanBench;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function medianOf(times: number, act: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) taken.push(await timed(act));
  return median(taken);
}

const secret: Bytes = new TextEncoder().encode('a sentence to open it with');
const salt = new Uint8Array(32).fill(7);
const nameOf = ({ memoryKiB, passes }: Cost): string => `${memoryKiB / 1024} MiB, ${passes} passes`;

async function benchDerive(cost: Cost): Promise<DeriveRow> {
  await argonInWasm(secret, salt, cost);
  const hashWasmMs = await medianOf(5, () => argonInWasm(secret, salt, cost));
  const nobleMs = await medianOf(3, () => argonInScript(secret, salt, cost));
  const pbkdf2Ms = await medianOf(5, () => promisify(pbkdf2)(secret, salt, 600_000, 32, 'sha256'));
  return { cost: nameOf(cost), hashWasmMs, nobleMs, pbkdf2Ms, nobleTimes: nobleMs / hashWasmMs, pbkdf2Times: pbkdf2Ms / hashWasmMs };
}

/** Derivation and opening in turns, so that what else the machine does falls on both. */
async function benchOpen(): Promise<VaultBench['open']> {
  const derive = deriveAt(standardCost);
  const container = createContainer();
  const words = drawWords(5, fillRandom);
  const made = await newSlot(container, words, secret, [], derive);
  if (!made.ok) throw new Error(made.fault);
  for (const { patch } of made.value) container.set(patch.bytes, patch.offset);
  const head = container.subarray(0, headBytes(layoutV1));
  const taken = { raw: [] as number[], right: [] as number[], wrong: [] as number[] };
  for (let turn = 0; turn < 9; turn += 1) {
    taken.raw.push(await timed(() => argonInWasm(secret, salt, standardCost)));
    taken.right.push(await timed(() => openSlot(head, words, derive)));
    taken.wrong.push(await timed(() => openSlot(head, 'not these words', derive)));
  }
  const derivationMs = median(taken.raw);
  const rightMs = median(taken.right);
  const ratio = rightMs / derivationMs;
  return { derivationMs, rightMs, wrongMs: median(taken.wrong), ratio, limit: 1.15, met: ratio <= 1.15 };
}

/** A store in memory: saving pays for sealing and copying on our side, and the other side's database is in memory too. */
function memoryStore(bytes: Bytes): SlotStore {
  return {
    room: 'file',
    size: async () => ok(bytes.length),
    read: async (offset, length) => ok(bytes.slice(offset, offset + length)),
    write: async (offset, patch) => {
      bytes.set(patch, offset);
      return ok(undefined);
    },
    close: () => undefined,
  };
}

/** Opening without the derivation: it is the same for both and hides the rest. */
const noDerivation: Derive = async () => ok(new Uint8Array(32).fill(1));

async function benchSave(count: number, layout: Layout): Promise<SaveRow> {
  const notes = notesOf(count);
  const bytes = createContainer(fillRandom, layout);
  const keeper = createKeeper({ openStore: async () => ok(memoryStore(bytes)), derive: noDerivation, random: fillRandom, layout });
  const begun = await keeper.create('words', JSON.stringify(notes), [], false);
  if (!begun.ok) throw new Error(begun.fault);
  const wholeSlotMs = await medianOf(15, async () => {
    const saved = await keeper.save(JSON.stringify(notes));
    if (!saved.ok) throw new Error(saved.fault);
  });
  const wholeSlotLoadMs = await medianOf(7, async () => {
    const opened = await keeper.open('words', false);
    if (!opened.ok || !opened.value) throw new Error('it did not open');
    JSON.parse(opened.value.text);
  });
  const records = await recordStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  for (const note of notes) await records.put(note);
  const oneRecordMs = await medianOf(15, () => records.put({ id: 3, title: 'Note 3', text: 'changed' }));
  const allRecordsLoadMs = await medianOf(5, () => records.loadAll());
  records.close();
  return { notes: count, slotKiB: layout.slotBytes / 1024, wholeSlotMs, oneRecordMs, wholeSlotLoadMs, allRecordsLoadMs };
}

const rounded = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? Math.round(value * 100) / 100 : value])) as T;

export async function benchVault(): Promise<VaultBench> {
  const derive = [rounded(await benchDerive(leastCost)), rounded(await benchDerive(standardCost))];
  console.table(derive);
  const open = rounded(await benchOpen());
  console.table([open]);
  const makeMs = Math.round(await medianOf(5, async () => createContainer()));
  const save = [
    rounded(await benchSave(500, layoutV1)),
    // The container as it is holds about 700 such notes a plan; a slot of 1 MiB is measured to know what growing would cost.
    rounded(await benchSave(2_000, { ...layoutV1, slotBytes: 1024 * 1024, cellsPerSlot: 0 })),
  ];
  console.table(save);
  let holds = 0;
  while (JSON.stringify(notesOf(holds + 10)).length <= longestText()) holds += 10;
  console.info(`making the container in memory: ${makeMs} ms; one plan holds ${holds} such notes, 2,000 do not fit and are refused beside the field`);
  const timing = (await benchTiming()).map(rounded);
  console.table(timing);
  const measured = await benchInBrowser();
  const inBrowser = { ...rounded(measured), save: measured.save.map(rounded) };
  console.info(`in ${inBrowser.version}: opening ${inBrowser.openingMs} ms, derivation alone ${inBrowser.derivationMs} ms, ${inBrowser.ratio} times (limit 1.15)`);
  console.table(inBrowser.save);
  const plan = await benchPlan();
  return { derive, open, makeMs, holds, save, timing, inBrowser, plan };
}
