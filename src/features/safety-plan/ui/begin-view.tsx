import { useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { CheckGroup } from '#ui/check-group.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import type { Holder } from '../holder.ts';
import { situations } from '#content/ideas';
import { isSituation, pickedIn } from '../model/steps.ts';
import { sectionAsked } from './section-title.ts';
import { useHolder } from './use-holder.ts';

/** What is part of somebody's life, so that the ideas fit. Everything may be left open. */
export function BeginView({ holder, leave }: { readonly holder: Holder; readonly leave: () => void }): ReactNode {
  const t = useText('steps');
  const { fields } = useHolder(holder);
  const before = pickedIn(fields);
  const [who, setWho] = useState<'me' | 'friend'>(before.isForFriend ? 'friend' : 'me');
  const [picked, setPicked] = useState<readonly string[]>(before.situations);
  const keep = (): void => {
    holder.setField('for', [who]);
    holder.setField('situations', picked.filter(isSituation));
    holder.saveNow();
    leave();
  };
  return (
    <div data-plan-view="begin">
      <h1 tabIndex={-1}>{t('begin.title')}</h1>
      <RadioGroup
        title={t('begin.who')}
        options={[
          { value: 'me', label: t('begin.me') },
          { value: 'friend', label: t('begin.friend') },
        ]}
        value={who}
        onChange={setWho}
      />
      {who === 'friend' && <p className="soft">{t('begin.friendNote')}</p>}
      <CheckGroup title={t(who === 'friend' ? 'begin.leadFriend' : 'begin.lead')} options={situations.map((value) => ({ value, label: sectionAsked(t, value, who === 'friend') }))} values={picked} onChange={setPicked} mark="plan-situations" />
      <div className="pair">
        <button type="button" className="button" data-plan-do="show-ideas" onClick={keep}>
          {t('begin.done')}
        </button>
        <button type="button" className="button quiet" data-plan-do="not-now" onClick={leave}>
          {t('begin.notNow')}
        </button>
      </div>
    </div>
  );
}
