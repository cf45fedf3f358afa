import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { languages, type LanguageCode } from '#i18n/languages';
import { loadText, textOf, type Namespace } from '#i18n/text';
import { atHeading, linkIn, renderApp } from '../helpers/render-app.tsx';

async function wordsOf<N extends Namespace>(lang: LanguageCode, ns: N): Promise<ReturnType<typeof textOf<N>>> {
  await loadText(lang, [ns]);
  return textOf(lang, ns);
}

const home = await wordsOf('en', 'home');
const now = await wordsOf('en', 'now');
const find = await wordsOf('en', 'find');
const frame = await wordsOf('en', 'frame');

describe('moving about', () => {
  it('goes from the first page to the emergency page and back', async () => {
    const { user } = await renderApp('/');
    await user.click(linkIn(new RegExp(home('now.title'))));
    await atHeading(now('title'));
    expect(linkIn(now('call', { number: '\u2066999\u2069' })).getAttribute('href')).toBe('tel:999');
    await user.click(linkIn(frame('back')));
    await atHeading(home('title'));
  });

  it('keeps the address bar and the history as they were on arrival', async () => {
    const before = [window.location.href, window.history.length];
    const { user } = await renderApp('/');
    await user.click(linkIn(new RegExp(home('find.title'))));
    await atHeading(find('title'));
    await user.click(linkIn(frame('back')));
    await atHeading(home('title'));
    expect([window.location.href, window.history.length]).toEqual(before);
  });

  it('has a Back link on every screen but the first, in the same place', async () => {
    const { user } = await renderApp('/now/');
    const back = document.querySelector('main')?.firstElementChild;
    expect(back?.hasAttribute('data-back')).toBe(true);
    await user.click(linkIn(frame('back')));
    await atHeading(home('title'));
    expect(document.querySelector('[data-back]')).toBeNull();
  });

  it('gives the heading the focus on each move', async () => {
    const { user } = await renderApp('/');
    for (const [name, title] of [[new RegExp(home('now.title')), now('title')], [frame('back'), home('title')], [new RegExp(home('find.title')), find('title')]] as const) {
      await user.click(linkIn(name));
      const heading = await atHeading(title);
      await waitFor(() => expect(document.activeElement === heading).toBe(true));
    }
  });

  it('leaves the focus alone on arrival', async () => {
    await renderApp('/now/');
    expect(document.activeElement === document.body).toBe(true);
  });

  it('goes back through the screens one by one, as they were visited', async () => {
    const { user } = await renderApp('/');
    await user.click(screen.getByRole('link', { name: frame('footer.about') }));
    await atHeading((await wordsOf('en', 'about'))('title'));
    await user.click(linkIn((await wordsOf('en', 'about'))('facts.link')));
    await atHeading((await wordsOf('en', 'about'))('sources.title'));
    await user.click(linkIn(frame('back')));
    await atHeading((await wordsOf('en', 'about'))('title'));
    await user.click(linkIn(frame('back')));
    await atHeading(home('title'));
  });

  it('says so at an address that leads nowhere, and has a way on', async () => {
    const { user } = await renderApp('/nothing-here/');
    await atHeading(frame('lost.title'));
    await user.click(linkIn(frame('lost.go')));
    await atHeading(home('title'));
  });
});

describe('changing the language', () => {
  it('offers each language by its own name, and turns page, exit and direction over', async () => {
    const { user } = await renderApp('/now/');
    const menu = within(document.querySelector<HTMLElement>('details.languages') ?? document.body);
    for (const { code, name, dir } of [...languages].reverse()) {
      await user.click(menu.getByRole('link', { name, hidden: true }));
      const [words, outside] = [await wordsOf(code, 'now'), await wordsOf(code, 'frame')];
      await atHeading(words('title'));
      await waitFor(() => expect([document.documentElement.lang, document.documentElement.dir]).toEqual([code, dir]));
      expect(document.getElementById('exit-label')?.textContent).toBe(outside('exit'));
      expect(document.getElementById('skip')?.textContent).toBe(outside('skip'));
    }
  });

  it('keeps what was typed in the finder', async () => {
    const { user, area, query, write } = await renderApp('/find/');
    await write(area(), 'ME14 1');
    await write(query(), 'housing');
    await user.click(within(document.querySelector<HTMLElement>('details.languages') ?? document.body).getByRole('link', { name: 'Polski', hidden: true }));
    const polish = await wordsOf('pl', 'find');
    await atHeading(polish('title'));
    await waitFor(() => expect(document.documentElement.lang).toBe('pl'));
    expect([area().value, query().value]).toEqual(['ME14 1', 'housing']);
  });
});

describe('emergency instructions', () => {
  it.each(languages.filter(({ review }) => review === 'draft').map(({ code }) => code))('in unchecked %s show the English under each step', async (code) => {
    await renderApp('/now/', { language: code });
    const steps = [...document.querySelectorAll('#silent li, #silent .warning, #deaf .steps li')];
    expect(steps.length).toBeGreaterThan(10);
    for (const step of steps) expect(step.querySelector('[lang="en"]')?.textContent ?? '').toMatch(/[a-z]{3}/);
    const press = now('silent.mobile.s4', { key: '\u206655\u2069' });
    expect(steps.some((step) => step.querySelector('[lang="en"]')?.textContent === press)).toBe(true);
    expect(document.querySelector('.foot')?.textContent).toContain((await wordsOf(code, 'frame'))('draft'));
  });

  it('in English stand once', async () => {
    await renderApp('/now/');
    expect(document.querySelectorAll('.original')).toHaveLength(0);
  });

  it('never name the key before the message that asks for it', async () => {
    const { text } = await renderApp('/now/');
    expect(text().indexOf('You are through to the police')).toBeLessThan(text().indexOf('55'));
    const landline = document.querySelectorAll('#silent .steps')[1]?.textContent ?? '';
    expect(landline).not.toBe('');
    expect(landline).not.toContain('55');
  });
});
