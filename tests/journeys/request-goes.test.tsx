import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { currentHeld, forgetAnswers } from '#features/clares-law/form/held.ts';
import { loadText, textOf } from '#i18n/text';
import { atHeading, renderApp } from '../helpers/render-app.tsx';
import { atStep, begin } from './request-steps.ts';
import { beginAfresh, everything, find } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

await loadText('en', ['request', 'terms', 'device']);
const device = textOf('en', 'device');

beforeEach(async () => {
  await beginAfresh();
  forgetAnswers();
});

/** By the links inside: an address would open a fresh page. */
async function deleteEverything(app: Awaited<ReturnType<typeof renderApp>>): Promise<void> {
  await app.user.click(await find('footer a[href$="/device/"]'));
  await atHeading(device('title'));
  await app.press(device('wipe.start'));
  await app.press(device('wipe.yes'));
}

describe('deleting everything', () => {
  it('takes the answers from the open page first, before anything is waited for', async () => {
    const app = await begin();
    await deleteEverything(app);
    expect(JSON.stringify(currentHeld())).not.toContain('Ewa');
    await waitFor(() => expect(document.querySelector('[data-wipe="working"], [data-wipe="unreadable"]')).toBeNull());
    await app.user.click(await find('[data-back]'));
    await atStep('start');
    expect(everything()).not.toContain('Ewa');
    expect(document.querySelector('[data-ask-do="check"]')).toBeNull();
  });

  it('leaves nothing of what was typed into the finder, which holds it for as long as its screen shows', async () => {
    const app = await renderApp('/find/');
    await app.write(app.area(), 'Maidstone');
    await app.write(app.query(), 'solicitor');
    await deleteEverything(app);
    await waitFor(() => expect(document.querySelector('[data-wipe="working"], [data-wipe="unreadable"]')).toBeNull());
    await app.user.click(await find('[data-back]'));
    await find('[data-find-area]');
    expect([app.area().value, app.query().value]).toEqual(['', '']);
  });
});
