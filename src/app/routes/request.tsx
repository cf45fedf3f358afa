import { useEffect, type ReactNode } from 'react';
import { keeperInPlan } from '#app/kept-request.ts';
import { holdUpdateBack } from '#app/update-bell.ts';
import { pathTo } from '#content/routes';
import { findLanguage, sourceLanguage } from '#i18n/languages';
import { useLanguage } from '#i18n/use-text';
import { currentHeld, forgetAnswers, onHeld } from '#features/clares-law/form/held.ts';
import { isBegun } from '#features/clares-law/form/model/draft.ts';
import { planEntry } from '#features/clares-law/form/ui/plan-entry.ts';
import type { FileFault } from '#features/clares-law/form/ui/file-way.tsx';
import { RequestPage } from '#features/clares-law/form/ui/request-page.tsx';
import { onLeave } from '#features/quick-exit/leave.ts';
import { secretFault } from '#features/vault/model/secret.ts';
import { deviceVault, longestPassphrase } from '#features/vault/store.ts';
import { handOver } from '#features/vault/ui/hand-over.ts';

const keeper = keeperInPlan((draft, now) => planEntry(findLanguage(document.documentElement.lang)?.code ?? sourceLanguage, draft, now));

let isWatched = false;

/** A newer copy opens the page anew: it is not offered over answers that would go with this one. */
function holdUpdates(): void {
  const { draft, keeping } = currentHeld();
  // Saving passes by itself. The notice must not come and go with every save.
  if (keeping !== 'saving') holdUpdateBack(isBegun(draft) && keeping !== 'kept');
}

/** For the whole visit and not for the screen: the answers are held on other screens too. */
function watchAnswers(): void {
  if (isWatched) return;
  isWatched = true;
  onLeave(forgetAnswers);
  onHeld(holdUpdates);
}

/** Sealed in the vault's worker, whether or not a plan is open, with words that a file of a plan would take too. */
async function saveAsFile(text: string, passphrase: string): Promise<FileFault | null> {
  const wrong = secretFault('own', passphrase, '', longestPassphrase);
  if (wrong === 'empty' || wrong === 'too-short' || wrong === 'too-long') return wrong;
  const sealed = await deviceVault().sealFile(text, passphrase);
  if (!sealed.ok) return 'refused';
  handOver(document, sealed.value);
  return null;
}

export function Page(): ReactNode {
  const lang = useLanguage();
  useEffect(watchAnswers, []);
  return <RequestPage keeper={keeper} askTo={pathTo(lang, 'ask')} saveAsFile={saveAsFile} />;
}
