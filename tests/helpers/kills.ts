/**
 * Kills a whole browser at a random moment of keeping, again and again, and
 * looks each time at what the disk holds: what was acknowledged, whole.
 *
 * An acknowledged text is one the page told us of before the blow. What stands
 * in the container is read from the profile with our own code, and opened by
 * the browser itself at the next visit. A killed process tells nothing about a
 * power cut: what was handed to the kernel is written all the same.
 */
import { mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../engines/random.ts';
import { containerPath } from './container-file.ts';
import { look, openFirst, textOf, type Act, type State, type Tally } from './kills-look.ts';
import { openMortal, type MortalName } from './mortal-browser.ts';

/** One life of a plan: each act ends in a kill. */
const life: readonly Act[] = ['create', 'save', 'save', 'save', 'save', 'second', 'save', 'save', 'change', 'save', 'save', 'wipe'];
const livesInOneProfile = 4;

/** Runs in the page. Tells of each answer on the console and goes on saving until it is killed. */
function begin(made: typeof textOf, act: Act, n: number, passphrase: string, keep: readonly string[]): void {
  const { vault } = window;
  const told = (answer: { readonly ok: boolean; readonly fault?: string }, what: string): boolean => {
    console.info(answer.ok ? what : `fault ${answer.fault}`);
    return answer.ok;
  };
  const saveOn = async (): Promise<void> => {
    let one = n;
    while (told(await vault.save(made(one)), `saved ${one}`)) one += 1;
  };
  const done = (answer: { readonly ok: boolean; readonly fault?: string }): boolean => told(answer, 'done');
  if (act === 'save') void saveOn();
  else if (act === 'create') void vault.create(passphrase, made(n)).then(done);
  else if (act === 'second') void vault.addSecond(passphrase, made(n), keep).then(done);
  else if (act === 'change') void vault.changePassphrase(passphrase).then(done);
  else void vault.wipe(() => console.info('unreadable')).then(done);
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Resolves when the container is first written to from now on; at the latest after five seconds. */
function firstWrite(profile: string): Promise<void> {
  const path = containerPath(profile);
  return new Promise((done) => {
    const end = (): void => {
      watcher?.close();
      clearTimeout(timer);
      done();
    };
    const timer = setTimeout(end, 5_000);
    const watcher = path === null ? null : watch(path, end);
  });
}

/** When the blow falls. Writes are short beside the derivation before them, so the first write is waited for. */
async function waitForTheMoment(act: Act, profile: string, isFresh: boolean, random: () => number, start: () => Promise<unknown>): Promise<void> {
  if (act === 'save') {
    await start();
    return pause(20 + random() * 280);
  }
  if (isFresh) {
    // The making of the container, the derivation and the two writes.
    await start();
    return pause(random() * 900);
  }
  const writing = firstWrite(profile);
  await start();
  await writing;
  return pause(random() * (act === 'wipe' ? 150 : 4));
}

/** One after the other on one profile after another, until there were so many kills. */
export async function killAgainAndAgain(name: MortalName, url: string, kills: number, seed: number, onKill: (tally: Tally) => void = () => undefined): Promise<Tally> {
  const random = randomFrom(seed);
  const tally: Tally = { kills: { create: 0, save: 0, second: 0, change: 0, wipe: 0 }, acknowledged: 0, inTheMiddle: 0, undone: 0, openedInBrowser: 0, faults: [], version: '' };
  let done = 0;
  for (let lives = 0; done < kills; lives += livesInOneProfile) {
    const profile = mkdtempSync(join(tmpdir(), 'kills-'));
    const state: State = { plan: null, second: null, next: 0, wiped: false };
    try {
      for (const act of Array.from({ length: livesInOneProfile }, () => life).flat()) {
        if (done >= kills) break;
        await killOnce(name, url, profile, act, state, random, tally);
        done += 1;
        onKill(tally);
      }
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return tally;
}

async function killOnce(name: MortalName, url: string, profile: string, act: Act, state: State, random: () => number, tally: Tally): Promise<void> {
  const isFresh = containerPath(profile) === null;
  const mortal = await openMortal(name, profile);
  tally.version = mortal.version;
  const told: string[] = [];
  mortal.page.on('console', (message) => told.push(message.text()));
  const fault = (what: string): void => void tally.faults.push(`kill ${Object.values(tally.kills).reduce((sum, one) => sum + one, 0)} (${act}): ${what}`);
  try {
    await mortal.page.goto(url);
    told.length = 0;
    await openFirst(mortal.page, act, profile, state, tally, fault);
    const n = state.next;
    const passphrase = act === 'save' ? '' : `words for ${act} ${n}`;
    const keep = state.second ? [state.second.passphrase] : [];
    const call = `(${String(begin)})(${String(textOf)}, ${JSON.stringify(act)}, ${n}, ${JSON.stringify(passphrase)}, ${JSON.stringify(keep)})`;
    await waitForTheMoment(act, profile, isFresh, random, () => mortal.page.evaluate(call));
    await mortal.kill();
    tally.kills[act] += 1;
    for (const line of told) if (!/^(saved|done|unreadable)/.test(line)) fault(`the page said: ${line}`);
    await look(act, n, passphrase, told, profile, state, tally, fault);
  } finally {
    await mortal.kill();
  }
}
