import type { ReactNode } from 'react';
import { needIds, peopleIds, type ContactWay, type NeedId, type PeopleId } from '#content/service';
import { useText } from '#i18n/use-text';
import { ChipButton } from '#ui/chip.tsx';
import type { Choices } from './use-finder.ts';

const wayIds = ['call', 'text', 'chat', 'bsl', 'visit'] as const satisfies readonly ContactWay[];
/** Languages that at least one service says it works in, English apart. A test holds this to the directory. */
export const offeredLanguages = ['pl', 'ur', 'pa', 'cy', 'bfi'] as const;
/** The wishes most people come with, offered without opening anything. */
const firstNeeds = ['talk', 'stay'] as const satisfies readonly NeedId[];

interface Props {
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
  readonly onReset: () => void;
}

export function FilterPanel({ choices, onChange, onReset }: Props): ReactNode {
  const t = useText('find');
  const count = choices.needs.length + choices.people.length + choices.ways.length + choices.languages.length + (choices.openNow ? 1 : 0);
  const needChip = (need: NeedId): ReactNode => (
    <li key={need}>
      <ChipButton pressed={choices.needs.includes(need)} onPress={() => onChange({ ...choices, needs: toggled(choices.needs, need) })}>
        {t(`need.${need}`)}
      </ChipButton>
    </li>
  );
  return (
    <>
      <ul className="chips">
        <li>
          <ChipButton pressed={choices.openNow} onPress={() => onChange({ ...choices, openNow: !choices.openNow })}>
            {t('filters.open')}
          </ChipButton>
        </li>
        {firstNeeds.map(needChip)}
      </ul>
      <details className="filters">
        <summary>
          {t('filters.title')}
          {count > 0 && <span className="count"> · {t('filters.chosen', { count })}</span>}
        </summary>
        <Group title={t('filters.need')}>{needIds.filter((need) => !isFirst(need)).map(needChip)}</Group>
        <Group title={t('filters.people')}>
          {peopleIds
            .filter((people) => people !== 'anyone')
            .map((people: PeopleId) => (
              <li key={people}>
                <ChipButton pressed={choices.people.includes(people)} onPress={() => onChange({ ...choices, people: toggled(choices.people, people) })}>
                  {t(`people.${people}`)}
                </ChipButton>
              </li>
            ))}
        </Group>
        <Group title={t('filters.way')}>
          {wayIds.map((way) => (
            <li key={way}>
              <ChipButton pressed={choices.ways.includes(way)} onPress={() => onChange({ ...choices, ways: toggled<ContactWay>(choices.ways, way) })}>
                {t(`ways.${way}`)}
              </ChipButton>
            </li>
          ))}
        </Group>
        <Group title={t('filters.language')}>
          {offeredLanguages.map((code) => (
            <li key={code}>
              <ChipButton pressed={choices.languages.includes(code)} onPress={() => onChange({ ...choices, languages: toggled<string>(choices.languages, code) })}>
                {t(`language.${code}`)}
              </ChipButton>
            </li>
          ))}
        </Group>
      </details>
      {count > 0 && (
        <button type="button" className="button quiet small" onClick={onReset}>
          {t('filters.reset')}
        </button>
      )}
    </>
  );
}

function isFirst(need: NeedId): boolean {
  return (firstNeeds as readonly NeedId[]).includes(need);
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <fieldset className="choice">
      <legend>{title}</legend>
      <ul className="chips">{children}</ul>
    </fieldset>
  );
}

function toggled<T>(chosen: readonly T[], one: T): readonly T[] {
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
}
