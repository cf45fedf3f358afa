import { describe, expect, it } from 'vitest';
import { appearanceFrom, exitFrom, idleLimitFrom, numbersOf } from '#app/choice-numbers.ts';
import { exits } from '#content/exits';
import { contrasts, looks, sizeNames } from '#features/settings/look.ts';
import { idleChoicesMs } from '#features/vault/idle-limit.ts';
import { copyOfChoices, choicesIn } from '#storage/choices-record';

describe('the settings as numbers', () => {
  it('mean the same for ever: what was kept last year is what is put on today', () => {
    expect(exits.map(({ id }) => id)).toEqual(['weather', 'metoffice', 'sport', 'wikipedia', 'clock']);
    expect(sizeNames).toEqual(['normal', 'large', 'larger', 'largest']);
    expect(looks).toEqual(['device', 'light', 'dark']);
    expect(contrasts).toEqual(['normal', 'more']);
  });

  it('come back as they went in, each of them, through the bytes that are kept', () => {
    for (const { id } of exits) for (const size of sizeNames) for (const look of looks) for (const contrast of contrasts) for (const idleMs of idleChoicesMs) {
      const exit = { destination: id, shortcut: look !== 'dark' };
      const numbers = numbersOf(exit, { size, look, contrast }, idleMs);
      const copy = copyOfChoices(numbers);
      const read = choicesIn(Uint8Array.from([...copy, ...copy]));
      expect(read).toEqual(numbers);
      if (!read) continue;
      expect([exitFrom(read), appearanceFrom(read), idleLimitFrom(read)]).toEqual([exit, { size, look, contrast }, idleMs]);
    }
  });

  it('are all zero for the settings as the pages come', () => {
    expect(numbersOf({ destination: 'weather', shortcut: true }, { size: 'normal', look: 'device', contrast: 'normal' }, 120_000))
      .toEqual({ size: 0, look: 0, contrast: 0, exit: 0, shortcut: 0, idleMinutes: 0 });
  });

  it('mean the settings as the pages come when nothing is known of them', () => {
    const unknown = { size: 9, look: 9, contrast: 9, exit: 9, shortcut: 0, idleMinutes: 7 };
    expect([exitFrom(unknown), appearanceFrom(unknown), idleLimitFrom(unknown)])
      .toEqual([{ destination: 'weather', shortcut: true }, { size: 'normal', look: 'device', contrast: 'normal' }, 120_000]);
  });
});
