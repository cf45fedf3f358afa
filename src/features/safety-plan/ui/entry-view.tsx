import { useEffect, useRef, useState, type ReactNode } from 'react';
import { formatClock, formatDate, isolate } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';
import { localClock, localDay } from '#kernel/local-time';
import { AnswerField } from '#ui/answer-field.tsx';
import type { Holder } from '../holder.ts';
import type { Fields } from '../model/entry.ts';
import { details, isBlankEntry, logEntryOf, type LogEntry } from '../model/log.ts';
import { adderOf } from './adding.ts';
import { BreathingSpace } from './breathing-space.tsx';
import { DeleteEntry } from './delete-entry.tsx';
import { FilesPart } from './files-part.tsx';
import { useLeaving } from '#ui/use-leaving.ts';
import { useHolder } from './use-holder.ts';
import { WhenFields } from './when-fields.tsx';

interface Props {
  readonly holder: Holder;
  readonly id: string;
  readonly leave: () => void;
  readonly saved: ReactNode;
}

/** One thing that happened: the words first, all else beside them and optional. Saved while it is typed. */
export function EntryView({ holder, id, leave, saved }: Props): ReactNode {
  const t = useText('log');
  const steps = useText('steps');
  const found = useHolder(holder).entries.find((one) => one.id === id);
  const entry = found && logEntryOf(found);
  // As it begins: what is emptied to be written anew must not close under somebody's fingers.
  const [hasDetails] = useState(() => entry && details.some((name) => entry.details[name] !== ''));
  const box = useRef<HTMLDivElement>(null);
  const [isNew] = useState(() => entry && isBlankEntry(entry));
  // After the heading, which takes the focus of every screen: the words are what somebody came for.
  useEffect(() => {
    if (isNew) box.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, [isNew]);
  useLeaving(() => {
    const last = holder.view().plan.notes.find((one) => one.id === id);
    const lastEntry = last && logEntryOf(last);
    // A picture may still be on its way into it.
    if (lastEntry && isBlankEntry(lastEntry) && adderOf(holder).of(id).busy === 0) holder.remove(id);
    holder.saveNow();
  });
  if (!entry) return null;
  const change = (fields: Fields): void => holder.change(id, { fields: { log: { ...entry.field, ...fields } } });
  return (
    <div data-plan-view="entry">
      <h1 tabIndex={-1}>{t('entry.heading')}</h1>
      <div ref={box}>
        <AnswerField label={t('entry.text')} hint={t('entry.textHint')} rows={6} value={entry.text} onChange={(text) => holder.change(id, { text })} onLeave={holder.saveNow} mark="log-text" />
      </div>
      {saved}
      <FilesPart holder={holder} id={id} files={entry.files} />
      <WhenFields entry={entry} onChange={change} onLeave={holder.saveNow} />
      <details className="fold" open={hasDetails === true ? true : undefined}>
        <summary>{t('entry.more')}</summary>
        {details.map((name) => (
          <AnswerField
            key={name}
            label={t(`entry.${name}`)}
            hint={name === 'hurt' || name === 'refs' || name === 'felt' ? t(`entry.${name}Hint`) : undefined}
            rows={name === 'where' || name === 'refs' ? undefined : 2}
            value={entry.details[name]}
            onChange={(value) => change({ [name]: value })}
            onLeave={holder.saveNow}
            mark={`log-${name}`}
          />
        ))}
      </details>
      <WrittenOn entry={entry} />
      <p className="ends">
        <button type="button" className="button" data-plan-do="done" onClick={leave}>
          {steps('doneHere')}
        </button>
      </p>
      <DeleteEntry
        words={{ delete: t('entry.delete'), sure: t('entry.sure'), yes: t('entry.yes'), no: t('entry.no') }}
        mark="delete-entry"
        onDelete={() => {
          holder.remove(id);
          holder.saveNow();
          leave();
        }}
      />
      <BreathingSpace />
    </div>
  );
}

/** When it was begun and last changed, by the clock of this device. */
function WrittenOn({ entry }: { readonly entry: LogEntry }): ReactNode {
  const lang = useLanguage();
  const t = useText('log');
  const terms = useText('terms');
  const [from, to] = [entry.written, entry.changed].map((iso) => new Date(iso));
  if (!from || !to || Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) return null;
  const words = (at: Date): { readonly date: string; readonly time: string } => ({ date: formatDate(terms, localDay(at)), time: isolate(formatClock(lang, localClock(at))) });
  const [begun, changed] = [words(from), words(to)];
  return (
    <p className="soft">
      {t('entry.written', begun)} {(begun.date !== changed.date || begun.time !== changed.time) && t('entry.changed', changed)}
    </p>
  );
}
