import { memo, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { formatDate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { AnswerField } from '#ui/answer-field.tsx';
import { Icon } from '#ui/icon.tsx';
import { fold, foldedWords } from '#kernel/fold';
import type { Go } from '../at.ts';
import type { Holder } from '../holder.ts';
import { dayOfEntry, inOrderOfDays, wordsOf, type LogEntry } from '../model/log.ts';
import { beginEntry } from './begin-entry.ts';
import { UsefulRecord } from './useful-record.tsx';
import { useHolder } from './use-holder.ts';

const shownLetters = 90;

function beginningOf(text: string): string {
  // Twice as many units hold all the letters that can show, whatever they are made of.
  const letters = [...text.trim().replace(/\s+/g, ' ').slice(0, 2 * shownLetters + 2)];
  return letters.length > shownLetters ? `${letters.slice(0, shownLetters).join('')}…` : letters.join('');
}

/** Everything that was written down, day under day, newest first; and the search in it, which stays in memory. */
export function LogView({ holder, go, saved }: { readonly holder: Holder; readonly go: Go; readonly saved: ReactNode }): ReactNode {
  const t = useText('log');
  const [query, setQuery] = useState('');
  const { entries } = useHolder(holder);
  const all = useMemo(() => inOrderOfDays(entries), [entries]);
  // The letters that are typed show at once; hundreds of entries follow when they can.
  const sought = useDeferredValue(query);
  const isSearched = foldedWords(sought).length > 0;
  const folded = useMemo(() => (isSearched ? all.map((entry) => fold(wordsOf(entry))) : []), [all, isSearched]);
  const found = useMemo(() => {
    const wanted = foldedWords(sought);
    return wanted.length === 0 ? all : all.filter((_, at) => wanted.every((word) => folded[at]?.includes(word)));
  }, [all, folded, sought]);
  return (
    <div data-plan-view="log">
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p>{t('lead')}</p>
      {saved}
      <p>
        <button type="button" className="button wide" data-plan-do="add-entry" onClick={() => go({ view: 'entry', id: beginEntry(holder) })}>
          {t('add')}
        </button>
      </p>
      <UsefulRecord />
      {all.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <>
          <AnswerField label={t('search')} value={query} onChange={setQuery} mark="log-search" />
          <div role="status" className="vault-status">
            {isSearched && <p>{found.length === 0 ? t('noneFound') : t('found', { count: found.length })}</p>}
          </div>
          <Timeline entries={found} go={go} />
        </>
      )}
    </div>
  );
}

/** Drawn anew only when other entries are found: not for each letter of the search. */
const Timeline = memo(function Timeline({ entries, go }: { readonly entries: readonly LogEntry[]; readonly go: Go }): ReactNode {
  const t = useText('log');
  const terms = useText('terms');
  return (
    <ol data-plan-timeline>
      {daysOf(entries).map(({ day, entries: ofDay }) => (
        <li key={day ?? ''}>
          <h2>{day === null ? t('noDay') : formatDate(terms, day)}</h2>
          <ul className="notes">
            {ofDay.map((entry) => (
              <li key={entry.id} data-entry={entry.id}>
                <EntryRow entry={entry} go={go} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
});

/** Runs of entries of the same day, in the order they come. */
function daysOf(entries: readonly LogEntry[]): readonly { readonly day: string | null; readonly entries: readonly LogEntry[] }[] {
  const days = new Map<string | null, LogEntry[]>();
  for (const entry of entries) {
    const day = dayOfEntry(entry);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, of]) => ({ day, entries: of }));
}

const EntryRow = memo(function EntryRow({ entry, go }: { readonly entry: LogEntry; readonly go: Go }): ReactNode {
  const t = useText('log');
  const beside = [entry.isUnsure ? entry.about : entry.time, entry.details.where].filter((words) => words.trim() !== '');
  return (
    <button type="button" className="card-link" onClick={() => go({ view: 'entry', id: entry.id })}>
      <span className="words">
        <strong translate="no" dir="auto">
          {beginningOf(entry.text) === '' ? '…' : beginningOf(entry.text)}
        </strong>
        {beside.length > 0 && (
          <span translate="no" dir="auto">
            {beginningOf(beside.join(' · '))}
          </span>
        )}
        {entry.files.length > 0 && <span>{t('files', { count: entry.files.length })}</span>}
      </span>
      <Icon name="forward" />
    </button>
  );
});
