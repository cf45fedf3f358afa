import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { AnswerField } from '#ui/answer-field.tsx';
import { isolate } from '#i18n/format';
import { CallLink } from '#ui/call-link.tsx';
import type { Holder } from '../holder.ts';
import { contactsIn, dialled, isBlankContact } from '../model/people.ts';
import { DeleteEntry } from './delete-entry.tsx';
import { useLeaving } from '#ui/use-leaving.ts';
import { useHolder } from './use-holder.ts';

interface Props {
  readonly holder: Holder;
  readonly id: string;
  readonly leave: () => void;
  readonly saved: ReactNode;
}

/** One person or place, saved while it is typed. */
export function PersonView({ holder, id, leave, saved }: Props): ReactNode {
  const t = useText('steps');
  const contact = contactsIn(useHolder(holder).entries).find((one) => one.id === id);
  useLeaving(() => {
    const last = contactsIn(holder.view().plan.notes).find((one) => one.id === id);
    if (last && isBlankContact(last)) holder.remove(id);
    holder.saveNow();
  });
  if (!contact) return null;
  const { isPlace, name, number, note, field } = contact;
  const toDial = dialled(number);
  return (
    <div data-plan-view="person">
      <h1 tabIndex={-1}>{t(isPlace ? 'people.place' : 'people.person')}</h1>
      <AnswerField label={t(isPlace ? 'people.placeName' : 'people.name')} value={name} onChange={(title) => holder.change(id, { title })} onLeave={holder.saveNow} mark="person-name" />
      <AnswerField
        label={t('people.number')}
        keys="tel"
        value={number}
        onChange={(typed) => holder.change(id, { fields: { person: { ...field, number: typed } } })}
        onLeave={holder.saveNow}
        fault={number.trim() !== '' && toDial === null ? t('people.numberFault') : null}
        mark="person-number"
      />
      {toDial !== null && (
        <p>
          <CallLink number={toDial} display={number} label={t('people.call', { number: isolate(number.trim()) })} />
          <span className="said soft">{t('trace')}</span>
        </p>
      )}
      <AnswerField label={t('people.note')} hint={t(isPlace ? 'people.placeHint' : 'people.noteHint')} rows={3} value={note} onChange={(text) => holder.change(id, { text })} onLeave={holder.saveNow} mark="person-note" />
      {saved}
      <p className="ends">
        <button type="button" className="button" data-plan-do="done" onClick={leave}>
          {t('doneHere')}
        </button>
      </p>
      <DeleteEntry
        words={{ delete: t('people.delete'), sure: t('people.sure'), yes: t('people.yes'), no: t('people.no') }}
        mark="delete-person"
        onDelete={() => {
          holder.remove(id);
          holder.saveNow();
          leave();
        }}
      />
    </div>
  );
}
