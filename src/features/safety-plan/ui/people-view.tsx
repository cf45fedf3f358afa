import type { ReactNode } from 'react';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { Icon } from '#ui/icon.tsx';
import type { Go } from '../at.ts';
import type { Holder } from '../holder.ts';
import { codeWordsIn, contactsIn, dialled, type Contact } from '../model/people.ts';
import { useHolder } from './use-holder.ts';

/** Who to call and where to go, callable from here; and the way to a code word. */
export function PeopleView({ holder, go, saved }: { readonly holder: Holder; readonly go: Go; readonly saved: ReactNode }): ReactNode {
  const t = useText('steps');
  const { entries } = useHolder(holder);
  const contacts = contactsIn(entries);
  const codes = codeWordsIn(entries).filter(({ word }) => word.trim() !== '');
  const add = (place: boolean): void => go({ view: 'person', id: holder.add({ person: place ? { place: true } : {} }) });
  return (
    <div data-plan-view="people">
      <h1 tabIndex={-1}>{t('people.title')}</h1>
      <p>{t('people.lead')}</p>
      {saved}
      {contacts.length === 0 && <p className="soft">{t('people.none')}</p>}
      <ul className="notes">
        {contacts.map((contact) => (
          <ContactRow key={contact.id} contact={contact} go={go} />
        ))}
      </ul>
      <div className="pair">
        <button type="button" className="button" data-plan-do="add-person" onClick={() => add(false)}>
          {t('people.addPerson')}
        </button>
        <button type="button" className="button quiet" data-plan-do="add-place" onClick={() => add(true)}>
          {t('people.addPlace')}
        </button>
      </div>
      <h2>{t('code.title')}</h2>
      <button type="button" className="card-link" data-plan-do="code" onClick={() => go({ view: 'code' })}>
        <span className="words">
          {codes.map(({ id, word, means }) => (
            <span key={id} translate="no" dir="auto">
              <strong>{word}</strong> {means}
            </span>
          ))}
          {codes.length === 0 && (
            <>
              <strong>{t('read.code')}</strong>
              <span>{t('code.lead')}</span>
            </>
          )}
        </span>
        <Icon name="forward" />
      </button>
    </div>
  );
}

/** A name that opens its page, and under it the way to call, with what a call leaves behind. */
function ContactRow({ contact, go }: { readonly contact: Contact; readonly go: Go }): ReactNode {
  const t = useText('steps');
  const number = dialled(contact.number);
  return (
    <li data-plan-contact>
      <button type="button" className="card-link" onClick={() => go({ view: 'person', id: contact.id })}>
        <span className="words">
          {contact.name.trim() === '' ? (
            <span>{t('people.unnamed')}</span>
          ) : (
            <strong translate="no" dir="auto">
              {contact.name}
            </strong>
          )}
          {contact.note !== '' && (
            <span translate="no" dir="auto">
              {contact.note}
            </span>
          )}
        </span>
        <Icon name="forward" />
      </button>
      {number === null && contact.number.trim() !== '' && (
        <p translate="no" dir="auto">
          {contact.number}
        </p>
      )}
      {number !== null && (
        <p>
          <CallLink number={number} display={contact.number} label={t('people.call', { number: isolate(contact.number.trim()) })} />
          <span className="said soft">{t('trace')}</span>
        </p>
      )}
    </li>
  );
}
