/** What a kill may leave behind, and what it may not. */
import { statSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { containerBytes, layoutV1 } from '../../src/crypto/index.ts';
import { containerPath, isUnfinished, readContainer } from './container-file.ts';

export type Act = 'create' | 'save' | 'second' | 'change' | 'wipe';

export interface Tally {
  readonly kills: Record<Act, number>;
  /** Saves and other acts the page told us of before the blow. */
  acknowledged: number;
  /** The blow fell between the writes of an act or into one: a generation does not open, both passphrases do, or the salts are strangers. */
  inTheMiddle: number;
  /** Acts that left no trace: the blow fell before their first write was whole. */
  undone: number;
  /** Times the browser itself opened, at the next visit, what was found on the disk. */
  openedInBrowser: number;
  /** What must never be. */
  readonly faults: string[];
  version: string;
}

interface Plan {
  readonly passphrase: string;
  /** The number of its text as found after the last kill. */
  readonly found: number;
}

export interface State {
  plan: Plan | null;
  second: Plan | null;
  /** The number of the next text: later texts have greater ones. */
  next: number;
  /** The last kill fell into a wipe, and nothing opened any more. */
  wiped: boolean;
}

export type Fault = (what: string) => void;

/** Text number n, of a length and content that follow from n; also runs in the page. */
export function textOf(n: number): string {
  return `${n}:${`words of ${n} `.repeat(1 + ((n * 7_919) % 9_000))}`;
}

/** The number of a text, or `null`: it is not one of ours from end to end. */
function numberOf(text: string): number | null {
  const n = Number.parseInt(text, 10);
  return text === textOf(n) ? n : null;
}

interface Answered {
  readonly ok: boolean;
  readonly fault?: string;
  readonly value?: unknown;
}

const ask = (page: Page, call: string): Promise<Answered> => page.evaluate(`window.vault.${call}`) as Promise<Answered>;

/** Brings the plan into the state an act begins from, in the browser, and checks what the browser itself finds after the last kill. */
export async function openFirst(page: Page, act: Act, profile: string, state: State, tally: Tally, fault: Fault): Promise<void> {
  if (state.wiped) {
    const ended = await ask(page, 'ensureContainer()');
    if (!ended.ok || !['wiped', 'whole'].includes(String(ended.value))) fault(`the wipe was not ended: ${JSON.stringify(ended)}`);
    if (isUnfinished(profile)) fault('the wipe is still unfinished after the next visit');
    const path = containerPath(profile);
    if (path === null || statSync(path).size !== containerBytes(layoutV1)) fault('the container has another size after a wipe');
    state.wiped = false;
  }
  if (act === 'create') {
    // Left over from a wipe that was killed before it began: a new plan could be laid over it.
    if (state.plan) await ask(page, 'wipe()');
    state.plan = null;
    state.second = null;
    return;
  }
  if (!state.plan) {
    const passphrase = `words that were not killed ${state.next}`;
    const made = await ask(page, `create(${JSON.stringify(passphrase)}, ${JSON.stringify(textOf(state.next))})`);
    if (!made.ok) fault(`could not begin: ${made.fault}`);
    state.plan = { passphrase, found: state.next };
    state.next += 1;
    return;
  }
  const opened = await ask(page, `open(${JSON.stringify(state.plan.passphrase)})`);
  const text = (opened.value as { text?: string } | null | undefined)?.text;
  if (text === textOf(state.plan.found)) tally.openedInBrowser += 1;
  else fault(`the browser did not open text ${state.plan.found}: ${opened.fault ?? text?.slice(0, 20)}`);
}

/** That a plan nobody touched stands as it stood. */
async function isAsBefore(profile: string, plan: Plan | null): Promise<boolean> {
  return plan === null || (await readContainer(profile, plan.passphrase))?.text === textOf(plan.found);
}

async function lookAtSave(told: readonly string[], profile: string, state: State, tally: Tally, fault: Fault): Promise<void> {
  const plan = state.plan as Plan;
  const saved = told.filter((line) => line.startsWith('saved '));
  const last = saved.length > 0 ? Number(saved.at(-1)?.slice(6)) : plan.found;
  const read = await readContainer(profile, plan.passphrase);
  const number = read && numberOf(read.text);
  if (read === null) return fault('the plan does not open');
  if (number === null) return fault(`torn: ${read.text.slice(0, 40)}`);
  if (number < last) fault(`lost: ${last} was acknowledged and ${number} is there`);
  if (!(await isAsBefore(profile, state.second))) fault('another plan changed');
  tally.acknowledged += saved.length;
  if (read.otherLost) tally.inTheMiddle += 1;
  state.plan = { ...plan, found: number };
  // The page may have begun one more than it told.
  state.next = Math.max(number, last) + 2;
}

async function lookAtNew(n: number, passphrase: string, isTold: boolean, profile: string, tally: Tally, fault: Fault): Promise<Plan | null> {
  const read = await readContainer(profile, passphrase);
  if (read === null) {
    if (isTold) fault('a plan was begun, acknowledged and lost');
    tally.undone += 1;
    return null;
  }
  if (numberOf(read.text) !== n) fault(`torn or another text: ${read.text.slice(0, 40)}`);
  if (read.otherLost) tally.inTheMiddle += 1;
  return { passphrase, found: n };
}

async function lookAtChange(passphrase: string, isTold: boolean, profile: string, state: State, tally: Tally, fault: Fault): Promise<void> {
  const plan = state.plan as Plan;
  const before = await readContainer(profile, plan.passphrase);
  const after = await readContainer(profile, passphrase);
  if (isTold && (before || !after)) fault('an acknowledged change of passphrase does not hold');
  for (const read of [before, after]) if (read && numberOf(read.text) !== plan.found) fault('a change of passphrase changed the text');
  if (!before && !after) fault('a change of passphrase lost the plan');
  if (before && after) tally.inTheMiddle += 1;
  if (!after) tally.undone += 1;
  if (!(await isAsBefore(profile, state.second))) fault('another plan changed');
  state.plan = { ...plan, passphrase: after ? passphrase : plan.passphrase };
}

async function lookAtWipe(isTold: boolean, profile: string, state: State, tally: Tally, fault: Fault): Promise<void> {
  const plans = [state.plan, state.second].flatMap((plan) => (plan ? [plan] : []));
  const open: boolean[] = [];
  for (const plan of plans) open.push((await readContainer(profile, plan.passphrase)) !== null);
  if (isTold && open.includes(true)) fault('something opens after nothing should');
  if (new Set(open).size > 1) fault('one plan opens and another does not');
  if (isUnfinished(profile)) tally.inTheMiddle += 1;
  if (open[0] === true) {
    tally.undone += 1;
    return;
  }
  state.plan = null;
  state.second = null;
  state.wiped = true;
}

/** After the blow: reads the profile, and says what should not be so. */
export async function look(act: Act, n: number, passphrase: string, told: readonly string[], profile: string, state: State, tally: Tally, fault: Fault): Promise<void> {
  const isTold = told.includes('done');
  if (isTold) tally.acknowledged += 1;
  if (act !== 'save') state.next = n + 1;
  if (act === 'save') await lookAtSave(told, profile, state, tally, fault);
  else if (act === 'create') state.plan = await lookAtNew(n, passphrase, isTold, profile, tally, fault);
  else if (act === 'second') {
    if (!(await isAsBefore(profile, state.plan))) fault('another plan changed');
    state.second = await lookAtNew(n, passphrase, isTold, profile, tally, fault);
  } else if (act === 'change') await lookAtChange(passphrase, isTold, profile, state, tally, fault);
  else await lookAtWipe(told.includes('unreadable'), profile, state, tally, fault);
}
