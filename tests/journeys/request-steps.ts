/** What a person does in the request, over a vault in memory. */
import type { LanguageCode } from '#i18n/languages';
import { loadText } from '#i18n/text';
import { renderApp, type OpenApp } from '../helpers/render-app.tsx';
import { find, openWith, vault, words } from './vault-steps.ts';

await loadText('en', ['request', 'terms']);

export const tap = async (app: OpenApp, what: string): Promise<void> => app.user.click(await find(`[data-ask-do="${what}"]`));
export const write = async (app: OpenApp, field: string, typed: string): Promise<void> => app.write(await find(`[data-ask-field="${field}"]`), typed);
export const atStep = (step: string): Promise<HTMLElement> => find(`[data-ask-step="${step}"]`);
export const heldBy = (passphrase: string): string => vault.plans.get(passphrase) ?? '';

/** The notes of the plan as they are kept. */
export const notesHeld = (): readonly Record<string, unknown>[] => (JSON.parse(heldBy(words)) as { readonly notes: readonly Record<string, unknown>[] }).notes;

/** To the second question, with a name in it. */
export async function begin(path = '/ask/request/', language: LanguageCode = 'en'): Promise<OpenApp> {
  const app = await renderApp(path, { language });
  await tap(app, 'begin');
  await tap(app, 'next');
  await atStep('your-name');
  await write(app, 'yourName', 'Ewa Nowak');
  return app;
}

/** Opens a plan by the link in the request and comes back. */
export async function openPlanAndReturn(app: OpenApp): Promise<void> {
  await app.user.click(await find('[data-ask-keeping] a'));
  await openWith(app);
  await app.user.click(await find('[data-back]'));
  await find('[data-ask-step]');
}
