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

/** Ends a child that this run started, and waits until it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(force);
}

/** A screen that nobody sees, on a number that is free. Null: Xvfb is not installed. */
export async function openDisplay(): Promise<Display | null> {
  const program = findProgram('Xvfb');
  if (!program) return null;
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
    child.stdio[3]?.once('data', (bytes: Buffer) => done(bytes.toString().trim()));
  });
  return { name: `:${number}`, close: () => endProcess(child) };
}
