/** WebKit's driver as a program: started, asked, and brought to a browser that goes on without one. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { familyOf, ofKind, strikeAll } from '../helpers/processes.ts';
import { startTied } from './display.ts';
import { until } from './engine.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

export async function send(address: string, method: 'GET' | 'POST' | 'DELETE', body?: unknown, withinMs = 20_000): Promise<unknown> {
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

export interface Driver {
  readonly address: string;
  answers(): Promise<boolean>;
  /** SIGKILL to every process of its browsers that holds a page. How many. */
  killPages(): Promise<number>;
  /**
   * Another driver for the browser that this one started last. A driver gives up
   * its session when a page of it dies; the browser goes on, with all it keeps.
   */
  takeOver(): Promise<Driver>;
  /** Ends it, the drivers that took over from it, and its browsers. */
  end(): Promise<void>;
}

/** Where a browser started by a driver listens for one: it stands among the variables it was started with. */
function listeningAt(browser: number): string {
  const [, address] = /(?:^|\0)WEBKIT_INSPECTOR_SERVER=([^\0]+)/.exec(readFileSync(`/proc/${browser}/environ`, 'utf8')) ?? [];
  if (address === undefined) throw new Error('The browser does not say where it listens');
  return address;
}

export async function startDriver(program: string, env: NodeJS.ProcessEnv, target?: string): Promise<Driver> {
  const port = await freePort();
  const { child, end } = startTied(program, [`--port=${port}`, ...(target === undefined ? [] : [`--target=${target}`])], env);
  const address = `http://127.0.0.1:${port}`;
  const family = (): number[] => familyOf(child.pid ?? 0);
  const followers: Driver[] = [];
  const driver: Driver = {
    address,
    answers: () => send(`${address}/status`, 'GET').then((status) => (status as { ready?: boolean }).ready === true, () => false),
    killPages: async () => {
      const pages = ofKind(family(), /\/WebKitWebProcess\0/);
      await strikeAll(pages);
      return pages.length;
    },
    takeOver: async () => {
      const browser = ofKind(family(), /\/MiniBrowser\0/).at(-1);
      if (browser === undefined) throw new Error('No browser is left to take over');
      const follower = await startDriver(program, env, listeningAt(browser));
      followers.push(follower);
      return follower;
    },
    end: async () => {
      for (const follower of followers) await follower.end();
      // A browser that was taken over is not ended by the driver that started it.
      const browsers = ofKind(family(), /\/MiniBrowser\0/);
      await end();
      await strikeAll(browsers);
    },
  };
  await until('WebKitWebDriver answers', driver.answers);
  return driver;
}

export interface Home {
  readonly downloads: string;
  readonly env: NodeJS.ProcessEnv;
  remove(): void;
}

/** Where the browser looks up which folder is that of downloads. */
export function makeHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'home-'));
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads);
  writeFileSync(join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  return { downloads, env: { XDG_CONFIG_HOME: folder }, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
