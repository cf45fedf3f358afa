import type { ReactNode } from 'react';
import { pathTo } from '#content/routes';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';
import { Checked } from './checked.tsx';
import { Danger } from './danger.tsx';
import { Explained } from './explained.tsx';
import { HelpLine } from './help-line.tsx';
import { RequestDoor } from './kent-ways.tsx';
import { WayFinder } from './way-finder.tsx';

/** Where to on a long page: the ids of its parts. */
const jumps = ['who', 'steps', 'ready', 'told', 'nothing', 'find', 'child'] as const;

const doors = [
  ['ways', 'ways'],
  ['friends', 'friends'],
  ['work', 'ways'],
] as const;

interface Props {
  /** Where the answers can be got ready; no door to it while it is left out. */
  readonly requestPath?: string | undefined;
}

export function AskPage({ requestPath }: Props): ReactNode {
  const t = useText('ask');
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <Danger />
      <p className="lead">{t('lead')}</p>
      <p>
        {t('notThis')} {t('sends')}
      </p>
      <section id="way">
        <h2>{t('way.title')}</h2>
        <p>{t('way.text')}</p>
        <noscript>
          <p>{t('way.noScript', { page: t('ways.title') })}</p>
        </noscript>
        <WayFinder requestPath={requestPath} />
        <Doors />
      </section>
      <nav className="jumps" aria-labelledby="jumps">
        <h2 id="jumps">{t('jump')}</h2>
        <ul>
          {jumps.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{t(`${id}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Explained id="two" />
      <Explained id="who" />
      <Explained id="not" />
      <Explained id="steps" />
      <Explained id="ready">{requestPath !== undefined && <RequestDoor to={requestPath} />}</Explained>
      <Explained id="told" />
      <Explained id="nothing" />
      <Explained id="find" />
      <HelpLine title="wait.title" words="wait.text" />
      <Explained id="child" />
      <Checked />
    </>
  );
}

function Doors(): ReactNode {
  const lang = useLanguage();
  const t = useText('ask');
  return (
    <ul>
      {doors.map(([words, route]) => (
        <li key={words}>
          <InsideLink className="outside" to={pathTo(lang, route)}>
            {t(`doors.${words}`)}
          </InsideLink>
        </li>
      ))}
    </ul>
  );
}
