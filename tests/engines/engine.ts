/**
 * One small interface over three browser engines, so that one set of journeys
 * runs in all of them. What an engine cannot do it says, and the journey that
 * needs it says so in turn; nothing is passed over in silence.
 */
export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** What a function sent into a page may take. */
export type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [key: string]: Plain };

export type Key = 'Shift' | 'ShiftLeft' | 'ShiftRight' | 'Tab' | 'Enter' | 'Escape' | 'a';

/** A key on its own, or a second one while the first is held. */
export type Press = Key | readonly [Key, Key];

export interface Downloaded {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Tab {
  /** Goes to an address as if typed: a new history entry. Waits for the document, not for the app. */
  open(url: string): Promise<void>;
  url(): Promise<string>;
  /** Runs in the page, in one task, and gives back what it returned. */
  run<T, A extends readonly Plain[]>(act: (...args: A) => T, ...args: A): Promise<T>;
  /** A real press, where the element is. */
  click(selector: string): Promise<void>;
  /** Presses and releases each key in turn; a pair is held together. */
  keys(...presses: readonly Press[]): Promise<void>;
  /** Types into what has the focus, letter by letter, in any script. */
  typeText(text: string): Promise<void>;
  /** Picks a file of this disk in a file box. */
  setFile(selector: string, path: string): Promise<void>;
  /** Does what hands a file to the browser, and answers with the file as it then lies in its folder of downloads. */
  download(act: () => Promise<void>): Promise<Downloaded>;
  /** SIGKILL to every process of this browser that holds a page, and waits until they are gone; the browser itself goes on. How many there were. */
  killPages(): Promise<number>;
  /** A new tab of the same person, in place of this one, which is not used again. */
  newTab(): Promise<Tab>;
  /** The browser's own Back and Forward, not the page's. Does not wait for what they show. */
  goBack(): Promise<void>;
  goForward(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** The page as the browser prints it into a file, on A4. Null: this engine cannot without a person. */
  pdf(): Promise<Buffer | null>;
  /** Turns `navigator.onLine` as well as the network. False: this engine cannot. */
  setOffline(offline: boolean): Promise<boolean>;
  /** Really hides the tab behind another one and shows it again. False: this engine cannot. */
  hide(): Promise<boolean>;
  show(): Promise<void>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Where everything that is not localhost goes. */
  readonly proxyPort: number;
  readonly script: boolean;
  /** Firefox: keep pages for Back. Its driver loses sight of a tab that shows a kept page, so only one journey asks for it. */
  readonly keepPages: boolean;
}

export interface Engine {
  readonly name: EngineName;
  readonly version: string;
  /** A fresh person: nothing of an earlier visit is there. */
  newVisit(): Promise<Tab>;
  close(): Promise<void>;
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Asks again until the answer is yes; says what it waited for when it never was. */
export async function until(what: string, isSo: () => Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = Date.now() + withinMs;
  let last = '';
  while (Date.now() < end) {
    try {
      if (await isSo()) return;
      last = '';
    } catch (error) {
      // Between two documents there is no page to ask.
      last = ` (${String(error).split('\n', 1)[0]})`;
    }
    await pause(25);
  }
  throw new Error(`Waited ${withinMs} ms in vain: ${what}${last}`);
}
