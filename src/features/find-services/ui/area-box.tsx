import { useId, type ReactNode } from 'react';
import { areaName } from '#content/area-names';
import { isolate } from '#i18n/format';
import { useText } from '#i18n/use-text';
import { ChipButton } from '#ui/chip.tsx';
import type { AreaOrOutside } from '../model/area-lookup.ts';
import type { Finder } from './use-finder.ts';
import { TextBox } from './text-box.tsx';

/** An example of the first part of a postcode. */
const example = 'ME14 1';

/** One box for a postcode's first part, a town or a council; the answer stands under it. */
export function AreaBox({ finder }: { readonly finder: Finder }): ReactNode {
  const t = useText('find');
  const answerId = useId();
  return (
    <div className="field">
      <TextBox
        label={t('area.label')}
        hint={t('area.hint')}
        value={finder.areaText}
        onChange={finder.setAreaText}
        clearLabel={t('area.clear')}
        describedBy={answerId}
        data-find-area=""
      />
      <div id={answerId} className="answer" role="status">
        <AreaWords finder={finder} />
      </div>
    </div>
  );
}

function AreaWords({ finder }: { readonly finder: Finder }): ReactNode {
  const t = useText('find');
  const { answer, area, elsewhere, areaText } = finder;
  const notes: ReactNode[] = [];
  if ('from' in answer && answer.from.by !== 'name') {
    const part = isolate(answer.from.code);
    if (answer.from.trimmed) {
      notes.push(t('area.trimmed', { part }));
    }
    if (answer.from.sectorUnknown) {
      notes.push(t('area.byOutcode', { part }));
    }
  }
  if ('from' in answer && answer.from.by === 'name' && answer.from.corrected) {
    notes.push(t('area.corrected', { name: isolate(answer.from.name) }));
  }
  return (
    <>
      {area !== null && <p className="found">{t('area.chosen', { area: isolate(areaName(area)) })}</p>}
      {elsewhere.length > 0 && <OutsideWords elsewhere={elsewhere} />}
      {notes.map((note, index) => (
        <p key={index} className="soft">
          {note}
        </p>
      ))}
      {answer.kind === 'split' && (
        <Choice title={t('area.split', { part: isolate(answer.from.by === 'name' ? answer.from.name : answer.from.code) })} areas={answer.choices.map((one) => one.area)} finder={finder} />
      )}
      {answer.kind === 'area' && answer.others.length > 0 && <Choice title={t('area.others')} areas={[answer.area, ...answer.others.map((one) => one.area)]} finder={finder} />}
      {answer.kind === 'incomplete' && <p>{t('area.incomplete', { example: isolate(example) })}</p>}
      {answer.kind === 'unknown' && areaText !== '' && <p className="unknown">{t(`area.unknown.${answer.reason}`, { example: isolate(example) })}</p>}
      {answer.kind === 'choose' && <p>{t('area.choose')}</p>}
      {'places' in answer && answer.places.length > 0 && (
        <ul className="chips">
          {answer.places.map((place) => (
            <li key={`${place.name}${place.area}`}>
              <ChipButton pressed={finder.area === place.area} onPress={() => finder.chooseArea(place.area)}>
                <bdi lang="en">{place.name}</bdi>
              </ChipButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function OutsideWords({ elsewhere }: { readonly elsewhere: Finder['elsewhere'] }): ReactNode {
  const t = useText('find');
  const [only] = elsewhere;
  return <p className="found">{t(elsewhere.length === 1 && only !== undefined ? `area.outside.${only}` : 'area.outside.border', { emergency: isolate('999') })}</p>;
}

function Choice({ title, areas, finder }: { readonly title: string; readonly areas: readonly AreaOrOutside[]; readonly finder: Finder }): ReactNode {
  const t = useText('find');
  return (
    <fieldset className="choice">
      <legend>{title}</legend>
      <ul className="chips">
        {areas.map((one) => (
          <li key={one}>
            <ChipButton pressed={one === 'outside' ? finder.elsewhere.length > 0 : finder.area === one} onPress={() => finder.chooseArea(one)}>
              {one === 'outside' ? t('area.outsideChoice') : <bdi lang="en">{areaName(one)}</bdi>}
            </ChipButton>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
