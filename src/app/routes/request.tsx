import { useEffect, type ReactNode } from 'react';
import { keeperInPlan } from '#app/kept-request.ts';
import { readPath } from '#content/routes';
import { findLanguage, sourceLanguage } from '#i18n/languages';
import { useLanguage } from '#i18n/use-text';
import { forgetAnswers } from '#features/clares-law/form/held.ts';
import { planEntry } from '#features/clares-law/form/ui/plan-entry.ts';
import { RequestPage } from '#features/clares-law/form/ui/request-page.tsx';
import { onLeave } from '#features/quick-exit/leave.ts';

const keeper = keeperInPlan((draft, now) => planEntry(findLanguage(document.documentElement.lang)?.code ?? sourceLanguage, draft, now));

let isWatched = false;

/** For the whole visit and not for the screen: the answers are held on other screens too. */
function forgetOnLeave(): void {
  if (isWatched) return;
  isWatched = true;
  onLeave(forgetAnswers);
}

/** The page that explains, by its address: null until it is there. */
function explanationIn(lang: string): string | null {
  const address = `/${lang}/ask/`;
  return readPath(address).route === 'lost' ? null : address;
}

export function Page(): ReactNode {
  const lang = useLanguage();
  useEffect(forgetOnLeave, []);
  return <RequestPage keeper={keeper} askTo={explanationIn(lang)} />;
}
