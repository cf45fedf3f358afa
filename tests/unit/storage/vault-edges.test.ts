/** The page's side of the vault against a worker that answers what a test says. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '../../../src/kernel/result.ts';
import type { Request } from '../../../src/storage/letters.ts';
import { createVault, type Vault, type WorkerPort } from '../../../src/storage/vault.ts';

interface FakeWorker extends WorkerPort {
  readonly asked: Request[];
  stopped: number;
}

let workers: FakeWorker[];
let waits: number[];
let vault: Vault;
/** Answers at once when set; else a test answers. */
let reply: ((request: Request) => unknown) | null;

function startWorker(): FakeWorker {
  const worker: FakeWorker = {
    asked: [], stopped: 0, onmessage: null, onerror: null,
    postMessage(request) {
      worker.asked.push(request);
      const answer = reply?.(request);
      if (answer !== undefined) queueMicrotask(() => worker.onmessage?.({ data: { id: request.id, answer } }));
    },
    terminate: () => void (worker.stopped += 1),
  };
  workers.push(worker);
  return worker;
}

beforeEach(() => {
  workers = [];
  waits = [];
  reply = null;
  vault = createVault({ startWorker, pause: async (ms) => void waits.push(ms) });
});

const plan = ok({ text: 'one', mayMissLastChange: false, room: 'file' as const });
const openIt = async (): Promise<void> => {
  reply = () => plan;
  await vault.open('p');
};

describe('what the page asks of the worker', () => {
  it('is the call with all it was given, each under a number of its own', async () => {
    reply = ({ call }) => (call === 'open' ? plan : ok(undefined));
    await vault.open('p', { takeOver: true });
    await vault.save('text');
    await vault.addSecond('q', 'other');
    await vault.addSecond('q', 'other', ['p']);
    await vault.changePassphrase('r');
    await vault.exportBackup('file');
    await vault.exportBackup('file', [2, 0]);
    await vault.sealFile('other text', 'file');
    await vault.sealFile('other text', 'file', [5]);
    await vault.putFile(3, new Uint8Array([7]));
    await vault.getFile(3);
    await vault.keepFiles([3]);
    await vault.readBackup(new Uint8Array([1]), 'file');
    const asked = workers.flatMap((worker) => worker.asked);
    expect(asked.map(({ call, given }) => [call, given])).toEqual([
      ['open', ['p', true]], ['save', ['text']], ['addSecond', ['q', 'other', []]], ['addSecond', ['q', 'other', ['p']]], ['changePassphrase', ['r']],
      ['exportBackup', ['file', []]], ['exportBackup', ['file', [2, 0]]], ['sealFile', ['other text', 'file', []]], ['sealFile', ['other text', 'file', [5]]],
      ['putFile', [3, new Uint8Array([7])]], ['getFile', [3]], ['keepFiles', [[3]]],
      ['readBackup', [new Uint8Array([1]), 'file']],
    ]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    expect(workers).toHaveLength(1);
  });

  it('takes over only when the person said so', async () => {
    reply = () => fail('in-other-tab');
    await vault.open('p');
    await vault.create('p', 'text');
    await vault.create('p', 'text', ['q'], { takeOver: true });
    expect(workers.flatMap((worker) => worker.asked).map(({ given }) => given)).toEqual([['p', false], ['p', 'text', [], false], ['p', 'text', ['q'], true]]);
  });

  it('is answered to whom it belongs, in any order, and a stray answer harms nobody', async () => {
    await openIt();
    reply = null;
    const [one, two] = [vault.save('1'), vault.save('2')];
    const [worker] = workers;
    const [first, second] = worker?.asked.slice(-2) ?? [];
    worker?.onmessage?.({ data: { id: 999, answer: ok(undefined) } });
    worker?.onmessage?.({ data: { id: second?.id ?? 0, answer: fail('quota-full') } });
    worker?.onmessage?.({ data: { id: first?.id ?? 0, answer: ok(undefined) } });
    expect([await one, await two]).toEqual([ok(undefined), fail('quota-full')]);
  });
});

describe('a worker', () => {
  it('that opened nothing is stopped after its answer; one that holds a plan is kept', async () => {
    reply = () => ok(null);
    await vault.open('wrong');
    reply = () => fail('already-used');
    await vault.create('p', '');
    reply = () => ok('whole');
    await vault.ensureContainer();
    reply = () => ok('text');
    await vault.readBackup(new Uint8Array(1), 'x');
    expect(workers.map(({ stopped }) => stopped)).toEqual([1, 1, 1, 1]);
    await openIt();
    reply = () => ok('whole');
    await vault.ensureContainer();
    await vault.readBackup(new Uint8Array(1), 'x');
    await vault.save('x');
    expect(workers.map(({ stopped }) => stopped)).toEqual([1, 1, 1, 1, 0]);
  });

  it('is not stopped while another call waits for it', async () => {
    const ensuring = vault.ensureContainer();
    const opening = vault.open('p');
    await Promise.resolve();
    const [worker] = workers;
    worker?.onmessage?.({ data: { id: worker.asked[0]?.id ?? 0, answer: ok('made') } });
    await ensuring;
    expect(worker?.stopped).toBe(0);
    worker?.onmessage?.({ data: { id: worker.asked[1]?.id ?? 0, answer: plan } });
    expect(await opening).toEqual(plan);
    expect(workers).toHaveLength(1);
  });

  it('that breaks answers everything that waits, and the vault is locked without a reason', async () => {
    await openIt();
    reply = null;
    const saving = vault.save('x');
    workers[0]?.onerror?.(undefined as never);
    expect(await saving).toEqual(fail('no-worker'));
    expect(vault.state()).toEqual({ is: 'locked', because: null });
    expect(workers[0]?.stopped).toBe(1);
  });

  it('that was taken over answers everything that waits by that name', async () => {
    await openIt();
    reply = null;
    const saving = vault.save('x');
    workers[0]?.onmessage?.({ data: { news: 'taken-over' } });
    expect(await saving).toEqual(fail('in-other-tab'));
    expect(vault.state()).toEqual({ is: 'locked', because: 'taken-over' });
  });

  it('that cannot be started is told for every call', async () => {
    const old = createVault({ startWorker: () => {
      throw new TypeError('no module workers');
    }, pause: async () => undefined });
    for (const answer of [await old.ensureContainer(), await old.create('p', ''), await old.save(''), await old.removePlan(), await old.wipe()]) expect(answer).toEqual(fail('no-worker'));
    expect(old.state()).toEqual({ is: 'locked', because: null });
  });
});

describe('the state', () => {
  it('is told when it changes and not when it does not', async () => {
    const told: string[] = [];
    vault.subscribe(() => told.push(`${vault.state().is} ${vault.state().because}`));
    vault.lock();
    await openIt();
    vault.lock();
    vault.lock();
    await openIt();
    workers.at(-1)?.onmessage?.({ data: { news: 'taken-over' } });
    workers.at(-1)?.onmessage?.({ data: { news: 'taken-over' } });
    vault.lock();
    expect(told).toEqual(['open null', 'locked null', 'open null', 'locked taken-over', 'locked null']);
  });

  it('stays open when removing the plan fails, and is locked when it succeeds', async () => {
    await openIt();
    reply = () => fail('quota-full');
    expect(await vault.removePlan()).toEqual(fail('quota-full'));
    expect(vault.state().is).toBe('open');
    reply = () => ok(undefined);
    expect(await vault.removePlan()).toEqual(ok(undefined));
    expect([vault.state().is, workers[0]?.stopped]).toEqual(['locked', 1]);
  });

  it('is locked after a wipe, also one that failed', async () => {
    for (const answer of [ok(undefined), fail('quota-full')]) {
      await openIt();
      reply = () => answer;
      expect(await vault.wipe()).toEqual(answer);
      expect(vault.state()).toEqual({ is: 'locked', because: null });
    }
  });

  it('of an open plan stands when a news of a wipe comes that nobody asked for', async () => {
    await openIt();
    workers[0]?.onmessage?.({ data: { news: 'unreadable' } });
    expect(vault.state().is).toBe('open');
  });
});

describe('waiting', () => {
  it('comes after the third wrong one only, doubles, and ends at thirty seconds; a fault is no wrong try', async () => {
    reply = () => fail('no-memory');
    for (let turn = 0; turn < 5; turn += 1) await vault.open('p');
    expect([vault.nextWaitMs(), waits]).toEqual([0, []]);
    reply = () => ok(null);
    const next: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      await vault.open('wrong');
      next.push(vault.nextWaitMs());
    }
    expect(next).toEqual([0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000]);
  });

  it('before locking by itself is none when nothing is under way, and a second at most', async () => {
    await openIt();
    await vault.lockAfterSaving();
    expect([waits, vault.state().is]).toEqual([[], 'locked']);
    await openIt();
    reply = null;
    const never = vault.save('x');
    await vault.lockAfterSaving();
    expect(await never).toEqual(fail('locked'));
    expect([waits.length, new Set(waits)]).toEqual([50, new Set([20])]);
  });

  it('before locking by itself ends with the last call that was under way, not with later ones', async () => {
    await openIt();
    reply = null;
    const saving = vault.save('x');
    const locking = vault.lockAfterSaving();
    const later = vault.save('y');
    const [worker] = workers;
    worker?.onmessage?.({ data: { id: worker.asked.at(-2)?.id ?? 0, answer: ok(undefined) } });
    await locking;
    expect([await saving, await later]).toEqual([ok(undefined), fail('locked')]);
    expect(waits.length).toBeLessThan(3);
  });
});

