/** Everything one file of journeys needs: an engine, the built site, and the world outside; and the words to use them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StaticServer } from '../../src/hosting/server.ts';
import { changeFile, copyBuild, guideForAll, listPages, serveBuild, type ListedPage } from '../helpers/server.ts';
import { launchChromium } from './chromium.ts';
import { pause, until, type Engine, type EngineName, type EngineOptions, type Tab } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { openOutside, type Outside } from './outside.ts';
import { launchWebKit } from './webkit.ts';

const launchers: Record<EngineName, (options: EngineOptions) => Promise<Engine>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
  webkit: launchWebKit,
};

/** The engine of this run; the configuration runs every file once for each. */
export const engineName = (process.env['ENGINE'] ?? 'chromium') as EngineName;

/** Where a visit comes from, and what Back must lead to after leaving. */
export const before = 'https://start.test/';
export const weather = 'https://www.bbc.co.uk/weather';

/** In a language that runs from right to left, the pages that differ in kind. */
const fromTheRight: readonly string[] = ['home', 'now', 'find', 'plan', 'request'];

/** tests/browser leaves from every guide in English. */
const differs = (route: string): boolean => route !== 'clock' && (!route.startsWith('read/') || route === guideForAll);

/** The pages a person can leave from: every one in English, and some in Urdu. */
export const routes: readonly ListedPage[] = listPages().filter(({ lang, route }) => differs(route) && (lang === 'en' || (lang === 'ur' && fromTheRight.includes(route))));

export interface House {
  readonly engine: Engine;
  readonly outside: Outside;
  readonly server: StaticServer;
  /** Everything answers again and nothing has been asked yet. */
  calm(): void;
  close(): Promise<void>;
}

/** What a person can have in front of them when they press. */
export type AppState = 'loaded' | 'never starts' | 'script off';

function fileOf(dist: string, source: RegExp): string {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string }>;
  const found = Object.entries(manifest).find(([name]) => source.test(name));
  if (!found) throw new Error(`No built file for ${source}`);
  return found[1].file;
}

export interface HouseOptions {
  readonly app?: AppState;
  /** Source of a screen whose script is broken in this build. */
  readonly broken?: RegExp;
  readonly keepPages?: boolean;
}

export async function openHouse({ app = 'loaded', broken, keepPages = false }: HouseOptions = {}): Promise<House> {
  const copy = copyBuild();
  if (app === 'never starts') changeFile(copy.dist, fileOf(copy.dist, /main\.tsx$/), (text) => `await new Promise(()=>{});${text}`);
  if (broken) changeFile(copy.dist, fileOf(copy.dist, broken), (text) => `throw new Error('broken on purpose');${text}`);
  const outside = await openOutside();
  const server = await serveBuild(copy.dist);
  const engine = await launchers[engineName]({ proxyPort: outside.proxyPort, script: app !== 'script off', keepPages });
  return {
    engine,
    outside,
    server,
    calm() {
      server.setMode('ok');
      outside.setMode('ok');
      server.requests.length = 0;
      outside.asked.length = 0;
    },
    async close() {
      await engine.close();
      await Promise.all([outside.close(), server.close()]);
      copy.remove();
    },
  };
}

/** The script of one screen or of the app, as the server sees it asked for. */
export function screenScript(source: RegExp): (path: string) => boolean {
  const file = `/${fileOf(join(import.meta.dirname, '../../dist'), source)}`;
  return (path) => path === file;
}

export const appReady = (tab: Tab): Promise<void> =>
  until('the app has started', () => tab.run(() => document.documentElement.dataset['app'] === 'ready'));

/** Until the copy for use offline is complete in the language of the page: ten seconds later where the app never starts. */
export const copySaved = (tab: Tab): Promise<void> =>
  until('the copy for use offline is complete', () => tab.run(() => document.documentElement.dataset['offline'] === 'ready'), 40_000);

