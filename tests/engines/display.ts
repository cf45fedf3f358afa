import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export function findProgram(...names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of names) {
    const found = name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name));
    const path = found.find((one) => existsSync(one));
    if (path) return path;
  }
  return null;
}

export interface Display {
  readonly name: string;
  close(): Promise<void>;
}

/** Runs the program until our end of its pipe closes, so that it goes when this process does, however that ends. */
const tied = '"$@" & child=$!; cat >/dev/null; kill "$child"; wait "$child"';

export interface Tied {
  readonly child: ChildProcess;
  /** Ends it and waits until it is gone. */
  end(): Promise<void>;
}

/** Starts a program that cannot outlive this run. */
export function startTied(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Tied {
  const child = spawn('sh', ['-c', tied, 'sh', program, ...args], { stdio: ['pipe', 'ignore', 'ignore', 'pipe'], env });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    child,
    async end() {
      child.stdin?.end();
      await gone;
    },
  };
}

/** A screen that nobody sees, on a number that is free. Null: Xvfb is not installed. */
export async function openDisplay(): Promise<Display | null> {
  const program = findProgram('Xvfb');
  if (!program) return null;
  const { child, end } = startTied(program, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
  const number = await new Promise<string>((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
    child.stdio[3]?.once('data', (bytes: Buffer) => done(bytes.toString().trim()));
  });
  return { name: `:${number}`, close: end };
}
