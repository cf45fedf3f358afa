/** Rows 1 to 18 of the requirements, each measured the same way on every subject, in a real browser. */
import { pause, until, type Press, type Tab } from './engine.ts';
import { before, type House } from './house.ts';
import type { Outside } from './outside.ts';
import type { Subject } from './subjects.ts';

export interface Scene {
  readonly tab: Tab;
  readonly subject: Subject;
  readonly outside: Outside;
  /** What the subject's own server was asked. */
  asked(): readonly string[];
  forget(): void;
  setNetwork(on: boolean): Promise<void>;
}

/** True or false as measured, or the reason why no machine can. */
export type Verdict = boolean | string;

async function visit({ tab, subject }: Scene, path: string): Promise<void> {
  // A departure of the last row may still be under way and would cross this arrival.
  await tab.open(before).catch(async () => {
    await pause(800);
    await tab.open(before);
  });
  await tab.open(`${subject.origin}${path}`);
  await until(`${path} is ready`, () => tab.run((mark) => document.documentElement.matches(mark), subject.readyMark));
}

async function press({ tab, subject }: Scene): Promise<void> {
  await tab.run((control) => document.querySelector<HTMLElement>(control)?.click(), subject.control);
}

/** Whether it comes about at all: a machine that runs three browsers may take its time, and none of this is about speed. */
export async function comes(isSo: () => Promise<boolean>, withinMs = 10_000): Promise<boolean> {
  try {
    await until('it comes about', isSo, withinMs);
    return true;
  } catch {
    return false;
  }
}

const gone = (scene: Scene): Promise<boolean> => comes(async () => (await scene.tab.url()).startsWith('https://www.bbc.co.uk/'));

const phoneAndComputer = [[320, 640], [1280, 800]] as const;

/** On every screen and both widths, scrolled to the end: is the control inside the window, and is it on top? */
async function placed(scene: Scene, ask: 'inside' | 'on top'): Promise<boolean> {
  const { tab, subject } = scene;
  let good = true;
  for (const [width, height] of phoneAndComputer) {
    await tab.resize(width, height);
    for (const screen of subject.screens) {
      await visit(scene, screen);
      const placed = await tab.run((control) => {
        window.scrollTo(0, document.documentElement.scrollHeight);
        const element = document.querySelector(control);
        const box = element?.getBoundingClientRect();
        if (!element || !box) return { inside: false, onTop: false };
        const inside = box.width > 0 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return { inside, onTop: hit !== null && element.contains(hit) };
      }, subject.control);
      good &&= ask === 'inside' ? placed.inside : placed.onTop;
    }
  }
  await tab.resize(900, 700);
  return good;
}

async function firstInOrder(scene: Scene): Promise<boolean> {
  await visit(scene, scene.subject.screens[0]);
  return scene.tab.run((control) => {
    const order = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')];
    const href = document.querySelector<HTMLAnchorElement>(control)?.href;
    return order.slice(0, 2).some((one) => one.matches(control) || (one as HTMLAnchorElement).href === href);
  }, scene.subject.control);
}

async function bigEnough(scene: Scene): Promise<boolean> {
  await scene.tab.resize(320, 640);
  await visit(scene, scene.subject.screens[0]);
  const box = await scene.tab.run((control) => {
    const found = document.querySelector(control)?.getBoundingClientRect();
    return { width: found?.width ?? 0, height: found?.height ?? 0 };
  }, scene.subject.control);
  await scene.tab.resize(900, 700);
  return box.width >= 44 && box.height >= 44;
}

/** The press, and in the same task what is still there to read, and how the page is named. No machine can judge an icon. */
async function atThePress(scene: Scene): Promise<{ blank: boolean; neutral: boolean; cleared: boolean }> {
  const { tab, subject } = scene;
  await visit(scene, subject.screens[0]);
  return tab.run(
    (control, words) => {
      const box = document.querySelector<HTMLInputElement>('input');
      if (box) box.value = 'canary';
      const title = document.title;
      document.querySelector<HTMLElement>(control)?.click();
      return {
        blank: !document.body.innerText.includes(words),
        neutral: document.title !== title,
        cleared: ![...document.querySelectorAll('input')].some(({ value }) => value === 'canary') && Object.keys(window.sessionStorage).length === 0,
      };
    },
    subject.control,
    subject.words,
  );
}

