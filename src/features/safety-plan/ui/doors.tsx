import { useEffect, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { Icon } from '#ui/icon.tsx';
import type { At, Go } from '../at.ts';
import type { Holder } from '../holder.ts';
import { blankIn } from '../model/blank.ts';
import { draftsIn, isBag, stepsIn } from '../model/steps.ts';
import { logEntryOf } from '../model/log.ts';
import { addDraft } from './add-draft.ts';
import { adderOf } from './adding.ts';
import { beginEntry } from './begin-entry.ts';
import { PlanIcon, type PlanIconName } from './plan-icon.tsx';
import { bagWords, countWords } from './step-words.ts';
import { useHolder } from './use-holder.ts';

/** The ways into the plan, on its first screen. The same in every plan; it looks like any list of notes. */
export function Doors({ holder, go }: { readonly holder: Holder; readonly go: Go }): ReactNode {
  const t = useText('steps');
  const log = useText('log');
  const takeout = useText('takeout');
  const { entries } = useHolder(holder);
  useEffect(() => {
    for (const draft of draftsIn(holder.view().plan.notes)) addDraft(holder, draft);
    for (const id of blankIn(holder.view().plan.notes)) if (adderOf(holder).of(id).busy === 0) holder.remove(id);
  }, [holder]);
  const steps = stepsIn(entries);
  const own = steps.filter(({ of }) => !isBag(of));
  const things = steps.filter(({ of }) => isBag(of));
  const days = entries.filter((entry) => logEntryOf(entry) !== null).length;
  const doors: readonly { readonly to: At['view'] & ('steps' | 'bag' | 'people' | 'log' | 'take'); readonly icon: PlanIconName; readonly title: string; readonly text: string }[] = [
    { to: 'steps', icon: 'steps', title: t('door.title'), text: own.length === 0 ? t('door.text') : countWords(t, own) },
    { to: 'bag', icon: 'bag', title: t('bag.title'), text: things.length === 0 ? t('bag.doorText') : bagWords(t, things) },
    { to: 'people', icon: 'people', title: t('people.title'), text: t('people.doorText') },
    { to: 'log', icon: 'days', title: log('door.title'), text: days === 0 ? log('door.text') : log('door.count', { count: days }) },
    { to: 'take', icon: 'print', title: takeout('door.title'), text: takeout('door.text') },
  ];
  return (
    <>
      <p>
        <button type="button" className="button wide" data-plan-do="write-now" onClick={() => go({ view: 'entry', id: beginEntry(holder) })}>
          {log('add')}
        </button>
      </p>
      <div className="cards">
        {doors.map(({ to, icon, title, text }) => (
          <button key={to} type="button" className="card-link" data-plan-do={to} onClick={() => go({ view: to })}>
            <span className="tile">
              <PlanIcon name={icon} />
            </span>
            <span className="words">
              <strong>{title}</strong>
              <span>{text}</span>
            </span>
            <Icon name="forward" />
          </button>
        ))}
      </div>
    </>
  );
}
