/**
 * The record of what happened, with its pictures. The tab is killed for real in
 * all three engines: SIGKILL to every process that holds a page, while the
 * browser itself goes on. Chromium and Firefox then open a new tab of the same
 * person. WebKit's driver gives its session up when a page of it dies, so
 * another driver is brought to the same browser and opens the tab there; this
 * browser keeps what a session under a driver writes in its database, in memory,
 * as Safari does in a private window.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Tab } from './engine.ts';
import { engineName, openHouse, pause, type House } from './house.ts';
import { shownPicture, takePhoto, upright, type Photo } from './photo.ts';
import { act, answer, attach, backTo, begin, isThere, lock, openWith, press, slowMs, textsOf, toEntry, toNewEntry, toPlan, valueOf, waitFor, waitSaved } from './plan.ts';

const words = 'the heron stands by the mill';
/** As many as a plan has room for. */
const places = 6;

let house: House;
let tab: Tab;
let photo: Photo | null = null;

const textBox = '[data-ask-field="log-text"]';

/** Puts a long text at the end of what is there, as from a clipboard. */
const paste = (text: string, times: number): Promise<void> =>
  tab.run((selector, part, count) => {
    const box = document.querySelector<HTMLTextAreaElement>(selector);
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
    document.execCommand('insertText', false, part.repeat(count));
  }, textBox, text, times);

describe(`${engineName}: writing down what happened`, () => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());
  beforeEach(async () => {
    tab = await house.engine.newVisit();
    await toPlan(house, tab);
    await begin(tab, words);
    await toNewEntry(tab);
  });
  afterEach(async () => {
    photo?.remove();
    photo = null;
    await tab?.close();
  });

  it('keeps a photo with an entry: after a lock it is shown again, upright and in its colours', async () => {
    photo = await takePhoto(tab, 2400, 1800);
    await answer(tab, 'log-text', 'He broke the door of the bathroom');
    await attach(tab, photo.path, 1);
    expect(await isThere(tab, '[data-plan-kept="picture"]')).toBe(true);
    await waitSaved(tab);
    await lock(tab);
    expect(await isThere(tab, 'canvas')).toBe(false);

    await openWith(tab, words);
    await toEntry(tab);
    expect(await valueOf(tab, textBox)).toBe('He broke the door of the bathroom');
    await waitFor(tab, '[data-plan-files="1"] [data-plan-kept="picture"]');
    expect(await isThere(tab, '[data-plan-picture]')).toBe(false);
    await act(tab, 'show-picture');
    await waitFor(tab, '[data-plan-picture="shown"]', slowMs);
    expect(await shownPicture(tab)).toEqual({ width: 1200, height: 1600, colours: upright });
  });

  it('says that a plan is full of pictures before anything is tried, and deleting one makes room for one', async () => {
    photo = await takePhoto(tab, 320, 240);
    for (let nth = 1; nth <= places; nth += 1) {
      expect(await isThere(tab, '[data-plan-full]')).toBe(false);
      await attach(tab, photo.path, nth);
    }
    await waitFor(tab, '[data-plan-full]');
    expect(await isThere(tab, '[data-plan-file]')).toBe(false);
    // The room is the plan's: another entry has none either.
    await backTo(tab, 'log');
    await act(tab, 'add-entry');
    await waitFor(tab, '[data-plan-files="0"] [data-plan-full]');
    expect(await isThere(tab, '[data-plan-file]')).toBe(false);
    await backTo(tab, 'log');
    await press(tab, '[data-entry] button');

    await act(tab, 'delete-file');
    await act(tab, 'sure-delete-file');
    await waitFor(tab, `[data-plan-files="${places - 1}"]`, slowMs);
    await waitFor(tab, '[data-plan-file="picture"]');
    expect(await isThere(tab, '[data-plan-full]')).toBe(false);
    await attach(tab, photo.path, places);
    await waitFor(tab, '[data-plan-full]');
  });

  it('says by how much a text is too long, cuts nothing of it, and keeps what was saved before', async () => {
    await answer(tab, 'log-text', 'He took my phone. ');
    await waitSaved(tab);
    await paste('x', 300_000);
    await waitFor(tab, '[data-vault-fault="slot-full"]', slowMs);
    expect(await textsOf(tab, '[data-vault-fault="slot-full"] p')).toEqual([expect.stringMatching(/^This is about 38,?\d{3} letters too long\. Nothing was cut\./)]);
    expect(await isThere(tab, '[data-vault-saved="not-saved"]')).toBe(true);
    expect((await valueOf(tab, textBox))?.length).toBe('He took my phone. '.length + 300_000);
    await lock(tab);

    await openWith(tab, words);
    await toEntry(tab);
    expect(await valueOf(tab, textBox)).toBe('He took my phone. ');
  });

  it('keeps all that was typed up to a second before the tab is killed in the middle of a sentence', async () => {
    const sentence = 'He said he would be back tonight and that I should not tell my sis';
    await press(tab, textBox);
    const typedAt: number[] = [];
    for (const letter of sentence) {
      await tab.typeText(letter);
      // By now it has arrived.
      typedAt.push(Date.now());
      await pause(45);
    }
    expect(await valueOf(tab, textBox)).toBe(sentence);
    const killedAt = Date.now();
    expect(await tab.killPages()).toBeGreaterThan(0);
    const lastKeyAt = typedAt.at(-1) ?? 0;
    expect(Date.now() - lastKeyAt).toBeLessThan(1_000);

    tab = await tab.newTab();
    await toPlan(house, tab);
    await openWith(tab, words);
    await toEntry(tab);
    const kept = (await valueOf(tab, textBox)) ?? '';
    const safe = typedAt.filter((at) => at <= killedAt - 1_000).length;
    console.info(`${engineName}: typed ${sentence.length} letters in ${lastKeyAt - (typedAt[0] ?? 0)} ms, killed ${killedAt - lastKeyAt} ms after the last; ${safe} were a second old, ${kept.length} are kept`);
    expect(sentence.startsWith(kept)).toBe(true);
    expect(safe).toBeGreaterThan(10);
    expect(kept.length).toBeGreaterThanOrEqual(safe);
  });
});
