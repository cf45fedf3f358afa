import type { ReactNode } from 'react';
import { formatDate, isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { localDay } from '#kernel/local-time';
import type { Bytes } from '../../holder.ts';
import { readDay } from '../../model/day.ts';
import { isOfKind, type Entry } from '../../model/entry.ts';
import { codeWordsIn, contactsIn } from '../../model/people.ts';
import type { Part } from '../../model/selection.ts';
import { isBag, sectionsFor, stepsIn, type Picked } from '../../model/steps.ts';
import { bagSections, type SectionId } from '#content/ideas';
import { OwnWords } from '../own-words.tsx';
import { sectionTitle } from '../section-title.ts';
import { stepWords } from '../step-words.ts';
import { PaperLog } from './paper-log.tsx';

interface Props {
  readonly entries: readonly Entry[];
  readonly picked: Picked;
  readonly parts: readonly Part[];
  /** `null`: pictures are left out. */
  readonly readFile: ((place: number) => Promise<Bytes | null>) | null;
}

/** What was picked, as it is printed, and as somebody who was handed it reads it. */
export function Paper({ entries, picked, parts, readFile }: Props): ReactNode {
  const t = useText('takeout');
  const terms = useText('terms');
  const steps = stepsIn(entries);
  const own = sectionsFor(picked, steps).filter((section) => steps.some(({ of }) => of === section) && !isBag(section));
  const notes = entries.filter((entry) => !isOfKind(entry));
  const part = (id: Part, isEmpty: boolean, content: ReactNode): ReactNode =>
    parts.includes(id) && (
      <section>
        <h3>{t(`part.${id}`)}</h3>
        {isEmpty ? <p>{t('paper.empty')}</p> : content}
      </section>
    );
  const list = (sections: readonly SectionId[]): ReactNode => sections.map((section) => <PaperSteps key={section} section={section} entries={entries} />);
  return (
    <article className="paper" data-plan-paper>
      <header>
        <h2>{t('paper.title')}</h2>
        <p className="soft">{t('paper.made', { date: formatDate(terms, localDay(new Date())) })}</p>
      </header>
      {part('steps', own.length === 0, list(own))}
      {part('bag', !steps.some(({ of }) => isBag(of)), list(bagSections))}
      {part('people', contactsIn(entries).length + codeWordsIn(entries).length === 0, <PaperPeople entries={entries} />)}
      {part('log', !entries.some(({ rest }) => 'log' in rest), <PaperLog entries={entries} readFile={readFile} />)}
      {part(
        'notes',
        notes.length === 0,
        notes.map(({ id, title, text }) => (
          <div key={id}>
            {title.trim() !== '' && (
              <h4>
                <OwnWords words={title} />
              </h4>
            )}
            <p>
              <OwnWords words={text} />
            </p>
          </div>
        )),
      )}
    </article>
  );
}

function PaperSteps({ section, entries }: { readonly section: SectionId; readonly entries: readonly Entry[] }): ReactNode {
  const t = useText('steps');
  const takeout = useText('takeout');
  const terms = useText('terms');
  const own = stepsIn(entries).filter(({ of }) => of === section);
  if (own.length === 0) return null;
  return (
    <>
      <h4>{sectionTitle(t, section)}</h4>
      <ul className="plain">
        {own.map((step) => {
          const day = readDay(step.day);
          const beside = [
            step.where,
            day === null ? '' : t('step.by', { date: formatDate(terms, day) }),
            step.isLater ? takeout('paper.later') : '',
            step.isDone ? takeout(isBag(section) ? 'paper.ready' : 'paper.done') : '',
          ].filter((words) => words !== '');
          return (
            <li key={step.id}>
              <OwnWords words={stepWords(t, step)} />
              {beside.length > 0 && (
                <span className="soft">
                  {' '}
                  (<OwnWords words={beside.join(terms('list.comma'))} />)
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function PaperPeople({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const t = useText('takeout');
  return (
    <>
      <ul className="plain">
        {contactsIn(entries).map(({ id, name, number, note }) => (
          <li key={id}>
            <OwnWords words={[name, number.trim() === '' ? '' : isolate(number.trim()), note].filter((words) => words.trim() !== '').join(' · ')} />
          </li>
        ))}
      </ul>
      {codeWordsIn(entries).map(({ id, word, means, knows }) => (
        <p key={id}>
          {t('paper.code')}: <OwnWords words={[word, means, knows].filter((words) => words.trim() !== '').join(' · ')} />
        </p>
      ))}
    </>
  );
}
