import { beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../src/kernel/result.ts';
import type { Letter, Request } from '../../../src/storage/letters.ts';
import { askToStay, isStaying, spaceLeft } from '../../../src/storage/staying.ts';
import { createVault, type Vault, type WorkerPort } from '../../../src/storage/vault.ts';
import { must, seeded } from '../crypto/small.ts';
import { newDisk, tabOn, type Disk } from './disk.ts';

let disk: Disk;
let waits: number[];
let started: WorkerPort[];

/** A worker on this thread: the same keeper, letters that arrive later, and silence once it is stopped. */
function workerOn(shared: Disk): WorkerPort {
  let isRunning = true;
  const tell = (letter: Letter): void => {
    if (isRunning) port.onmessage?.({ data: letter });
  };
  const keeper = tabOn(shared, seeded(1), { onUnreadable: () => tell({ news: 'unreadable' }) });
  const port: WorkerPort = {
    onmessage: null,
    onerror: null,
    postMessage: ({ id, call, given }: Request) => {
      const act = keeper[call] as (...values: readonly unknown[]) => Promise<unknown>;
      void act(...structuredClone(given)).then((answer) => tell({ id, answer: structuredClone(answer) }), () => tell({ id, answer: fail('broken') }));
    },
    terminate: () => {
      isRunning = false;
      void keeper.close();
    },
  };
  started.push(port);
  return port;
}

const newVault = (startWorker: () => WorkerPort = () => workerOn(disk)): Vault => createVault({
  startWorker,
  pause: (ms) => {
    waits.push(ms);
    return new Promise((done) => setTimeout(done, 0));
  },
});

beforeEach(() => {
  disk = newDisk();
  waits = [];
  started = [];
});

describe('the vault', () => {
  it('is locked for everybody until something opens', async () => {
    const vault = newVault();
    expect(vault.state()).toEqual({ is: 'locked', because: null });
    expect(must(await vault.ensureContainer())).toBe('made');
    expect(must(await vault.open('p'))).toBeNull();
    expect(vault.state()).toEqual({ is: 'locked', because: null });
    must(await vault.create('p', 'one'));
    expect(vault.state().is).toBe('open');
  });

  it('keeps what was saved and forgets all at the lock, at once', async () => {
    const vault = newVault();
    const changes: string[] = [];
    const stop = vault.subscribe(() => changes.push(vault.state().is));
    must(await vault.create('p', 'one'));
    must(await vault.save('two'));
    vault.lock();
    expect(vault.state().is).toBe('locked');
    expect(await vault.save('three')).toEqual({ ok: false, fault: 'not-open' });
    expect(must(await vault.open('p'))?.text).toBe('two');
    vault.lock();
    vault.lock();
    expect(changes).toEqual(['open', 'locked', 'open', 'locked']);
    stop();
    must(await vault.open('p'));
    expect(changes).toHaveLength(4);
  });

  it('answers a call that the lock cut off', async () => {
    const vault = newVault();
    const opening = vault.create('p', 'one');
    vault.lock();
    expect(await opening).toEqual({ ok: false, fault: 'locked' });
    expect(vault.state().is).toBe('locked');
  });

  it('waits for a save under way before it locks by itself, but not for long', async () => {
    const vault = newVault();
    must(await vault.create('p', 'one'));
    const saving = vault.save('two');
    await vault.lockAfterSaving();
    expect(await saving).toEqual({ ok: true, value: undefined });
    expect(vault.state().is).toBe('locked');
    expect(must(await vault.open('p'))?.text).toBe('two');
    (started.at(-1) as WorkerPort).postMessage = () => undefined;
    const never = vault.save('three');
    await vault.lockAfterSaving();
    expect(await never).toEqual({ ok: false, fault: 'locked' });
  });

  it('makes each wrong try after the third wait longer, a right one just as long, and then forgets the count', async () => {
    const vault = newVault();
    must(await vault.create('p', 'one'));
    vault.lock();
    for (let turn = 0; turn < 10; turn += 1) expect(must(await vault.open('wrong'))).toBeNull();
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(vault.nextWaitMs()).toBe(30_000);
    expect(must(await vault.open('p'))?.text).toBe('one');
    expect(waits).toHaveLength(8);
    expect(vault.nextWaitMs()).toBe(0);
  });

  it('stops the worker after each try that opened nothing, so that no other tab is kept out', async () => {
    const vault = newVault();
    await vault.ensureContainer();
    await vault.open('wrong');
    expect(disk.holder).toBeNull();
    must(await newVault().create('p', 'one'));
    expect(await vault.open('p')).toEqual({ ok: false, fault: 'in-other-tab' });
    expect(vault.nextWaitMs()).toBe(0);
    expect(must(await vault.open('p', { takeOver: true }))?.text).toBe('one');
  });

  it('locks and says why when another tab takes over', async () => {
    const vault = newVault();
    must(await vault.create('p', 'one'));
    started[0]?.onmessage?.({ data: { news: 'taken-over' } });
    expect(vault.state()).toEqual({ is: 'locked', because: 'taken-over' });
    must(await vault.open('p'));
    expect(vault.state()).toEqual({ is: 'open', because: null });
  });

  it('passes every other call on', async () => {
    const vault = newVault();
    must(await vault.create('p', 'one'));
    must(await vault.addSecond('q', 'two'));
    must(await vault.changePassphrase('r'));
    must(await vault.removePlan());
    expect(vault.state().is).toBe('locked');
    expect([must(await vault.open('p')), must(await vault.open('r'))]).toEqual([null, null]);
    expect(must(await vault.open('q'))?.text).toBe('two');
    expect(await vault.exportBackup('')).toEqual({ ok: false, fault: 'empty' });
    expect(await vault.readBackup(new Uint8Array(3), 'x')).toEqual({ ok: false, fault: 'not-a-backup' });
  });

  it('keeps pictures and recordings of the open plan, leaves their bytes to the page, and has none when it is locked', async () => {
    const vault = newVault();
    must(await vault.create('p', 'one'));
    const mine = new Uint8Array([1, 2, 3]);
    must(await vault.putFile(1, mine));
    expect(mine).toEqual(new Uint8Array([1, 2, 3]));
    must(await vault.save('names place 1'));
    expect([must(await vault.getFile(1)), must(await vault.getFile(0))]).toEqual([mine, null]);
    expect([must(await vault.keepFiles([1])), must(await vault.keepFiles([])), must(await vault.getFile(1))]).toEqual([0, 1, null]);
    expect(await vault.putFile(2, mine), 'a place that is not there').toEqual({ ok: false, fault: 'broken' });
    expect(await vault.exportBackup('x', [1])).toEqual({ ok: false, fault: 'file-lost' });
    expect(vault.state().is).toBe('open');
    vault.lock();
    expect([await vault.putFile(1, mine), await vault.getFile(1), await vault.keepFiles([]), await vault.sealFile('x', 'x', [1])]).toEqual(Array.from({ length: 4 }, () => ({ ok: false, fault: 'not-open' })));
  });

  it('wipes without a passphrase, and says at once when nothing opens any more', async () => {
    must(await newVault().create('p', 'one'));
    const vault = newVault();
    const order: string[] = [];
    must(await vault.wipe(() => order.push('unreadable')));
    order.push('done');
    expect(order).toEqual(['unreadable', 'done']);
    expect(must(await vault.open('p'))).toBeNull();
  });

  it('says so in a browser that cannot start its worker', async () => {
    const old = newVault(() => {
      throw new TypeError('no module workers');
    });
    expect(await old.open('p')).toEqual({ ok: false, fault: 'no-worker' });
    const silent: WorkerPort = { postMessage: () => setTimeout(() => silent.onerror?.(undefined as never), 0), terminate: () => undefined, onmessage: null, onerror: null };
    expect(await newVault(() => silent).ensureContainer()).toEqual({ ok: false, fault: 'no-worker' });
  });
});

describe('whether it stays', () => {
  it('is what the browser says, or unknown', async () => {
    expect(await askToStay({ persist: async () => true })).toBe('stays');
    expect(await askToStay({ persist: async () => false })).toBe('may-go');
    expect(await isStaying({ persisted: async () => true })).toBe('stays');
    expect(await isStaying({ persisted: async () => false })).toBe('may-go');
    for (const none of [undefined, {}, { persist: () => Promise.reject(new Error()), persisted: () => Promise.reject(new Error()) }]) {
      expect([await askToStay(none), await isStaying(none)]).toEqual(['unknown', 'unknown']);
    }
  });

  it('tells the space left where the browser does', async () => {
    expect(await spaceLeft({ estimate: async () => ({ quota: 100, usage: 30 }) })).toBe(70);
    expect(await spaceLeft({ estimate: async () => ({ quota: 10, usage: 30 }) })).toBe(0);
    for (const none of [undefined, {}, { estimate: async () => ({}) }, { estimate: () => Promise.reject(new Error()) }]) expect(await spaceLeft(none)).toBeNull();
  });
});
