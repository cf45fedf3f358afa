import type { TFunction } from 'i18next';
import { Fragment, type ReactNode } from 'react';
import { formatClock, formatDate, isolate } from '#i18n/format';
import type { LanguageCode } from '#i18n/languages';
import { useLanguage, useText } from '#i18n/use-text';
import { localClock, localDay } from '#kernel/local-time';
import type { Bytes } from '../../holder.ts';
import { readTime } from '../../model/day.ts';
import type { Entry, EntryFile } from '../../model/entry.ts';
import { dayOfEntry, details, inOrderOfDays, type LogEntry } from '../../model/log.ts';
import { OwnWords } from '../own-words.tsx';
import { Picture } from '../picture.tsx';
import { Sound } from '../sound.tsx';
import { spanWords } from '../span-words.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly readFile: ((place: number) => Promise<Bytes | null>) | null;
}

/** Day by day, the oldest first, those without a day last: as police, a solicitor or a court reads it. */
export function PaperLog({ entries, readFile }: Props): ReactNode {
  const t = useText('log');
  const takeout = useText('takeout');
  const newestFirst = inOrderOfDays(entries);
  const oldestFirst = [true, false].flatMap((hasDay) => newestFirst.filter((entry) => (dayOfEntry(entry) !== null) === hasDay).reverse());
  return oldestFirst.map((entry) => (
    <section key={entry.id} className="paper-entry">
      <h4>
        <WhenWords entry={entry} />
      </h4>
      <p>
        <OwnWords words={entry.text} />
      </p>
      <dl>
        {details
          .filter((name) => entry.details[name].trim() !== '')
          .map((name) => (
            <div key={name}>
              <dt className="soft">{t(`entry.${name}`)}</dt>
              <dd>
                <OwnWords words={entry.details[name]} />
              </dd>
            </div>
          ))}
      </dl>
      <WrittenWords entry={entry} />
      {!readFile && entry.files.length > 0 && <p className="soft">{takeout('paper.files', { count: entry.files.length })}</p>}
      {readFile && entry.files.map((file, at) => <PaperFile key={file.place} file={file} nth={at + 1} read={() => readFile(file.place)} />)}
    </section>
  ));
}

function dayAndTime(terms: TFunction<'terms'>, lang: LanguageCode, day: string, time: string): string {
  return [formatDate(terms, day), isolate(formatClock(lang, time))].join(terms('list.comma'));
}

function WhenWords({ entry }: { readonly entry: LogEntry }): ReactNode {
  const lang = useLanguage();
  const t = useText('log');
  const terms = useText('terms');
  const day = dayOfEntry(entry);
  const time = readTime(entry.time);
  if (day !== null && time !== null) return dayAndTime(terms, lang, day, time);
  // What is no day and no time stands as it was typed.
  const beside = [entry.isUnsure ? entry.about : day === null ? entry.day : '', entry.isUnsure ? '' : time === null ? entry.time : isolate(formatClock(lang, time))];
  return (
    <>
      {day === null ? t('noDay') : formatDate(terms, day)}
      {beside
        .filter((words) => words.trim() !== '')
        .map((words) => (
          <Fragment key={words}>
            {' · '}
            <OwnWords words={words} />
          </Fragment>
        ))}
    </>
  );
}

/** When it was begun, and when it was last changed: a note made at the time weighs more than one made long after, and hiding a later change would make it worth less. */
function WrittenWords({ entry }: { readonly entry: LogEntry }): ReactNode {
  const lang = useLanguage();
  const t = useText('takeout');
  const terms = useText('terms');
  const words = (iso: string): string | null => {
    const at = new Date(iso);
    return Number.isNaN(at.getTime()) ? null : dayAndTime(terms, lang, localDay(at), localClock(at));
  };
  const [written, changed] = [words(entry.written), words(entry.changed)];
  return (
    <>
      {written !== null && <p className="soft">{t('paper.written', { date: written })}</p>}
      {changed !== null && changed !== written && <p className="soft">{t('paper.changed', { date: changed })}</p>}
    </>
  );
}

function PaperFile({ file, nth, read }: { readonly file: EntryFile; readonly nth: number; readonly read: () => Promise<Bytes | null> }): ReactNode {
  const t = useText('takeout');
  const log = useText('log');
  if (file.kind !== 'sound') return <Picture read={read} name={log('file.picture', { nth })} />;
  const seconds = typeof file['seconds'] === 'number' ? file['seconds'] : 0;
  return (
    <div>
      <p>{t('paper.sound', { time: spanWords(seconds) })}</p>
      <div className="off-paper">
        <Sound read={read} />
      </div>
    </div>
  );
}
