import { Fragment, type ReactNode } from 'react';
import { ideasOf, type IdeaId } from '#content/ideas';
import { lawCheckedOn } from '#content/law';
import { pathTo, type GuideId } from '#content/routes';
import { formatDate } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';
import { InsideLink } from '#ui/inside-link.tsx';
import { ideaSectionsOf, pointsOf } from '../model/guides.ts';
import { HelpCard } from './help-card.tsx';
import { figures } from './figures.ts';
import { MoreLinks } from './more-links.tsx';

interface Props {
  readonly id: GuideId;
  /** An idea in the language of the screen. */
  readonly renderIdea: (idea: IdeaId) => ReactNode;
}

/** One guide: what is good to know, what people plan, what the law says, and who can help. */
export function GuidePage({ id, renderIdea }: Props): ReactNode {
  const lang = useLanguage();
  const t = useText('guides');
  const terms = useText('terms');
  const rules = pointsOf(id, 'rule');
  return (
    <article data-guide={id}>
      <h1 tabIndex={-1}>{t(`${id}.title`)}</h1>
      <p className="lead">{t(`${id}.lead`)}</p>
      <section>
        <h2>{t('know')}</h2>
        <Points keys={pointsOf(id, 'advice')} />
      </section>
      <Ideas id={id} renderIdea={renderIdea} />
      {rules.length > 0 && (
        <section>
          <h2>{t('says')}</h2>
          <Points keys={rules} />
          <p className="soft">
            {t('from', { date: formatDate(terms, lawCheckedOn) })} <InsideLink to={pathTo(lang, 'sources')}>{t('sources')}</InsideLink>
          </p>
        </section>
      )}
      <HelpCard id={id} />
      <MoreLinks id={id} />
    </article>
  );
}

function Points({ keys }: { readonly keys: ReturnType<typeof pointsOf> }): ReactNode {
  const t = useText('guides');
  return (
    <ul className="plain">
      {keys.map((key) => (
        <li key={key}>{t(key, figures)}</li>
      ))}
    </ul>
  );
}

/** What a plan offers too; there each can be taken, changed and ticked. */
function Ideas({ id, renderIdea }: Props): ReactNode {
  const lang = useLanguage();
  const t = useText('guides');
  const steps = useText('steps');
  const sections = ideaSectionsOf(id);
  if (sections.length === 0) return null;
  return (
    <section>
      <h2>{t('ideas')}</h2>
      <p className="soft">{t('ideasNote')}</p>
      {sections.map((section) => (
        <Fragment key={section}>
          {sections.length > 1 && <h3>{steps(`section.${section}`)}</h3>}
          <ul className="plain">
            {ideasOf(section).map((idea) => (
              <li key={idea}>{renderIdea(idea)}</li>
            ))}
          </ul>
        </Fragment>
      ))}
      <p>
        <InsideLink className="outside" to={pathTo(lang, 'plan')}>
          {t('plan')}
        </InsideLink>
      </p>
    </section>
  );
}
