import { createServer, type AddressInfo } from 'node:net';
import { findProgram, openDisplay, startTied } from './display.ts';
import { until, type Engine, type EngineOptions, type Key, type Plain, type Tab } from './engine.ts';

/** Key values of the WebDriver recommendation, section 17.4.2. */
const values: Record<Key, string> = { Shift: '\uE008', ShiftLeft: '\uE008', ShiftRight: '\uE050', Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', a: 'a' };
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const miniBrowsers = ['/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser'];

/** A question put to a page in the moment it is replaced is never answered by this driver: it is given up, and whoever waits puts it again. */
const answersWithinMs = 3_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function send(address: string, method: 'GET' | 'POST' | 'DELETE', body?: unknown, withinMs = 20_000): Promise<unknown> {
  const answer = await fetch(address, {
    method,
    signal: AbortSignal.timeout(withinMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) {
    const { error, message } = value as { error?: string; message?: string };
    throw new Error(`${error}: ${message}`);
  }
  return value;
}

function keyActions(press: Key | readonly [Key, Key]): unknown[] {
  const [first, second] = typeof press === 'string' ? [press, null] : press;
  const inner = second ? [{ type: 'keyDown', value: values[second] }, { type: 'keyUp', value: values[second] }] : [];
  return [{ type: 'keyDown', value: values[first] }, ...inner, { type: 'keyUp', value: values[first] }];
}

interface Session {
  readonly tab: Tab;
  readonly version: string;
}

async function openSession(driver: string, binary: string, { proxyPort, script }: EngineOptions): Promise<Session> {
  // The proxy of the session's wishes is not heeded by this browser; that of its command line is.
  const outside = [`--proxy=http://127.0.0.1:${proxyPort}`, '--ignore-host=localhost', '--ignore-host=127.0.0.1', '--ignore-tls-errors'];
  // Scripts of the page are left out; the driver may still look.
  const args = ['--automation', ...outside, ...(script ? [] : ['--enable-javascript-markup=false'])];
  const alwaysMatch = {
    acceptInsecureCerts: true,
    // A page from the browser's memory never says that it has loaded: waiting is ours.
    pageLoadStrategy: 'none',
    timeouts: { pageLoad: 15_000, script: 10_000 },
    'webkitgtk:browserOptions': { binary, args },
  };
  const made = (await send(`${driver}/session`, 'POST', { capabilities: { alwaysMatch } })) as {
    sessionId: string;
    capabilities: { browserVersion: string };
  };
  const session = `${driver}/session/${made.sessionId}`;
  const post = (path: string, body: unknown = {}): Promise<unknown> => send(`${session}/${path}`, 'POST', body);
  const evaluate = (script: string, args: readonly Plain[] = [], withinMs?: number): Promise<unknown> => send(`${session}/execute/sync`, 'POST', { script, args }, withinMs);
  const open = async (url: string): Promise<void> => {
    // A page that is just being left cannot be marked, and need not be.
    await evaluate('window.leftBehind = true', [], answersWithinMs).catch(() => undefined);
    await post('url', { url });
    await until(`${url} is open`, async () => (await evaluate('return !window.leftBehind && document.readyState !== "loading" && location.href === arguments[0]', [url], answersWithinMs)) === true, 15_000);
  };
  let first = '';
  let other = '';
  const tab: Tab = {
    open,
    url: async () => String(await send(`${session}/url`, 'GET')),
    run: async <T, A extends readonly Plain[]>(act: (...args: A) => T, ...args: A) =>
      (await evaluate(`return (${String(act)})(...arguments)`, args, answersWithinMs)) as T,
    click: async (selector) => {
      const found = (await post('element', { using: 'css selector', value: selector })) as Record<string, string>;
      await post(`element/${found[elementKey]}/click`);
    },
    keys: async (...presses) => {
      await post('actions', { actions: [{ type: 'key', id: 'keyboard', actions: presses.flatMap(keyActions) }] });
    },
    goBack: async () => void (await post('back')),
    goForward: async () => void (await post('forward')),
    resize: async (width, height) => void (await post('window/rect', { width, height })),
    screenshot: async () => Buffer.from(String(await send(`${session}/screenshot`, 'GET')), 'base64'),
    setOffline: () => Promise.resolve(false),
    hide: async () => {
      first = String(await send(`${session}/window`, 'GET'));
      const made = (await post('window/new', { type: 'tab' })) as { handle: string };
      other = made.handle;
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
        if (await answers(driver)) throw error;
      });
    },
  };
  return { tab, version: made.capabilities.browserVersion };
}

interface Driver {
  readonly address: string;
  readonly end: () => Promise<void>;
}

const answers = (address: string): Promise<boolean> =>
  send(`${address}/status`, 'GET').then((status) => (status as { ready?: boolean }).ready === true, () => false);

async function startDriver(program: string, env: NodeJS.ProcessEnv): Promise<Driver> {
  const port = await freePort();
  const { end } = startTied(program, [`--port=${port}`], env);
  const address = `http://127.0.0.1:${port}`;
  await until('WebKitWebDriver answers', () => answers(address));
  return { address, end };
}

/** WebKitGTK's own small browser, driven over plain W3C WebDriver. */
export async function launchWebKit(options: EngineOptions): Promise<Engine> {
  const program = findProgram('WebKitWebDriver');
  const binary = findProgram(...miniBrowsers);
  const display = program && binary ? await openDisplay() : null;
  if (!program || !binary || !display) throw new Error('WebKitWebDriver, MiniBrowser or Xvfb is not installed');
  const env = { ...process.env, DISPLAY: display.name, GDK_BACKEND: 'x11', WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  let driver = await startDriver(program, env);
  const { tab, version } = await openSession(driver.address, binary, options);
  await tab.close();
  return {
    name: 'webkit',
    version: `WebKitGTK ${version}, MiniBrowser over WebDriver under Xvfb`,
    newVisit: async () => {
      if (!(await answers(driver.address))) driver = await startDriver(program, env);
      return (await openSession(driver.address, binary, options)).tab;
    },
    close: async () => {
      await driver.end();
      await display.close();
    },
  };
}
