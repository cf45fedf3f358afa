/**
 * The byte budgets of the first visit, checked on every build: a build that
 * breaks one fails and says by how much. Sizes are gzip level 9, as sent by a
 * host without Brotli.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, ResolvedConfig } from 'vite';
import { copyParts } from './copy-stages.ts';

export interface Measured {
  readonly name: string;
  readonly bytes: number;
  readonly budget: number;
}

/** 14 kB: what fits the first ten packets of a connection. */
const firstResponseBudget = 14_000;
const shellBudget = 5_000;
const nowScriptBudget = 115_000;
const installBudget = 400_000;
/**
 * With what follows the first install for a reader of one language. Hardening
 * notes R8: at most 600 kB, other languages on demand.
 */
const copyBudget = 600_000;
/** What follows when the language is changed: half of it are the guides, a page each. */
const languageBudget = 95_000;

export function gzipSize(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

/** A chunk and everything it imports at once. */
export function staticClosure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) {
    return seen;
  }
  seen.add(chunk.file);
  for (const next of chunk.imports ?? []) {
    staticClosure(manifest, next, seen);
  }
  return seen;
}

export function measure(dist: string): readonly Measured[] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const size = (file: string): number => gzipSize(join(dist, file));
  const total = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + size(file), 0);
  const all = filesIn(dist).map((file) => relative(dist, file));
  const pages = all.filter((file) => file.endsWith('.html') && !file.startsWith('kept/'));
  const shell = staticClosure(manifest, 'index.html');
  const keyEnding = (tail: string): string => Object.keys(manifest).find((key) => key.endsWith(tail)) ?? tail;
  const onNow = new Set(shell);
  for (const tail of ['main.tsx', 'app/routes/now.tsx', ...['frame', 'terms', 'now'].flatMap((ns) => [`locales/ur/${ns}.json`, ...(ns === 'now' ? ['locales/en/now.json'] : [])])]) {
    staticClosure(manifest, keyEnding(tail), onNow);
  }
  const saved = savedFiles(readFileSync(join(dist, 'sw.js'), 'utf8'));
  const partOf = copyParts(dist);
  const part = (wanted: string): readonly string[] => saved.filter((file) => partOf(file) === wanted);
  const first = part('first');
  const everyones = [...first, ...part('common')];
  const languages = [...new Set(saved.map(partOf))].filter((name) => name !== 'first' && name !== 'common');
  const [largest] = languages.map((lang) => ({ lang, files: part(lang), bytes: total(part(lang)) })).sort((a, b) => b.bytes - a.bytes);
  if (!largest) throw new Error('no language has pages that come second');
  return [
    ...pages.map((file) => ({ name: `first response ${file}`, bytes: size(file), budget: firstResponseBudget })),
    { name: 'shell script', bytes: total(shell), budget: shellBudget },
    { name: 'all script on now (Urdu, with its English)', bytes: total(onNow), budget: nowScriptBudget },
    { name: `first install (${first.length} files)`, bytes: total(first) + size('sw.js'), budget: installBudget },
    { name: `whole copy for one reader (${largest.lang}, ${everyones.length + largest.files.length} files)`, bytes: total(everyones) + largest.bytes + size('sw.js'), budget: copyBudget },
    { name: `each further language (${largest.lang}, ${largest.files.length} files)`, bytes: largest.bytes, budget: languageBudget },
  ];
}

/** What the service worker was told to save. */
export function savedFiles(worker: string): readonly string[] {
  return [...new Set([...worker.matchAll(/["']?url["']?:\s*["'`]([^"'`]+)["'`]/g)].map((match) => match[1] ?? ''))];
}

export function budgetPlugin(root: string): Plugin {
  let config: ResolvedConfig;
  let hasFailed = false;
  return {
    name: 'oast-budget',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    buildEnd(error) {
      hasFailed = error !== undefined;
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        if (hasFailed || config.command !== 'build' || config.build.ssr) {
          return;
        }
        const measured = measure(join(root, 'dist'));
        const over = measured.filter(({ bytes, budget }) => bytes > budget);
        for (const { name, bytes, budget } of measured.filter((one) => !one.name.startsWith('first response') || over.includes(one))) {
          console.info(`${bytes > budget ? 'OVER ' : ''}${name}: ${bytes} of ${budget} bytes gz`);
        }
        const largest = measured.filter((one) => one.name.startsWith('first response')).sort((a, b) => b.bytes - a.bytes)[0];
        if (largest) {
          console.info(`largest ${largest.name}: ${largest.bytes} of ${largest.budget} bytes gz`);
        }
        if (over.length > 0) {
          throw new Error(`over budget: ${over.map(({ name }) => name).join(', ')}`);
        }
      },
    },
  };
}
