import { findProgram, openDisplay } from './display.ts';
import { nextDownload } from './downloads.ts';
import { until, type Engine, type EngineOptions, type Key, type Plain, type Tab } from './engine.ts';
import { makeHome, send, startDriver, type Driver } from './webkit-driver.ts';

/** Key values of the WebDriver recommendation, section 17.4.2. */
const values: Record<Key, string> = { Shift: '\uE008', ShiftLeft: '\uE008', ShiftRight: '\uE050', Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', a: 'a' };
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const miniBrowsers = ['/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser'];

/** A question put to a page in the moment it is replaced is never answered by this driver: it is given up, and whoever waits puts it again. */
const answersWithinMs = 3_000;

/** One start of its browser in some two hundred was seen to hang (2.50.6, six drivers on two cores; the others took up to 1.5 s). Nothing of ours has been opened by then. */
const startsAllowed = 3;

const down = (value: string): object => ({ type: 'keyDown', value });
const up = (value: string): object => ({ type: 'keyUp', value });

function keyActions(press: Key | readonly [Key, Key]): object[] {
  const [first, second] = typeof press === 'string' ? [press, null] : press;
  const inner = second ? [down(values[second]), up(values[second])] : [];
  return [down(values[first]), ...inner, up(values[first])];
}

interface Session {
  readonly tab: Tab;
  readonly version: string;
}

interface Means {
  readonly driver: Driver;
  /** Of a browser to be started; null: the one that the driver was brought to. */
  readonly binary: string | null;
  readonly downloads: string;
  readonly options: EngineOptions;
}

async function openSession({ driver, binary, downloads, options }: Means): Promise<Session> {
  // The proxy of the session's wishes is not heeded by this browser; that of its command line is.
  const outside = [`--proxy=http://127.0.0.1:${options.proxyPort}`, '--ignore-host=localhost', '--ignore-host=127.0.0.1', '--ignore-tls-errors'];
  // Scripts of the page are left out; the driver may still look.
  const args = ['--automation', ...outside, ...(options.script ? [] : ['--enable-javascript-markup=false'])];
  const alwaysMatch = {
    acceptInsecureCerts: true,
    // A page from the browser's memory never says that it has loaded: waiting is ours.
    pageLoadStrategy: 'none',
    timeouts: { pageLoad: 15_000, script: 10_000 },
    ...(binary === null ? {} : { 'webkitgtk:browserOptions': { binary, args } }),
  };
  const made = (await send(`${driver.address}/session`, 'POST', { capabilities: { alwaysMatch } })) as {
    sessionId: string;
    capabilities: { browserVersion: string };
  };
  const session = `${driver.address}/session/${made.sessionId}`;
  const post = (path: string, body: unknown = {}): Promise<unknown> => send(`${session}/${path}`, 'POST', body);
  const press = (actions: readonly object[]): Promise<unknown> => post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const evaluate = (script: string, args: readonly Plain[] = [], withinMs?: number): Promise<unknown> => send(`${session}/execute/sync`, 'POST', { script, args }, withinMs);
  const elementOf = async (selector: string): Promise<string> =>
    String(((await post('element', { using: 'css selector', value: selector })) as Record<string, string>)[elementKey]);
  const open = async (url: string): Promise<void> => {
    // A page that is just being left cannot be marked, and need not be.
    await evaluate('window.leftBehind = true', [], answersWithinMs).catch(() => undefined);
    await post('url', { url });
    await until(`${url} is open`, async () => (await evaluate('return !window.leftBehind && document.readyState !== "loading" && location.href === arguments[0]', [url], answersWithinMs)) === true, 15_000);
  };
  let first = '';
  let other = '';
  let isLost = false;
  const newWindow = async (): Promise<string> => ((await post('window/new', { type: 'tab' })) as { handle: string }).handle;
  const tab: Tab = {
    open,
    url: async () => String(await send(`${session}/url`, 'GET')),
    run: async <T, A extends readonly Plain[]>(act: (...args: A) => T, ...args: A) =>
      (await evaluate(`return (${String(act)})(...arguments)`, args, answersWithinMs)) as T,
    click: async (selector) => void (await post(`element/${await elementOf(selector)}/click`)),
    keys: async (...presses) => void (await press(presses.flatMap(keyActions))),
    typeText: async (text) => void (await press([...text].flatMap((letter) => [down(letter), up(letter)]))),
    setFile: async (selector, path) => void (await post(`element/${await elementOf(selector)}/value`, { text: path })),
    download: (act) => nextDownload(downloads, act),
    killPages: () => {
      isLost = true;
      return driver.killPages();
    },
    newTab: async () => {
      // With a page its session died too: another driver is brought to the same browser.
      if (isLost) {
        const taken = await openSession({ driver: await driver.takeOver(), binary: null, downloads, options });
        return taken.tab.newTab();
      }
      await post('window', { handle: await newWindow() });
      return tab;
    },
    goBack: async () => void (await post('back')),
    goForward: async () => void (await post('forward')),
    resize: async (width, height) => void (await post('window/rect', { width, height })),
    screenshot: async () => Buffer.from(String(await send(`${session}/screenshot`, 'GET')), 'base64'),
    // "Unknown command: print" (2.50.6).
    pdf: () => Promise.resolve(null),
    setOffline: () => Promise.resolve(false),
    hide: async () => {
      first = String(await send(`${session}/window`, 'GET'));
      other = await newWindow();
      await post('window', { handle: other });
      await post('window', { handle: first });
      return (await evaluate('return document.visibilityState === "hidden"')) === true;
    },
    show: async () => {
      if (!other) return;
      await post('window', { handle: other });
      await send(`${session}/window`, 'DELETE');
      await post('window', { handle: first });
      other = '';
    },
    close: async () => {
      // The driver was seen to fall over while it closed a session (2.50.6): the visit is over either way, and the next one starts it again.
      await send(session, 'DELETE').catch(async (error: unknown) => {
        if (await driver.answers()) throw error;
      });
    },
  };
  return { tab, version: made.capabilities.browserVersion };
}

/** WebKitGTK's own small browser, driven over plain W3C WebDriver. */
export async function launchWebKit(options: EngineOptions): Promise<Engine> {
  const program = findProgram('WebKitWebDriver');
  const binary = findProgram(...miniBrowsers);
  const display = program && binary ? await openDisplay() : null;
  if (!program || !binary || !display) throw new Error('WebKitWebDriver, MiniBrowser or Xvfb is not installed');
  const home = makeHome();
  const env = { ...process.env, ...home.env, DISPLAY: display.name, GDK_BACKEND: 'x11', WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  const drivers = [await startDriver(program, env)];
  const newVisit = async (startsLeft = startsAllowed): Promise<Session> => {
    let driver = drivers.at(-1);
    if (!driver || !(await driver.answers())) {
      driver = await startDriver(program, env);
      drivers.push(driver);
    }
    try {
      return await openSession({ driver, binary, downloads: home.downloads, options });
    } catch (error) {
      if (startsLeft <= 1) throw error;
      console.info(`webkit: its browser did not start, and is started again: ${String(error).split('\n', 1)[0]}`);
      await drivers.pop()?.end();
      return newVisit(startsLeft - 1);
    }
  };
  const { tab, version } = await newVisit();
  await tab.close();
  return {
    name: 'webkit',
    version: `WebKitGTK ${version}, MiniBrowser over WebDriver under Xvfb`,
    newVisit: async () => (await newVisit()).tab,
    close: async () => {
      for (const driver of drivers) await driver.end();
      await display.close();
      home.remove();
    },
  };
}
