/** One score over the parts of a run, and what survived. Under 90 it fails. */
import { readdirSync, readFileSync } from 'node:fs';

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number } };
}
interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

const least = 90;
const folder = new URL('../../bench/', import.meta.url);
const reports = readdirSync(folder).filter((name) => /^mutation-[\w-]+\.json$/.test(name)).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Report);

interface Row {
  file: string;
  found: number;
  survived: number;
  score: number;
}
const rows: Row[] = [];
for (const [file, { source, mutants }] of reports.flatMap(({ files }) => Object.entries(files))) {
  const found = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const left = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  if (found + left.length === 0) continue;
  rows.push({ file, found, survived: left.length, score: Math.round((found / (found + left.length)) * 1_000) / 10 });
  const lines = source.split('\n');
  for (const { mutatorName, replacement, location } of left) {
    const { line } = location.start;
    console.info(`${file}:${line} ${mutatorName}: ${(lines[line - 1] ?? '').trim()}  →  ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 120)}`);
  }
}
const sum = (folderName: string): Row => {
  const mine = rows.filter(({ file }) => file.startsWith(folderName));
  const found = mine.reduce((total, row) => total + row.found, 0);
  const survived = mine.reduce((total, row) => total + row.survived, 0);
  return { file: folderName, found, survived, score: Math.round((found / Math.max(1, found + survived)) * 1_000) / 10 };
};
console.table([...rows, sum('src/crypto/'), sum('src/storage/'), sum('src/')]);
if (sum('src/').score < least) process.exitCode = 1;
