/** The whole of a plan with the keyboard alone: nothing is lost, and where somebody is can be seen after every key. */
import { describe, expect, it } from 'vitest';
import { keyboardOn } from '../helpers/keyboard.ts';
import { visitWithoutCopy } from '../helpers/outside.ts';
import { askVault } from '../helpers/page-vault.ts';
import { does, field, into, photoOf, toSection } from '../helpers/plan-inside.ts';
import { openPart, openWith, toPlan, waitFor } from '../helpers/plan-screen.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();

const words = 'the heron stands by the mill';
const view = (name: string): string => `[data-plan-view="${name}"]`;

describe('with the keyboard alone', () => {
  it('a plan is begun, ideas are taken and changed, what happened is written down, and it is locked again', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await toPlan(page);
    const keys = keyboardOn(page);
    const goesTo = async (key: string, screen: string): Promise<void> => {
      await keys.press(key, screen);
      expect(await keys.at('h1'), `the heading of ${screen}`).toBe(true);
    };
    await keys.to('[data-vault-do="begin"]');
    await goesTo('Enter', '[data-vault="new"]');
    await keys.to('input[type="radio"]:checked');
    while (!(await keys.at('input[value="own"]'))) await keys.press('ArrowDown');
    await keys.to('[data-vault-passphrase]');
    await keys.type(words);
    await goesTo('Enter', '[data-vault="open"]');

    await keys.to(does('steps'));
    await goesTo('Enter', view('steps'));
    await keys.to(does('begin-steps'));
    await goesTo('Enter', view('begin'));
    for (const situation of ['children', 'pets']) {
      await keys.to(`input[value="${situation}"]`);
      await keys.press('Space');
    }
    await keys.to(does('show-ideas'));
    await goesTo('Enter', view('steps'));
    await keys.to('[data-plan-section="now"] button');
    await goesTo('Enter', view('section'));

    await keys.to(`[data-idea="now.room"] ${does('take-idea')}`);
    await keys.press('Enter', '[data-step="now.room"]');
    // In its place, so that nobody goes through the list from its top again.
    expect(await keys.at('#gone-now\\.room')).toBe(true);
    await keys.to(`[data-idea="now.call"] ${does('not-this')}`);
    await keys.press('Space', '.fold');
    expect(await keys.at('#gone-now\\.call')).toBe(true);
    await keys.to(`[data-step="now.room"] ${does('change-step')}`, 'Shift+Tab');
    await keys.press('Enter', field('step-words'));
    await keys.to(field('step-words'));
    await keys.press('ControlOrMeta+A');
    await keys.type('Sit near the door');
    await keys.to(field('step-day'));
    await keys.type('12242');
    expect(await page.locator('.fault').count(), 'a year that is half typed').toBe(0);
    await keys.type('026');
    await keys.to(does('close-step'));
    await keys.press('Enter');
    expect(await keys.at(does('change-step'))).toBe(true);
    expect(await page.innerText('[data-step="now.room"]')).toContain('By 24 December 2026');
    await keys.to(field('own-now'));
    await keys.type('Ring Ala');
    await keys.press('Enter', '[data-step="own"]');
    expect(await keys.at(field('own-now'))).toBe(true);
    await keys.to(does('all-steps'));
    await goesTo('Enter', view('steps'));
    await keys.to('[data-back]', 'Shift+Tab');
    await goesTo('Enter', does('log'));

    await keys.to(does('log'));
    await goesTo('Enter', view('log'));
    await keys.to(does('add-entry'));
    await keys.press('Enter', view('entry'));
    // One that is new has the focus in its box.
    await page.waitForFunction((box) => document.activeElement?.matches(box), field('log-text'));
    await keys.type('He took my phone');
    await keys.to('input[value="today"]');
    await keys.press('ArrowDown');
    expect(await keys.at('input[value="yesterday"]:checked')).toBe(true);
    await keys.to('summary');
    await keys.press('Enter', `details[open] ${field('log-where')}`);
    await keys.to(field('log-where'));
    await keys.type('kitchen');
    await keys.to('[data-back]', 'Shift+Tab');
    await goesTo('Enter', view('log'));
    await keys.to('[data-entry] button');
    expect(await page.innerText('[data-entry]')).toMatch(/He took my phone\s+kitchen/);
    await keys.to('[data-back]', 'Shift+Tab');
    await goesTo('Enter', does('log'));
    await keys.to('[data-vault-do="lock"]', 'Shift+Tab');
    await goesTo('Enter', '[data-vault="locked"]');
    expect(keys.faults).toEqual([]);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});

const seeded = JSON.stringify({
  situations: ['pets'], for: ['me'], aside: ['now.signs'],
  notes: [
    ...['one', 'two', 'three'].map((id) => ({ id, title: '', text: id, step: { of: 'now', ...(id === 'three' && { later: true }) } })),
    { id: 'p', title: 'Nan', text: '', person: {} },
    { id: 'e', title: '', text: 'He shouted', log: { day: '2026-11-02' } },
    { id: 'n', title: 'a note', text: '' },
  ],
});

describe('what goes from the screen when it is pressed', () => {
  it('hands the focus to something near that stays, in sight: steps, ideas, people, entries, pictures, the pause, a note, the plan', async () => {
    const visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
    const { page } = visit;
    await toPlan(page);
    expect(await askVault(page, `create(${JSON.stringify(words)}, ${JSON.stringify(seeded)})`)).toMatchObject({ ok: true });
    await openWith(page, words);
    await waitFor(page, 'open');
    const keys = keyboardOn(page);
    const enter = async (selector: string, until?: string): Promise<void> => {
      await page.locator(selector).first().focus();
      await keys.press('Enter', until);
    };
    await into(page, 'steps');
    await toSection(page, 'now');
    await enter(does('change-step'), field('step-words'));
    await enter(does('close-step'));
    for (const [open, what] of [['two', 'put-off'], ['two', 'put-off'], ['one', 'remove-step'], ['two', 'remove-step'], ['three', 'remove-step']] as const) {
      await page.locator(`[data-step]:has-text("${open}") ${does('change-step')}`).click();
      await enter(does(what));
    }
    await page.click('summary');
    await enter(does('show-again'));
    while ((await page.locator(does('take-idea')).count()) > 0) {
      await page.locator(does('take-idea')).last().focus();
      await keys.press('Enter');
    }
    await enter(does('undo'), '[data-idea]');
    await enter(does('breath-away'));
    await page.click('[data-back]');
    await page.click('[data-back]');
    await into(page, 'bag');
    await enter(does('take-all'));
    await page.click('[data-back]');
    await into(page, 'people');
    await page.click('[data-plan-contact] button');
    await enter(does('delete-person'));
    await enter(does('keep'));
    await enter(does('delete-person'));
    await enter(does('sure-delete-person'), view('people'));
    await page.click('[data-back]');
    await into(page, 'log');
    await page.click('[data-entry] button');
    const photo = await photoOf(page, 64, 48);
    for (let at = 0; at < 6; at += 1) {
      await page.focus('[data-plan-file="picture"]');
      await page.setInputFiles('[data-plan-file="picture"]', { name: 'x.jpg', mimeType: 'image/jpeg', buffer: photo });
      await page.locator('[data-plan-kept]').nth(at).waitFor();
    }
    await keys.press('Shift', '[data-plan-full]');
    await enter(does('show-picture'), '[data-plan-picture="shown"]');
    await enter(does('delete-file'));
    await enter(does('keep'));
    await enter(does('delete-file'));
    await enter(does('sure-delete-file'), '[data-plan-files="5"]');
    await enter(does('breath-away'));
    await enter(does('delete-entry'));
    await enter(does('keep'));
    await enter(does('delete-entry'));
    await enter(does('sure-delete-entry'), view('log'));
    await page.click('[data-back]');
    await page.click('[data-note] button');
    await enter('[data-vault-do="delete-note"]');
    await enter('[data-vault-do="cancel"]');
    await enter('[data-vault-do="delete-note"]');
    await enter('[data-vault-do="sure-delete-note"]', does('take'));
    await openPart(page, '[data-vault-do="delete-plan"]');
    await enter('[data-vault-do="delete-plan"]');
    await enter('[data-vault-do="cancel"]');
    expect(keys.faults).toEqual([]);
    expect(visit.problems()).toEqual([]);
    await visit.close();
  });
});