/** Through three screens by their links. */
async function walk(scene: Scene): Promise<{ length: number; addresses: readonly string[]; titles: readonly string[] }> {
  const { tab, subject } = scene;
  await visit(scene, subject.screens[0]);
  const length = await tab.run(() => history.length);
  const addresses = [await tab.url()];
  const titles = [await tab.run(() => document.title)];
  for (const link of subject.onward) {
    const shown = (): Promise<string> => tab.run(() => `${location.pathname} ${document.querySelector('h1')?.textContent ?? ''}`);
    const from = await shown();
    await tab.run((selector) => document.querySelector<HTMLElement>(selector)?.click(), link);
    await until(`${link} has led on`, async () => (await shown()) !== from);
    await until('the next screen is ready', () => tab.run((mark) => document.documentElement.matches(mark), subject.readyMark));
    addresses.push(await tab.url());
    titles.push(await tab.run(() => document.title));
  }
  return { length, addresses, titles };
}

async function leavesNoLength(scene: Scene): Promise<boolean> {
  const { length } = await walk(scene);
  await press(scene);
  return (await gone(scene)) && (await scene.tab.run(() => history.length)) === length;
}

async function saysNothing(scene: Scene): Promise<Verdict> {
  if (scene.subject.name !== 'ours') return 'not measured: the service, not the control, chooses addresses and titles';
  const { addresses, titles } = await walk(scene);
  return new Set(addresses).size === 1 && new Set(titles).size === 1 && !/abuse|violence|refuge|victim/i.test(addresses.join());
}

async function backIsNotOurs(scene: Scene): Promise<boolean> {
  const { tab, subject } = scene;
  await walk(scene);
  await press(scene);
  if (!(await gone(scene))) return false;
  await tab.goBack();
  await comes(async () => !(await tab.url()).startsWith('https://www.bbc.co.uk/'));
  return !(await tab.url()).startsWith(subject.origin);
}

async function worksOffline(scene: Scene): Promise<boolean> {
  const { tab, subject } = scene;
  await visit(scene, subject.screens[0]);
  await scene.setNetwork(false);
  await press(scene);
  const isNeutral = await comes(async () => {
    const address = await tab.url();
    const words = await tab.run(() => document.body.innerText.trim());
    return address.startsWith(subject.origin) && words.length > 0 && !words.includes(subject.words) && new URL(address).pathname !== subject.screens[0];
  }, 5_000);
  await scene.setNetwork(true);
  return isNeutral;
}

/** Until nothing has been asked of the subject's server for so long. */
async function quiet(scene: Scene, forMs: number): Promise<void> {
  let asked = scene.asked().length;
  let since = Date.now();
  for (const end = since + 40_000; Date.now() < end && Date.now() - since < forMs; ) {
    await pause(100);
    if (scene.asked().length !== asked) since = Date.now();
    asked = scene.asked().length;
  }
}

async function asksNothingElse(scene: Scene): Promise<boolean> {
  await visit(scene, scene.subject.screens[0]);
  // Until a busy machine has saved the whole copy.
  await quiet(scene, 3_000);
  scene.forget();
  await press(scene);
  const left = await gone(scene);
  await pause(700);
  return left && scene.asked().length === 0 && scene.outside.asked.length === 1;
}

async function sendsNoReferrer(scene: Scene): Promise<boolean> {
  await visit(scene, scene.subject.screens[0]);
  scene.outside.referrers.length = 0;
  await press(scene);
  return (await gone(scene)) && scene.outside.referrers.every((one) => one === null);
}

