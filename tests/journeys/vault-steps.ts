/** What a person does on the plan's screen, over a vault in memory. */
import { waitFor } from '@testing-library/react';
import { setIdleLimit } from '#features/vault/idle-limit.ts';
import { lockPlan } from '#features/vault/open-plan.ts';
import type { OpenApp } from '../helpers/render-app.tsx';
import { vault } from './fake-vault.ts';

export { vault };
export const words = 'right words';
export const secret = 'where the spare key is';

export const planWith = (...texts: string[]): string => JSON.stringify({ version: 1, notes: texts.map((text, at) => ({ id: `n${at}`, title: '', text, order: at + 1, changed: '' })) });

/** As on a new device, before each test. */
export async function beginAfresh(): Promise<void> {
  await lockPlan();
  vault.reset();
  setIdleLimit(120_000);
}

export const find = <T extends HTMLElement>(selector: string): Promise<T> => waitFor(() => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`not on the screen: ${selector}`);
  return found;
});
export const press = async (app: OpenApp, what: string): Promise<void> => app.user.click(await find(`[data-vault-do="${what}"]`));
export const type = async (app: OpenApp, mark: string, text: string): Promise<void> => app.write(await find(`[data-${mark}]`), text);
export const valueOf = async (mark: string): Promise<string> => (await find<HTMLInputElement>(`[data-${mark}]`)).value;
export const fault = async (what: string): Promise<HTMLElement> => find(`[data-vault-fault="${what}"]`);

export async function openWith(app: OpenApp, passphrase = words): Promise<void> {
  await type(app, 'vault-passphrase', passphrase);
  await press(app, 'open');
  await find('[data-vault="open"]');
}

export async function openNote(app: OpenApp): Promise<void> {
  const row = await find('[data-note] button');
  await app.user.click(row);
  await find('[data-note-text]');
}

/** Every word of the document: texts, what boxes hold, attributes. */
export function everything(): string {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map((box) => box.value);
  return [document.documentElement.outerHTML, ...boxes].join('\n');
}
