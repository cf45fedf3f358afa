import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { serviceById } from '#content/directory';
import type { Hours } from '#content/service';
import { isolate } from '#i18n/format';
import { loadText, textOf } from '#i18n/text';
import { renderApp, type OpenApp } from '../helpers/render-app.tsx';

await Promise.all([loadText('en', ['find', 'terms']), loadText('ur', ['find', 'terms'])]);
const find = textOf('en', 'find');
const terms = textOf('en', 'terms');

/** A Sunday in winter, two in the night in London. */
const sundayNight = new Date('2026-11-29T02:00:00Z');
/** A Tuesday at eleven in the morning. */
const tuesdayMorning = new Date('2026-11-24T11:00:00Z');

const closingLine = 'victim-support-24';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: tuesdayMorning });
});

/** Day and night, or in so many words at two on a Sunday. */
function isNight(hours: Hours | undefined): boolean {
  if (hours?.kind !== 'weekly') return hours?.kind === 'always';
  return hours.spans.some(({ days, open, close }) => days.includes('sun') && open <= '02:00' && close > '02:00');
}

async function openFinder(): Promise<OpenApp> {
  const app = await renderApp('/find/');
  await waitFor(() => expect(app.services().length).toBeGreaterThan(10));
  return app;
}

function answer(): string {
  return document.querySelector('.answer')?.textContent ?? '';
}

describe('saying where one is', () => {
  it('knows Maidstone by the first part of a postcode', async () => {
    const app = await openFinder();
    await app.write(app.area(), 'ME14 1');
    expect(answer()).toContain(find('area.chosen', { area: isolate('Maidstone') }));
    const shown = app.services().map((id) => serviceById(id));
    expect(shown.every((one) => one !== null && (one.areas === 'all' || one.areas.includes('maidstone')))).toBe(true);
    expect(app.services()).toContain('housing-maidstone');
  });

  it('uses only the sector of a full postcode, and says so', async () => {
    const app = await openFinder();
    await app.write(app.area(), 'me141xx');
    expect(answer()).toContain(find('area.trimmed', { part: isolate('ME14 1') }));
    expect(answer()).toContain('Maidstone');
    expect(answer()).not.toMatch(/1xx/i);
  });

  it('asks which council where a postcode lies in two, and takes the answer', async () => {
    const app = await openFinder();
    await app.write(app.area(), 'ME18');
    expect(answer()).toContain(find('area.split', { part: isolate('ME18') }));
    await app.press('Tonbridge & Malling');
    expect(answer()).toContain(find('area.chosen', { area: isolate('Tonbridge & Malling') }));
    expect(app.services()).not.toContain('housing-maidstone');
  });

  it('knows a town by its name, with a slip in it', async () => {
    const app = await openFinder();
    await app.write(app.area(), 'Maidston');
    expect(answer()).toContain('Maidstone');
  });

  it('shows Scotland its own line and no service of Kent', async () => {
    const app = await openFinder();
    await app.write(app.area(), 'EH1 1');
    expect(answer()).toContain(find('area.outside.scotland'));
    const shown = app.services().slice(0, -1).map((id) => serviceById(id));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((one) => one?.nations.includes('scotland') && one.areas === 'all')).toBe(true);
    // Under the words "This line is for you" the first that is no emergency service must be Scotland's own.
    expect(shown.find((one) => one?.kind !== 'emergency')?.id).toBe('sdafmh');
  });

  it('says plainly what it does not know, and keeps the list', async () => {
    const app = await openFinder();
    for (const [typed, words] of [['xqzt', 'area.unknown.not-a-place'], ['ME77', 'area.unknown.no-such-postcode'], ['Kent', 'area.unknown.too-wide']] as const) {
      await app.write(app.area(), typed);
      expect(answer(), typed).toBe(find(words, { example: isolate('ME14 1') }));
      expect(app.services().length).toBeGreaterThan(10);
    }
  });
});

