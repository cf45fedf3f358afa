/**
 * Slows a whole browser, its workers too. CDP slows only the page's own thread;
 * here the kernel gives all processes and threads of the browser together a
 * share of one processor (control group, version 1 or 2). That is harder than
 * a telephone whose cores are each that slow: here they also share one.
 */
import { existsSync, mkdtempSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SlowGroup {
  /** Put before the program in a shell: it and all its children are in the group. */
  readonly enter: string;
  /** So many times slower; 1 takes the limit away. */
  slow(times: number): void;
  /** Once its processes are gone. */
  remove(): Promise<void>;
}

/** Shorter turns would cost more than they give; longer ones hide a save in a single turn. */
const turnMicroseconds = 12_000;

interface Kind {
  readonly root: string;
  readonly file: string;
  /** What is written there for no limit, and for a share of each turn. */
  readonly free: string;
  readonly share: (microseconds: number) => string;
}

const kinds: readonly Kind[] = [
  { root: '/sys/fs/cgroup/cpu', file: 'cpu.cfs_quota_us', free: '-1', share: String },
  { root: '/sys/fs/cgroup', file: 'cpu.max', free: 'max', share: (share) => `${share} ${turnMicroseconds}` },
];

function makeOf({ root, file, free, share }: Kind): SlowGroup | null {
  let folder = '';
  try {
    folder = mkdtempSync(join(root, 'bench-'));
    if (!existsSync(join(folder, file))) throw new Error('no limits here');
    const period = join(folder, 'cpu.cfs_period_us');
    if (existsSync(period)) writeFileSync(period, String(turnMicroseconds));
  } catch {
    if (folder !== '') rmdirSync(folder);
    return null;
  }
  return {
    enter: `echo $$ > '${join(folder, 'cgroup.procs')}'`,
    slow: (times) => writeFileSync(join(folder, file), times === 1 ? free : share(Math.round(turnMicroseconds / times))),
    async remove() {
      for (let tries = 0; tries < 100 && readFileSync(join(folder, 'cgroup.procs'), 'utf8') !== ''; tries += 1) await new Promise((done) => setTimeout(done, 50));
      rmdirSync(folder);
    },
  };
}

/** `null`: this machine does not let us (it takes root, or a group of one's own). */
export function makeSlowGroup(): SlowGroup | null {
  for (const kind of kinds) {
    const group = existsSync(kind.root) ? makeOf(kind) : null;
    if (group) return group;
  }
  return null;
}
