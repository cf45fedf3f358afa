/** The processes of a browser, as the system lists them: to end some of them as a fault or a telephone short of memory does. */
import { readdirSync, readFileSync } from 'node:fs';

/** Process numbers of everything that descends from one. */
export function familyOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const family = [root];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

export function strike(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** Those of a family whose command line, each word after a NUL, is of this kind. */
export function ofKind(family: readonly number[], kind: RegExp): number[] {
  return family.filter((pid) => {
    try {
      return kind.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch {
      return false;
    }
  });
}

/** SIGKILL to all of them at once, and waits until they are gone. */
export async function strikeAll(pids: readonly number[]): Promise<void> {
  for (const pid of pids) strike(pid);
  while (pids.some(isRunning)) await new Promise((done) => setTimeout(done, 5));
}
