import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { AnswerField } from '#ui/answer-field.tsx';
import { useHandOn } from '#ui/use-hand-on.ts';
import type { Holder } from '../holder.ts';
import { codeWordsIn, isBlankCode, type CodeWord } from '../model/people.ts';
import { DeleteEntry } from './delete-entry.tsx';
import { CodeCard } from './code-card.tsx';
import { useLeaving } from '#ui/use-leaving.ts';
import { useHolder } from './use-holder.ts';

const how = ['h1', 'h2', 'h3', 'h4', 'h5'] as const;

/** How to agree on a word or a sign, what was agreed, and a card that shows it to the one it is agreed with. */
export function CodeView({ holder, leave, saved }: { readonly holder: Holder; readonly leave: () => void; readonly saved: ReactNode }): ReactNode {
  const t = useText('steps');
  const codes = codeWordsIn(useHolder(holder).entries);
  const [shown, setShown] = useState<CodeWord | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const handOn = useHandOn();
  const boxOf = (id: string) => (): HTMLElement | null | undefined => root.current?.querySelector<HTMLElement>(`[data-plan-code="${id}"] [data-ask-field]`);
  const firstBox = (): HTMLElement | null | undefined => root.current?.querySelector<HTMLElement>('[data-ask-field]');
  const wasShown = useRef(false);
  useEffect(() => {
    if (wasShown.current === (shown !== null)) return;
    wasShown.current = shown !== null;
    root.current?.querySelector('h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [shown]);
  useLeaving(() => {
    for (const one of codeWordsIn(holder.view().plan.notes).filter(isBlankCode)) holder.remove(one.id);
    holder.saveNow();
  });
  // A neighbour and a child may each have their own.
  const rows: readonly (CodeWord | null)[] = codes.length > 0 ? codes : [null];
  const write = (code: CodeWord | null, change: Partial<Pick<CodeWord, 'word' | 'means' | 'knows'>>): void => {
    const id = code?.id ?? holder.add({ code: {} });
    const { word, means, knows } = change;
    holder.change(id, {
      ...(word !== undefined && { title: word }),
      ...(means !== undefined && { text: means }),
      ...(knows !== undefined && { fields: { code: { ...code?.field, knows } } }),
    });
    setEmpty(false);
  };
  if (shown) {
    return (
      <div ref={root}>
        <CodeCard code={shown} onEnd={() => setShown(null)} />
      </div>
    );
  }
  return (
    <div ref={root} data-plan-view="code">
      <h1 tabIndex={-1}>{t('code.title')}</h1>
      <p>{t('code.lead')}</p>
      <ul className="plain">
        {how.map((one) => (
          <li key={one}>{t(`code.${one}`)}</li>
        ))}
      </ul>
      {rows.map((code, at) => (
        <div key={at} data-plan-code={code?.id ?? ''}>
          <AnswerField label={t('code.word')} value={code?.word ?? ''} onChange={(word) => write(code, { word })} onLeave={holder.saveNow} fault={isEmpty && (code?.word ?? '').trim() === '' ? t('code.empty') : null} mark="code-word" />
          <AnswerField label={t('code.means')} hint={t('code.meansHint')} rows={2} value={code?.means ?? ''} onChange={(means) => write(code, { means })} onLeave={holder.saveNow} mark="code-means" />
          <AnswerField label={t('code.knows')} value={code?.knows ?? ''} onChange={(knows) => write(code, { knows })} onLeave={holder.saveNow} mark="code-knows" />
          <p>
            <button
              type="button"
              className="button quiet"
              data-plan-do="show-card"
              onClick={() => {
                holder.saveNow();
                if (code && code.word.trim() !== '') setShown(code);
                else setEmpty(true);
              }}
            >
              {t('code.show')}
            </button>
          </p>
          {code && rows.length > 1 && (
            <DeleteEntry
              key={code.id}
              words={{ delete: t('code.delete'), sure: t('code.sure'), yes: t('people.yes'), no: t('people.no') }}
              mark="delete-code"
              onDelete={() => {
                holder.remove(code.id);
                holder.saveNow();
                handOn(firstBox);
              }}
            />
          )}
        </div>
      ))}
      {saved}
      <div className="pair ends">
        <button type="button" className="button" data-plan-do="done" onClick={leave}>
          {t('doneHere')}
        </button>
        {codes.some(isBlankCode) || codes.length === 0 ? null : (
          <button type="button" className="button quiet" data-plan-do="add-code" onClick={() => handOn(boxOf(holder.add({ code: {} })))}>
            {t('code.another')}
          </button>
        )}
      </div>
    </div>
  );
}
