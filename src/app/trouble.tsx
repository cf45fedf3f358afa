import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { helplines } from '#content/helplines';
import { pathTo } from '#content/routes';
import { isolate } from '#i18n/format';
import { findLanguage, sourceLanguage } from '#i18n/languages';
import { hasText, textOf } from '#i18n/text';
import { useLanguage } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { InsideLink } from '#ui/inside-link.tsx';
import { LoadFailure } from './screens.ts';

type Fault = 'load' | 'draw';

interface State {
  readonly fault: Fault | null;
}

/** A screen that fails keeps the exit (it is outside), the emergency number, a line to call and a way on. */
export class Trouble extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: error instanceof LoadFailure ? 'load' : 'draw' };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault === null ? this.props.children : <TroubleWords fault={fault} redraw={() => this.setState({ fault: null })} />;
  }
}

const kept = ['999', 'victim-support-24'];

function TroubleWords({ fault, redraw }: { readonly fault: Fault; readonly redraw: () => void }): ReactNode {
  const { pathname } = useLocation();
  const wanted = useLanguage();
  // A language whose words did not arrive cannot tell of it: the one that was showing does.
  const shown = findLanguage(document.documentElement.lang)?.code ?? sourceLanguage;
  const lang = hasText(wanted, ['frame']) ? wanted : shown;
  const t = textOf(lang, 'frame');
  return (
    <section>
      <h1 tabIndex={-1}>{t('problem.title')}</h1>
      <p>{t('problem.body')}</p>
      <p>
        <button type="button" className="button" onClick={() => (fault === 'load' ? window.location.replace(pathname) : redraw())}>
          {t('problem.retry')}
        </button>
      </p>
      <p>
        <InsideLink to={pathTo(lang, 'home')}>{t('lost.go')}</InsideLink>
      </p>
      {helplines()
        .filter((line) => kept.includes(line.id))
        .flatMap((line) =>
          line.contacts.map(
            (contact) =>
              contact.way === 'call' && (
                <p key={contact.number}>
                  {line.name} <CallLink number={contact.number} display={contact.display} label={t('problem.call', { number: isolate(contact.display) })} />
                </p>
              ),
          ),
        )}
    </section>
  );
}