/** From an ordinary page, as if typed. */
export async function arrive({ server }: House, tab: Tab, path: string): Promise<void> {
  await tab.open(before);
  await tab.open(`${server.url}${path}`);
}

export interface Look {
  readonly ms: number;
  readonly left: boolean;
  readonly words: string;
  readonly title: string;
}

/** Presses the exit and looks at the page in the same task, before anything else can happen. */
export function pressAndLook(tab: Tab): Promise<Look> {
  return tab.run(() => {
    const start = performance.now();
    document.querySelector<HTMLElement>('[data-exit]')?.click();
    const ms = performance.now() - start;
    return { ms, left: 'left' in document.documentElement.dataset, words: document.body.innerText.trim(), title: document.title };
  });
}

/** The longest a press may take until nothing of the page is there to see or hear: issue 3. */
export const coveredWithinMs = 50;

/** The one in the middle: a machine that runs three browsers at a time may stop any single page for a while. */
export function middleOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Infinity;
}

/** The word for a screen reader, in the languages of `routes`. */
const quietWords = 30;

export function faultsOf(look: Look): string[] {
  const { left, words, title } = look;
  return [
    ...(left ? [] : ['not covered']),
    ...(words.length > quietWords ? [`still shows: ${words.slice(0, 60)}`] : []),
    ...(title === words ? [] : [`title: ${title}`]),
  ];
}

export const isAt = (tab: Tab, url: string, withinMs?: number): Promise<void> =>
  until(`the address is ${url}`, async () => (await tab.url()) === url, withinMs);

/** Landed on the page outside, and its text is there. */
export async function isOutside(tab: Tab, url = weather): Promise<void> {
  await isAt(tab, url);
  await until('the page outside is shown', () => tab.run(() => document.getElementById('outside') !== null));
}

export async function isOnClock({ server }: House, tab: Tab, lang = 'en', withinMs?: number): Promise<void> {
  await isAt(tab, `${server.url}/${lang}/clock/`, withinMs);
  await until('the clock goes', () => tab.run(() => /\d\d:\d\d:\d\d/.test(document.querySelector('[data-here]')?.textContent ?? '')));
}

/** Until the tab has come to rest: the page that is there is the one in the address, and is whole. */
async function atRest(tab: Tab, from: string): Promise<string> {
  const rested = async (): Promise<boolean> => {
    const shown = await tab.run(() => (document.readyState === 'complete' ? location.href : ''));
    return shown !== from && shown === (await tab.url());
  };
  await until('the step has come to rest', rested).catch((error: unknown) => {
    // WebKit's driver may have lost the tab; elsewhere a step that leads nowhere is for the journey to judge.
    if (engineName === 'webkit') throw error;
  });
  return tab.url();
}

/** Back, and what is there; Forward, and what is there. */
export async function backAndForward(tab: Tab): Promise<{ readonly back: string; readonly forward: string }> {
  const landed = await tab.url();
  await tab.goBack();
  const back = await atRest(tab, landed);
  await tab.goForward();
  return { back, forward: await atRest(tab, back) };
}

/** What our own server was asked. The browser looks for a newer worker after each opening, whatever is pressed. */
export function askedOfUs({ server }: House): string[] {
  return server.requests.map(({ path }) => path).filter((path) => path !== '/sw.js');
}

/** Where an engine cannot be taken off the network, the page is told so and the servers drop every connection. */
export async function goOffline(house: House, tab: Tab): Promise<void> {
  house.server.setMode('down');
  house.outside.setMode('down');
  await tab.setOffline(true);
}

export async function tellOffline(tab: Tab): Promise<void> {
  await tab.run(() => {
    if (navigator.onLine) Object.defineProperty(navigator, 'onLine', { get: () => false });
  });
}

export async function goOnline(house: House, tab: Tab): Promise<void> {
  await tab.setOffline(false);
  house.calm();
}

export { pause, until };
