import { Component, type ReactNode } from 'react';
import { helplines } from '#content/helplines';
import { isolate } from '#i18n/format';
import { findLanguage, sourceLanguage } from '#i18n/languages';
import { hasText, textOf } from '#i18n/text';
import { useLanguage } from '#i18n/use-text';
import { CallLink } from '#ui/call-link.tsx';
import { forgetFailures } from './screens.ts';

interface State {
  readonly broken: boolean;
}

/** A screen that fails keeps the exit (it is outside), the emergency number, a line to call and a way on. */
export class Trouble extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) {
      return this.props.children;
    }
    return (
      <TroubleWords
        retry={() => {
          forgetFailures();
          this.setState({ broken: false });
        }}
      />
    );
  }
}

const kept = ['999', 'victim-support-24'];

function TroubleWords({ retry }: { readonly retry: () => void }): ReactNode {
  const wanted = useLanguage();
  // A language whose words did not arrive cannot tell of it: the one that was showing does.
  const shown = findLanguage(document.documentElement.lang)?.code ?? sourceLanguage;
  const t = textOf(hasText(wanted, ['frame']) ? wanted : shown, 'frame');
  return (
    <section>
      <h1 tabIndex={-1}>{t('problem.title')}</h1>
      <p>{t('problem.body')}</p>
      <p>
        <button type="button" className="button" onClick={retry}>
          {t('problem.retry')}
        </button>
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