describe('getting ready while words are typed', () => {
  it('starts one worker, asks it nothing, and opens with it', async () => {
    vault.prepare();
    vault.prepare();
    expect(workers.map(({ asked }) => asked.length)).toEqual([0]);
    await openIt();
    expect(workers).toHaveLength(1);
  });

  it('is undone by a lock', () => {
    vault.prepare();
    vault.lock();
    expect(workers.map(({ stopped }) => stopped)).toEqual([1]);
  });
});

describe('words of a plan to keep', () => {
  it('that open nothing count as a wrong try, so that guessing is no quicker there', async () => {
    reply = () => fail('keep-unknown');
    for (let tries = 0; tries < 4; tries += 1) await vault.create('new', '', ['guess']);
    await vault.addSecond('new', '', ['guess']);
    expect(waits).toEqual([1_000, 2_000]);
    expect(vault.nextWaitMs()).toBe(4_000);
  });

  it('count nothing when it was something else that failed', async () => {
    reply = () => fail('quota-full');
    for (let tries = 0; tries < 4; tries += 1) await vault.create('new', '', ['words']);
    expect(vault.nextWaitMs()).toBe(0);
  });

  it('are not waited for by somebody who names none', async () => {
    reply = () => fail('keep-unknown');
    for (let tries = 0; tries < 3; tries += 1) await vault.create('new', '', ['guess']);
    reply = () => fail('quota-full');
    await vault.create('new', '');
    expect(waits).toEqual([]);
  });
});
