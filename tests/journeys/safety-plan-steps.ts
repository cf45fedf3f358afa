/** What a person does inside their plan, over a vault in memory. */
import { waitFor } from '@testing-library/react';
import { renderApp, type OpenApp } from '../helpers/render-app.tsx';
import type { LanguageCode } from '#i18n/languages';
import { find, openWith, planWith, vault, words } from './vault-steps.ts';

export const plan = async (app: OpenApp, what: string): Promise<void> => app.user.click(await find(`[data-plan-do="${what}"]`));
export const field = (mark: string): Promise<HTMLInputElement> => find<HTMLInputElement>(`[data-ask-field="${mark}"]`);
export const answer = async (app: OpenApp, mark: string, text: string): Promise<void> => app.write(await field(mark), text);
export const atView = (view: string): Promise<HTMLElement> => find(`[data-plan-view="${view}"]`);
export const back = async (app: OpenApp): Promise<void> => app.user.click(await find('[data-back]'));

interface Kept {
  readonly notes: readonly (Readonly<Record<string, unknown>> & { readonly title: string; readonly text: string })[];
  readonly [field: string]: unknown;
}

/** What is sealed by now. */
export const kept = (): Kept => JSON.parse(vault.plans.get(words) ?? '') as Kept;

export const keptSoon = (is: (plan: Kept) => boolean): Promise<void> => waitFor(() => {
  if (!is(kept())) throw new Error(`kept: ${JSON.stringify(kept())}`);
});

/** A plan that is open; with nothing in it unless a text is handed in. */
export async function inPlan(text = planWith(), language: LanguageCode = 'en'): Promise<OpenApp> {
  vault.plans.set(words, text);
  const app = await renderApp('/plan/', { language });
  await openWith(app);
  return app;
}

export async function toSection(app: OpenApp, section: string): Promise<void> {
  await plan(app, 'steps');
  await app.user.click(await find(`[data-plan-section="${section}"] button`));
  await atView('section');
}
