import { render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { forceById } from '#content/forces';
import { isolate } from '#i18n/format';
import { languages } from '#i18n/languages';
import { loadText, textOf } from '#i18n/text';
import { ScreenLanguage } from '#i18n/use-text';
import { AskPage } from '#features/clares-law/guide/ui/ask-page.tsx';
import { atHeading, linkIn, renderApp, type OpenApp } from '../helpers/render-app.tsx';

await Promise.all(languages.flatMap(({ code }) => [loadText(code, ['ask', 'home', 'now', 'find', 'about', 'terms'])]));
const ask = textOf('en', 'ask');
const home = textOf('en', 'home');

type Ask = typeof ask;

async function openAsk(language: 'en' | 'pl' | 'ur' = 'en'): Promise<OpenApp> {
  return renderApp('/ask/', { language });
}

/** The answer on the screen, by its stable name; null while there is none. */
function way(): string | null {
  return document.querySelector<HTMLElement>('[data-ask-route]')?.dataset['askRoute'] ?? null;
}

function answerText(): string {
  return document.querySelector('[data-ask-route]')?.textContent ?? '';
}

function spoken(): string {
  return document.querySelector('#way [role="status"]')?.textContent ?? '';
}

/** Picks in a group by its question and by the words of the choice, as a screen reader lists them. */
async function pick({ user }: OpenApp, question: 'danger' | 'who' | 'child' | 'where', choice: Parameters<typeof label>[1], t: Ask = ask): Promise<void> {
  const group = screen.getByRole('group', { name: t(`way.questions.${question}`) });
  await user.click(within(group).getByRole('radio', { name: label(t, choice) }));
}

function label(t: Ask, choice: 'yes' | 'no' | 'self' | 'other' | 'work' | 'adult' | 'both' | 'only' | 'kent' | 'elsewhere' | 'scotland' | 'northern-ireland' | 'unsure'): string {
  return t(`way.choices.${choice}`);
}

const groups = (): string[] => [...document.querySelectorAll('#way legend')].map((one) => one.textContent);

describe('asking about someone', () => {
  it('is one step from the first page, and so is the door for friends and family', async () => {
    const { user } = await renderApp('/');
    await user.click(linkIn(new RegExp(home('friends.title'))));
    await atHeading(ask('friends.title'));
    await user.click(linkIn(ask('title')));
    await atHeading(ask('title'));
    expect(linkIn(ask('doors.friends')).getAttribute('href')).toBe('/en/ask/friends/');
  });

  it('says before anything else whom to call in danger, and how to call without speaking', async () => {
    const { user, text } = await openAsk();
    const emergency = ask('danger.text', { emergency: isolate('999') });
    expect(text()).toContain(emergency);
    expect(text().indexOf(emergency)).toBeLessThan(text().indexOf(ask('lead')));
    expect(document.querySelector('main a[href^="tel:"]')?.getAttribute('href')).toBe('tel:999');
    await user.click(linkIn(ask('danger.how')));
    await atHeading(textOf('en', 'now')('title'));
  });

  it.each(['pl', 'ur'] as const)('shows the English of the emergency words while %s is not checked', async (code) => {
    await openAsk(code);
    expect(document.querySelector('main .warning [lang="en"]')?.textContent).toBe(ask('danger.text', { emergency: isolate('999') }));
    expect(document.querySelector('#not [lang="en"]')?.textContent).toBe(ask('not.report', { number: isolate('101'), emergency: isolate('999') }));
  });

  it('explains without an answer to any question, and says how old its facts are', async () => {
    const { text } = await openAsk();
    expect(way()).toBeNull();
    for (const words of [ask('steps.time', { days: '28' }), ask('told.person'), ask('nothing.record'), ask('who.self'), ask('not.report', { number: isolate('101'), emergency: isolate('999') })]) {
      expect(text()).toContain(words);
    }
    expect(text()).toContain('22 November 2026');
    expect(linkIn(ask('doors.sources')).getAttribute('href')).toBe('/en/about/sources/');
  });
});

describe('the questions', () => {
  it('are asked one after the other, and lead to Kent Police by three ways', async () => {
    const app = await openAsk();
    expect(groups()).toEqual([ask('way.questions.danger')]);
    await pick(app, 'danger', 'no');
    expect(spoken()).toBe(ask('way.next', { question: ask('way.questions.who') }));
    await pick(app, 'who', 'self');
    await pick(app, 'child', 'adult');
    expect(way()).toBeNull();
    await pick(app, 'where', 'kent');
    expect(way()).toBe('kent');
    expect(spoken()).toBe(ask('way.found', { answer: ask('answer.kent.title') }));
    const card = within(document.querySelector<HTMLElement>('[data-ask-route]') ?? document.body);
    expect(card.getByRole('link', { name: 'kent.police.uk' }).getAttribute('href')).toBe('https://www.kent.police.uk/');
    expect(document.querySelector('[data-ask-route] a[href="tel:101"]')).not.toBeNull();
    expect(answerText()).toContain(ask('answer.kent.station'));
    expect(answerText()).toContain(textOf('en', 'terms')('trace.callLog'));
    expect(answerText()).toContain(textOf('en', 'terms')('trace.web'));
    expect(answerText()).not.toContain(ask('answer.forOther'));
  });

  it('lead straight to the emergency number in danger, and on again when it is over', async () => {
    const app = await openAsk();
    await pick(app, 'danger', 'yes');
    expect(way()).toBe('emergency');
    expect(document.querySelector('[data-ask-route] a[href="tel:999"]')).not.toBeNull();
    expect(groups()).toHaveLength(1);
    await pick(app, 'danger', 'no');
    expect(way()).toBeNull();
    expect(groups()).toHaveLength(2);
  });

  it('never leave an old answer on the screen when an earlier one is changed', async () => {
    const app = await openAsk();
    for (const [question, choice] of [['danger', 'no'], ['who', 'other'], ['child', 'both'], ['where', 'scotland']] as const) await pick(app, question, choice);
    expect(way()).toBe('scotland');
    expect(answerText()).toContain('Disclosure Scheme for Domestic Abuse Scotland (DSDAS)');
    expect(answerText()).toContain(ask('answer.forOther'));
    expect(answerText()).toContain(ask('answer.childToo'));
    await pick(app, 'who', 'self');
    expect(way()).toBeNull();
    expect(groups()).toEqual([ask('way.questions.danger'), ask('way.questions.who'), ask('way.questions.child')]);
    expect(document.querySelectorAll('#way input:checked')).toHaveLength(2);
    await pick(app, 'who', 'work');
    expect(way()).toBe('know');
    await app.press(ask('way.again'));
    expect([way(), groups().length, document.querySelectorAll('#way input:checked').length]).toEqual([null, 1, 0]);
  });

  it('name every other force of England and Wales, and send on to the one that is picked', async () => {
    const app = await openAsk();
    for (const [question, choice] of [['danger', 'no'], ['who', 'self'], ['child', 'adult'], ['where', 'elsewhere']] as const) await pick(app, question, choice);
    const list = screen.getByLabelText<HTMLSelectElement>(ask('way.questions.force'));
    expect([...list.options].filter(({ value }) => forceById(value) !== null)).toHaveLength(42);
    await app.user.selectOptions(list, 'Essex Police');
    expect(way()).toBe('force');
    expect(answerText()).toContain(ask('answer.force.title', { force: isolate('Essex Police') }));
    expect(linkIn('essex.police.uk').getAttribute('href')).toBe('https://www.essex.police.uk/');
    await app.user.selectOptions(list, 'South Yorkshire Police');
    expect(answerText()).toContain(ask('answer.force.finder'));
    expect(linkIn('police.uk').getAttribute('href')).toBe('https://www.police.uk/pu/contact-us/');
    await app.user.selectOptions(list, 'unsure');
    expect(answerText()).toContain(ask('answer.force.unknown'));
  });

  it('tell a friend that they may be told nothing, and what they can do besides', async () => {
    const app = await openAsk();
    for (const [question, choice] of [['danger', 'no'], ['who', 'other'], ['child', 'adult'], ['where', 'unsure']] as const) await pick(app, question, choice);
    expect(way()).toBe('kent');
    expect(answerText()).toContain(ask('answer.kent.unsure'));
    expect(answerText()).toContain(ask('answer.forOther'));
    const card = within(document.querySelector<HTMLElement>('[data-ask-route]') ?? document.body);
    await app.user.click(card.getByRole('link', { name: ask('doors.friends') }));
    await atHeading(ask('friends.title'));
  });

  it('lead to Sarah’s Law where the worry is only about a child', async () => {
    const app = await openAsk();
    for (const [question, choice] of [['danger', 'no'], ['who', 'other'], ['child', 'only']] as const) await pick(app, question, choice);
    expect(way()).toBe('child');
    expect(answerText()).toContain(ask('child.when'));
    expect(answerText()).toContain(ask('child.near'));
    expect(answerText()).toContain(ask('answer.kent.online', { law: isolate('Sarah’s Law'), site: isolate('kent.police.uk') }));
    expect(answerText()).not.toContain('Clare’s Law');
  });

  it('keep what was picked when the language changes', async () => {
    const app = await openAsk();
    for (const [question, choice] of [['danger', 'no'], ['who', 'self'], ['child', 'adult'], ['where', 'northern-ireland']] as const) await pick(app, question, choice);
    await app.user.click(within(document.querySelector<HTMLElement>('details.languages') ?? document.body).getByRole('link', { name: 'اردو', hidden: true }));
    await atHeading(textOf('ur', 'ask')('title'));
    await waitFor(() => expect(way()).toBe('northern-ireland'));
    expect(answerText()).toContain(isolate('Police Service of Northern Ireland'));
    expect(answerText()).toContain(isolate('Domestic Violence and Abuse Disclosure Scheme (DVADS)'));
  });

  it('forget what was picked when the screen is left', async () => {
    const app = await openAsk();
    await pick(app, 'danger', 'no');
    await app.user.click(linkIn(ask('doors.ways')));
    await atHeading(ask('ways.title'));
    await app.user.click(linkIn(textOf('en', 'frame')('back')));
    await atHeading(ask('title'));
    expect(document.querySelectorAll('#way input:checked')).toHaveLength(0);
  });
});

describe('every way on one page', () => {
  it('has Kent Police, all the other forces, two nations’ own schemes, a child, and work', async () => {
    const { text } = await renderApp('/ask/ways/');
    expect(document.querySelectorAll('#others li a')).toHaveLength(42);
    for (const words of ['DSDAS', 'DVADS', ask('child.about'), ask('together.proof'), ask('know.tell'), ask('answer.kent.station')]) expect(text()).toContain(words);
    expect(document.querySelector('#kent a[href="tel:101"]')).not.toBeNull();
  });
});

describe('friends and family', () => {
  it.each(['en', 'pl', 'ur'] as const)('read in "%s" how to listen, what not to do, and why they may be told nothing', async (code) => {
    const t = textOf(code, 'ask');
    const { text } = await renderApp('/ask/friends/', { language: code });
    for (const words of [t('listen.believe'), t('avoid.confront'), t('contact.how'), t('friend.nothing'), t('friend.why')]) expect(text()).toContain(words);
    expect(text()).toContain(isolate('0808 168 9111'));
    expect(document.querySelector('main a[href^="tel:"]')?.getAttribute('href')).toBe('tel:999');
  });
});

describe('the door to getting one’s answers ready', () => {
  it.each([['/en/ask/request/', 1], [undefined, 0]] as const)('is there only when it leads somewhere: %s', (requestPath, count) => {
    render(
      <MemoryRouter>
        <ScreenLanguage value="en">
          <AskPage requestPath={requestPath} />
        </ScreenLanguage>
      </MemoryRouter>,
    );
    const doors = screen.queryAllByRole('link', { name: ask('doors.request') });
    expect(doors.map((door) => door.getAttribute('href'))).toEqual(Array.from({ length: count }, () => requestPath));
  });
});
