import { useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { AnswerField } from '#ui/answer-field.tsx';
import { useLeaving } from '#ui/use-leaving.ts';
import type { Holder } from '../holder.ts';
import type { SectionId } from '#content/ideas';
import { draftIn, isBag } from '../model/steps.ts';
import { addDraft } from './add-draft.ts';
import { useHolder } from './use-holder.ts';

/** A step in the person's own words, kept while it is typed. What was typed and not added becomes a step on leaving. */
export function OwnStep({ holder, section }: { readonly holder: Holder; readonly section: SectionId }): ReactNode {
  const t = useText('steps');
  const draft = draftIn(useHolder(holder).entries, section);
  const [isEmpty, setEmpty] = useState(false);
  const write = (text: string): void => {
    setEmpty(false);
    if (draft) holder.change(draft.id, { text });
    else holder.add({ step: { of: section, draft: true } }, { title: '', text });
  };
  const add = (): void => {
    const last = draftIn(holder.view().plan.notes, section);
    if (!last) return;
    addDraft(holder, last);
    holder.saveNow();
  };
  useLeaving(add);
  return (
    <form
      className="vault-form"
      onSubmit={(event) => {
        event.preventDefault();
        setEmpty((draft?.words ?? '').trim() === '');
        add();
      }}
    >
      <AnswerField
        label={t(isBag(section) ? 'own.thing' : 'own.label')}
        value={draft?.words ?? ''}
        onChange={write}
        onLeave={holder.saveNow}
        fault={isEmpty ? t('own.empty') : null}
        mark={`own-${section}`}
      />
      <button type="submit" className="button quiet" data-plan-do="add-own">
        {t('own.add')}
      </button>
    </form>
  );
}