async function shiftWorks(scene: Scene): Promise<Record<'same' | 'mixed' | 'capitals' | 'onScreen' | 'reset', boolean>> {
  const { tab, subject } = scene;
  const tryKeys = async (keys: readonly Press[]): Promise<boolean> => {
    await visit(scene, subject.screens[0]);
    await tab.keys(...keys);
    return comes(async () => !(await tab.url()).startsWith(subject.origin), 3_000);
  };
  const same = await tryKeys(['ShiftLeft', 'ShiftLeft', 'ShiftLeft']);
  const mixed = await tryKeys(['ShiftLeft', 'ShiftRight', 'ShiftLeft']);
  const capitals = !(await tryKeys([['ShiftLeft', 'a'], ['ShiftLeft', 'a'], ['ShiftLeft', 'a']]));
  const reset = !(await tryKeys(['ShiftLeft', 'ShiftLeft', 'a', 'ShiftLeft']));
  await visit(scene, subject.screens[0]);
  await tab.run(() => {
    for (let nth = 0; nth < 3; nth += 1) {
      for (const type of ['keydown', 'keyup']) document.body.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', code: '', bubbles: true }));
    }
  });
  await pause(600);
  const onScreen = (await tab.url()).startsWith(subject.origin);
  return { same, mixed, capitals, onScreen, reset };
}

async function announces(scene: Scene): Promise<boolean> {
  const { tab, subject } = scene;
  const words = async (path: string): Promise<readonly string[]> => {
    await visit(scene, path);
    const said = (): Promise<string> => tab.run(() => [...document.querySelectorAll('[role="status"]')].map((one) => one.textContent?.trim()).filter(Boolean).join(' '));
    // What is said next; after seven seconds, when a count that began has stopped, whatever is there.
    const saidAfter = async (last: string): Promise<string> => {
      await comes(async () => (await said()) !== last, 7_000);
      return said();
    };
    await tab.keys('ShiftLeft');
    const two = await saidAfter('');
    if (two === '') return [''];
    await tab.keys('ShiftLeft');
    const one = await saidAfter(two);
    const expired = await saidAfter(one);
    const alert = await tab.run((control) => {
      document.querySelector<HTMLElement>(control)?.click();
      return document.querySelector('[role="alert"]') !== null;
    }, subject.control);
    await gone(scene);
    return [two, one, expired, alert ? 'alert' : ''];
  };
  const first = await words(subject.screens[0]);
  const second = subject.translated === null ? first : await words(subject.translated);
  return [...first, ...second].every((word) => word !== '') && first[0] !== second[0] && new Set(first).size === 4;
}

async function canSwitchOff(scene: Scene): Promise<boolean> {
  const { tab, subject } = scene;
  await visit(scene, subject.screens[2]);
  const off = await tab.run(() => {
    const choice = document.querySelector<HTMLElement>('input[value="off"]');
    choice?.click();
    return choice !== null;
  });
  await tab.keys('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
  await pause(600);
  const stayed = (await tab.url()).startsWith(subject.origin);
  await visit(scene, subject.home);
  return off && stayed && (await tab.run(() => /Shift/.test(document.body.innerText)));
}

export interface Measures {
  readonly verdicts: readonly Verdict[];
  readonly shift: Record<string, boolean>;
}

/** Everything that one window of the browser can measure; rows 11 and 14 need a window of their own. */
export async function measure(scene: Scene, house: House, special: { readonly standalone: Verdict; readonly noScript: Verdict }): Promise<Measures> {
  const inside = await placed(scene, 'inside');
  const onTop = inside && (await placed(scene, 'on top'));
  const first = await firstInOrder(scene);
  const size = await bigEnough(scene);
  const pressed = await atThePress(scene);
  const length = await leavesNoLength(scene);
  const quiet = await saysNothing(scene);
  const back = await backIsNotOurs(scene);
  const offline = await worksOffline(scene);
  const nothingElse = await asksNothingElse(scene);
  const shift = await shiftWorks(scene);
  const said = await announces(scene);
  const off = await canSwitchOff(scene);
  const referrer = await sendsNoReferrer(scene);
  house.calm();
  const verdicts = [inside, onTop, first, size, pressed.blank, pressed.neutral, length, quiet, back, offline, special.standalone, nothingElse, pressed.cleared, special.noScript, Object.values(shift).every(Boolean), said, off, referrer];
  return { verdicts, shift };
}