describe('narrowing down', () => {
  it('shows only what meets every kind of wish, and says how many', async () => {
    const app = await openFinder();
    const all = app.services().length;
    await app.press(find('need.pets'));
    const shown = app.services().slice(0, -1).map((id) => serviceById(id));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(all);
    expect(shown.every((one) => one?.needs.includes('pets'))).toBe(true);
    expect(document.getElementById('results-count')?.textContent).toBe(find('results.count', { count: shown.length }));
    await app.press(find('filters.reset'));
    expect(app.services()).toHaveLength(all);
  });

  it('goes by way of contact and by language', async () => {
    const app = await openFinder();
    await app.press(find('ways.chat'));
    const chats = app.services().slice(0, -1).map((id) => serviceById(id));
    expect(chats.length).toBeGreaterThan(0);
    expect(chats.every((one) => one?.contacts.some(({ way }) => way === 'chat'))).toBe(true);
    await app.press(find('ways.chat'));
    await app.press(find('language.ur'));
    const urdu = app.services().slice(0, -1).map((id) => serviceById(id));
    expect(urdu.length).toBeGreaterThan(0);
    expect(urdu.every((one) => one?.languages.includes('ur') || one?.interpreters)).toBe(true);
  });

  it('finds by words, with a slip in them', async () => {
    const app = await openFinder();
    await app.write(app.query(), 'galopp');
    await waitFor(() => expect(app.services()[0]).toBe('galop'));
  });

  it('ends every list with the line that is answered day and night, an empty one too', async () => {
    const app = await openFinder();
    for (const query of ['', 'housing', 'xqzt xqzt']) {
      await app.write(app.query(), query);
      await waitFor(() => expect(app.services().at(-1), query).toBe(closingLine));
    }
    await waitFor(() => expect(app.services()).toEqual([closingLine]));
    expect(app.text()).toContain(find('results.none'));
    expect(document.querySelectorAll('a[href="tel:+448081689111"]')).toHaveLength(1);
  });
});

describe('open now', () => {
  it('at two on a Sunday night shows only what is answered at night', async () => {
    vi.setSystemTime(sundayNight);
    const app = await openFinder();
    await app.press(find('filters.open'));
    const shown = app.services();
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).toContain(closingLine);
    for (const id of shown) {
      const card = document.querySelector(`[data-service="${id}"] .opening`)?.textContent ?? '';
      expect(card, id).toContain('Open now');
      const service = serviceById(id);
      const hours = [service?.hours, ...(service?.contacts ?? []).map((contact) => ('hours' in contact ? contact.hours : undefined))];
      expect(hours.some(isNight), `${id} is answered at night`).toBe(true);
    }
  });

  it('on a Tuesday morning shows more, and never what has unknown hours', async () => {
    const app = await openFinder();
    await app.press(find('filters.open'));
    const day = app.services();
    expect(day.every((id) => document.querySelector(`[data-service="${id}"] .opening`)?.textContent?.includes('Open now'))).toBe(true);
    const night = day.filter((id) => serviceById(id)?.hours.kind === 'always');
    expect(day.length).toBeGreaterThan(night.length);
  });

  it('is unsure on a bank holiday, and says so', async () => {
    vi.setSystemTime(new Date('2026-12-25T11:00:00Z'));
    const app = await openFinder();
    expect(app.text()).toContain(terms('hours.bankHoliday'));
    await app.press(find('filters.open'));
    const hours = app.services().map((id) => serviceById(id));
    expect(hours.every((one) => one?.hours.kind === 'always' || one?.contacts.some((contact) => 'hours' in contact && contact.hours.kind === 'always'))).toBe(true);
  });
});

describe('in Urdu', () => {
  it('keeps numbers in their own direction and Western digits', async () => {
    const app = await renderApp('/find/', { language: 'ur' });
    await app.write(app.area(), 'ME14 1');
    expect(answer()).toContain(isolate('Maidstone'));
    expect(app.text()).toContain(isolate('0808 168 9111'));
    expect(app.text()).not.toMatch(/[۰-۹٠-٩]/);
  });
});
