import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allServices } from '#content/directory';
import { ideasOf } from '#content/ideas';
import { guideIds } from '#content/routes';
import { isolate } from '#i18n/format';
import { languages } from '#i18n/languages';
import { loadText, textOf } from '#i18n/text';
import { ideaWords } from '#features/safety-plan/ui/step-words.ts';
import { atHeading, linkIn, renderApp } from '../helpers/render-app.tsx';
import { atView, back, inPlan, plan, toSection } from './safety-plan-steps.ts';
import { beginAfresh, find } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

beforeEach(beginAfresh);

await Promise.all(languages.flatMap(({ code }) => [loadText(code, ['guides', 'steps', 'home', 'ask'])]));
const guides = textOf('en', 'guides');
const home = textOf('en', 'home');

const listed = (): (string | null)[] => [...document.querySelectorAll('main nav.cards a')].map((one) => one.getAttribute('href'));

describe('reading', () => {
  it('is one step from the first page; each guide is one step from the list, and Back leads to the list again', async () => {
    const address = window.location.href;
    const app = await renderApp('/');
    await app.user.click(linkIn(new RegExp(home('read.title'))));
    await atHeading(guides('title'));
    expect(listed()).toEqual(guideIds.map((id) => `/en/read/${id}/`));
    await app.user.click(linkIn(new RegExp(`^${guides('pets.title')}`)));
    await atHeading(guides('pets.title'));
    await back(app);
    await atHeading(guides('title'));
    expect(window.location.href).toBe(address);
  });

  it('shows what a plan would offer, word for word, to somebody who has none', async () => {
    const app = await renderApp('/read/moving/');
    const steps = textOf('en', 'steps');
    for (const section of ['going', 'left'] as const) {
      expect(app.text()).toContain(steps(`section.${section}`));
      for (const idea of ideasOf(section)) expect(app.text()).toContain(ideaWords(steps, idea));
    }
    expect(app.text()).toContain(guides('moving.boys', { boys: '14' }));
    expect(app.text()).toContain('22 November 2026');
    await app.user.click(linkIn(guides('sources')));
    await waitFor(() => expect(app.text()).toContain('Domestic Abuse Needs Assessment'));
  });

  it('leads to services for what it is about, with nothing in the address', async () => {
    const app = await renderApp('/read/visa/');
    expect(linkIn(guides('near')).getAttribute('href')).toBe('/en/find/');
    await app.user.click(linkIn(guides('near')));
    await find('[data-find-query]');
    await waitFor(() => expect(app.services().length).toBeGreaterThan(1));
    const wanted = allServices().filter(({ needs }) => needs.includes('immigration')).map(({ id }) => id);
    // The last one is the line that closes every list.
    expect(app.services().slice(0, -1).filter((id) => !wanted.includes(id))).toEqual([]);
  });

  it('leads on to another guide and to the other pages', async () => {
    const app = await renderApp('/read/law/');
    await app.user.click(linkIn(guides('children.title')));
    await atHeading(guides('children.title'));
    await app.user.click(linkIn(guides('all')));
    await atHeading(guides('title'));
    await app.user.click(linkIn(new RegExp(`^${guides('law.title')}`)));
    await atHeading(guides('law.title'));
    await app.user.click(linkIn(guides('elsewhere.ask')));
    await atHeading(textOf('en', 'ask')('title'));
  });

  it.each(['pl', 'ro', 'ur'] as const)('in "%s" shows the English under an idea that names the emergency number, or says what cannot wait', async (language) => {
    await renderApp('/read/children/', { language });
    const originals = [...document.querySelectorAll('main .original[lang="en"]')].map((one) => one.textContent);
    const steps = textOf('en', 'steps');
    expect(originals).toEqual([steps('idea.children.call', { emergency: isolate('999') }), steps('idea.pregnant.hurt')]);
    await atHeading(textOf(language, 'guides')('children.title'));
  });

  it('has a page of its own in another language: the language menu keeps the guide', async () => {
    const app = await renderApp('/read/pets/');
    await app.user.click(document.querySelector<HTMLElement>('.languages a[hreflang="ro"]') as HTMLElement);
    await atHeading(textOf('ro', 'guides')('pets.title'));
  });
});

describe('a plan and the guides', () => {
  it.each([['pets', 'pets'], ['work', 'money'], ['now', 'home']] as const)('from the part "%s" there is a way to what there is to read, and Back leads to the part again', async (section, guide) => {
    const app = await inPlan(JSON.stringify({ situations: ['pets', 'work'], notes: [] }));
    await toSection(app, section);
    await app.user.click(linkIn(textOf('en', 'steps')('read.guide')));
    await atHeading(guides(`${guide}.title`));
    await back(app);
    await atView('section');
    await atHeading(textOf('en', 'steps')(`section.${section}`));
  });

  it('from the record of what happened there is a way to what helps in court', async () => {
    const app = await inPlan();
    await plan(app, 'log');
    await atView('log');
    await app.user.click(linkIn(textOf('en', 'steps')('read.guide')));
    await atHeading(guides('law.title'));
  });

  it('from a guide there is a way to a plan', async () => {
    const app = await renderApp('/read/bag/');
    await app.user.click(linkIn(guides('plan')));
    await waitFor(() => expect(document.querySelector('[data-vault-do]')).not.toBeNull());
  });
});
