/** The table of the comparison, as it stands in the exit's README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from './measure.ts';

const readme = join(import.meta.dirname, '../../src/features/quick-exit/README.md');
const start = '<!-- comparison: written by tests/engines/comparison.test.ts -->';
const end = '<!-- /comparison -->';

/** REQUIREMENTS 1 to 18, shortened. */
export const rows = [
  'On screen at 320 and 1280 px, also scrolled to the end',
  'Nothing lies over it',
  'First or second in the tab order',
  'At least 44 px on a phone',
  'In the same task as the press, no word of the page is left',
  'The title changes to a word that says nothing',
  'The history is as long as on arrival, after moving about and leaving',
  'One address and one title on every screen',
  'After leaving, Back does not show the page',
  'Offline, it leads to a saved neutral page',
  'Opened from an icon, it leads to a neutral page inside',
  'Leaving asks for nothing but the page it leads to',
  'What was typed is gone from the page, and nothing is in session storage',
  'Without script it is a link that works',
  'Shift three times: left and right mixed, not by capitals, not by an on-screen key, starts again after another key',
  'Says two more, one more, stopped, leaving; in each language',
  'The shortcut is explained on the first page and can be switched off',
  'Tells the page it leads to nothing of where the person came from',
] as const;

const shown = (verdict: Verdict | undefined): string => (verdict === true ? 'pass' : verdict === false ? 'fail' : String(verdict ?? ''));

export function makeTable(heads: readonly string[], columns: readonly (readonly Verdict[])[]): string {
  const lines = rows.map((row, nth) => `| ${nth + 1} | ${row} | ${columns.map((column) => shown(column[nth])).join(' | ')} |`);
  return [`| | requirement | ${heads.join(' | ')} |`, `|---|---|${heads.map(() => '---').join('|')}|`, ...lines].join('\n');
}

/** The table that stands in the README; null when there is none. */
export function tableInReadme(): string | null {
  const text = readFileSync(readme, 'utf8');
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  return from < 0 || to < 0 ? null : text.slice(from + start.length, to).trim();
}

export function writeTable(table: string): void {
  const text = readFileSync(readme, 'utf8');
  const block = `${start}\n${table}\n${end}`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  const next = from < 0 || to < 0 ? `${text.trimEnd()}\n\n## Compared, as measured\n\n${block}\n` : `${text.slice(0, from)}${block}${text.slice(to + end.length)}`;
  writeFileSync(readme, next);
}
