/** What would be lost, kept where it should not be, or heard by somebody else, if nobody said or stopped it. */
import { waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '#kernel/result';
import { newWav } from '#media/wav';
import { renderApp } from '../helpers/render-app.tsx';
import { atView, back, inPlan, kept, keptSoon, plan } from './safety-plan-steps.ts';
import { beginAfresh, everything, find, openNote, press, type, vault, words } from './vault-steps.ts';

vi.mock('#storage/device-vault', async () => {
  const { vault: inMemory } = await import('./fake-vault.ts');
  return { createDeviceVault: () => inMemory };
});

beforeEach(beginAfresh);
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const noted = (...notes: object[]): string => JSON.stringify({ notes });
const withPicture = { id: 'a', title: '', text: 'He shouted', log: { day: '2026-11-02' }, files: [{ place: 0, kind: 'picture', width: 4, height: 3 }] };

describe('words that were made up here', () => {
  it.each([['change-words'], ['begin-another']])('(%s) are on the screen as they open the plan from then on, until the screen is left', async (what) => {
    const app = await inPlan();
    const form = (await find(`[data-vault-do="${what}"]`)).closest('form') as HTMLElement;
    const drawn = (): string => form.querySelector('[data-vault-drawn]')?.textContent ?? '';
    const before = drawn();
    await app.write(form.querySelector('[data-vault-new-words]') as HTMLElement, before);
    await press(app, what);
    await waitFor(() => expect(form.querySelector('[role="status"]')?.textContent).not.toBe(''));
    expect(vault.plans.has(before)).toBe(true);
    expect(drawn()).toBe(before);
  });
});

describe('a note with more than words in it', () => {
  it('is not deleted by emptying its words', async () => {
    const app = await inPlan(noted({ id: 'a', title: 'Shopping', text: 'milk', later: { of: 'another version' } }));
    await openNote(app);
    for (const mark of ['note-title', 'note-text']) await app.user.clear(await find(`[data-${mark}]`));
    await press(app, 'back-to-list');
    await keptSoon(({ notes: [note] }) => note?.title === '' && JSON.stringify(note['later']) === '{"of":"another version"}');
  });
});

describe('a file that is brought back', () => {
  const held = { text: noted(withPicture), files: [{ place: 0, bytes: new Uint8Array(3) }] };

  it('when a plan is begun with it says what of it did not come in', async () => {
    vault.bringsBack(held);
    const app = await renderApp('/plan/');
    await press(app, 'begin');
    await app.user.upload(await find<HTMLInputElement>('[data-vault="new"] [data-vault-file]'), new File([new Uint8Array(3)], 'notes.bin'));
    await app.write(await find('[data-vault="new"] [data-vault-file-words]'), 'words of the file');
    await press(app, 'read-file');
    await waitFor(() => expect(app.text()).toContain('The file was read.'));
    await app.user.click(await find('input[type="radio"][value="own"]'));
    await type(app, 'vault-passphrase', words);
    vault.refuse('putFile', 'gone');
    await press(app, 'create');
    await find('[data-vault="open"]');
    await waitFor(() => expect(document.querySelector('[data-vault-brought]')?.textContent).toContain('1 picture or recording was not brought back'));
  });

  it('into an open plan says beside the box why it could not be saved, and not that it was brought back', async () => {
    vault.bringsBack(held);
    const app = await inPlan();
    const form = (await find('[data-vault="open"] [data-vault-file]')).closest('form') as HTMLElement;
    await app.user.upload(form.querySelector('[data-vault-file]') as HTMLInputElement, new File([new Uint8Array(3)], 'notes.bin'));
    await app.write(form.querySelector('[data-vault-file-words]') as HTMLElement, 'words of the file');
    vault.refuse('save', 'quota-full', 99);
    await app.user.click(form.querySelector('[data-vault-do="read-file"]') as HTMLElement);
    await waitFor(() => expect(form.querySelector('[data-vault-fault="quota-full"]')).not.toBeNull());
    expect(form.textContent).not.toContain('brought back');
  });
});

describe('a file for somebody who helps', () => {
  async function handing(text: string, ...parts: string[]) {
    const app = await inPlan(text);
    await plan(app, 'take');
    for (const part of parts) await app.user.click(await find(`[data-ask-field="take-parts"] input[value="${part}"]`));
    await type(app, 'vault-file-words', 'words for the helper');
    return app;
  }

  it('says how many pictures could not be read and are not in it', async () => {
    const app = await handing(noted(withPicture), 'log', 'files');
    await plan(app, 'hand');
    await waitFor(() => expect(app.text()).toContain('1 picture or recording could not be read, and is not in the file.'));
  });

  it('has words made up here when asked, which stay on the screen to be read out', async () => {
    const sealed = vi.spyOn(vault, 'sealFile');
    const app = await handing(noted(withPicture), 'log');
    await app.user.click(await find('[data-plan-way="hand"] [data-vault-do="draw-words"]'));
    const { value } = await find<HTMLInputElement>('[data-plan-view="take"] form [data-vault-file-words]');
    expect(value.split(' ')).toHaveLength(5);
    await plan(app, 'hand');
    await waitFor(() => expect(app.text()).toContain('The words in the box open it.'));
    expect(sealed.mock.calls[0]?.[1]).toBe(value);
    expect((await find<HTMLInputElement>('[data-plan-view="take"] form [data-vault-file-words]')).value).toBe(value);
  });

  it('takes no answer of a request along: none of its parts shows them', async () => {
    const sealed = vi.spyOn(vault, 'sealFile');
    const app = await handing(noted({ id: 'a', title: 'Request', text: 'kept here', request: { yourName: 'Kestrel' }, requestWords: { title: 'Request', text: 'Kestrel' } }), 'notes');
    await plan(app, 'hand');
    await waitFor(() => expect(sealed).toHaveBeenCalled());
    expect(sealed.mock.calls[0]?.[0]).toContain('kept here');
    expect(sealed.mock.calls[0]?.[0]).not.toContain('Kestrel');
    expect(JSON.stringify(kept())).toContain('Kestrel');
  });

  it('does not appear after the lock', async () => {
    let letGo: () => void = () => undefined;
    vi.spyOn(vault, 'sealFile').mockImplementation(async () => {
      await new Promise<void>((done) => (letGo = done));
      return ok(new Uint8Array(3));
    });
    const given = vi.spyOn(HTMLAnchorElement.prototype, 'click');
    const app = await handing(noted(withPicture), 'log');
    await plan(app, 'hand');
    await press(app, 'lock');
    await find('[data-vault="locked"]');
    letGo();
    await new Promise((done) => setTimeout(done, 20));
    expect(given.mock.contexts.filter((link) => (link as HTMLAnchorElement).download !== '')).toEqual([]);
  });
});

describe('a recording', () => {
  /** One that plays until it is stopped, and how many do. */
  let playing = 0;
  class FakeContext {
    readonly currentTime = 0;
    readonly destination = {};
    isOpen = true;
    constructor() {
      playing += 1;
    }
    createBuffer = () => ({ copyToChannel: () => undefined });
    createBufferSource = () => ({ connect: () => undefined, start: () => undefined });
    resume = () => Promise.resolve();
    close = () => {
      if (this.isOpen) playing -= 1;
      this.isOpen = false;
      return Promise.resolve();
    };
  }
  let letRead: () => void;

  beforeEach(() => {
    playing = 0;
    vi.stubGlobal('AudioContext', FakeContext);
    vi.spyOn(vault, 'getFile').mockImplementation(async () => {
      await new Promise<void>((done) => (letRead = done));
      return ok(newWav(8_000).bytes);
    });
  });

  async function atRecording() {
    const app = await inPlan(noted({ id: 'a', title: '', text: 'He shouted', log: { day: '2026-11-02' }, files: [{ place: 0, kind: 'sound', seconds: 1 }] }));
    await plan(app, 'log');
    await app.user.click(await find('[data-entry] button'));
    await plan(app, 'play-sound');
    return app;
  }
  const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

  it('plays once, however often it was pressed before it was read: the second press takes the first back', async () => {
    const app = await atRecording();
    await plan(app, 'play-sound');
    letRead();
    await turn();
    expect(playing).toBe(0);
    await plan(app, 'play-sound');
    letRead();
    await waitFor(() => expect(playing).toBe(1));
    await plan(app, 'play-sound');
    expect(playing).toBe(0);
  });

  it.each([
    ['its screen was left', async (app: Awaited<ReturnType<typeof inPlan>>) => {
      await back(app);
      await atView('log');
    }],
    ['the plan was locked', async (app: Awaited<ReturnType<typeof inPlan>>) => {
      await press(app, 'lock');
      await find('[data-vault="locked"]');
    }],
  ])('does not begin once %s', async (_, leave) => {
    const app = await atRecording();
    await leave(app);
    letRead();
    await turn();
    expect(playing).toBe(0);
  });

  it('is silent when the page is hidden', async () => {
    await atRecording();
    letRead();
    await waitFor(() => expect(playing).toBe(1));
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(playing).toBe(0);
    expect(everything()).toContain('He shouted');
  });
});

describe('what was typed and not added', () => {
  it('is on paper too, in its own part', async () => {
    const app = await inPlan(noted({ id: 'a', title: '', text: 'Keys under the third pot', step: { of: 'bag', draft: true } }));
    await plan(app, 'take');
    await app.user.click(await find('[data-ask-field="take-parts"] input[value="steps"]'));
    expect((await find('[data-plan-paper]')).textContent).not.toContain('third pot');
    await app.user.click(await find('[data-ask-field="take-parts"] input[value="bag"]'));
    await waitFor(() => expect(document.querySelector('[data-plan-paper]')?.textContent).toContain('third pot'));
    expect(document.querySelector(`[data-vault-fault]`)).toBeNull();
  });
});
