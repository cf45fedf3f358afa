/**
 * The settings as numbers, for the record that is kept, and back. The order of
 * a list is what a kept number means: new things go to its end. A number
 * nothing is known of means the first, which is how the app comes.
 */
import { exits } from '#content/exits';
import type { ExitChoices } from '#features/quick-exit/choices.ts';
import { contrasts, looks, sizeNames, type Appearance } from '#features/settings/look.ts';
import { idleChoicesMs, type IdleLimitMs } from '#features/vault/idle-limit.ts';
import type { Choices } from '#storage/choices-record';

const minuteMs = 60_000;
const usualIdleMs: IdleLimitMs = 120_000;

export function exitFrom({ exit, shortcut }: Choices): ExitChoices {
  return { destination: (exits[exit] ?? exits[0]).id, shortcut: shortcut === 0 };
}

export function appearanceFrom({ size, look, contrast }: Choices): Appearance {
  return { size: sizeNames[size] ?? 'normal', look: looks[look] ?? 'device', contrast: contrasts[contrast] ?? 'normal' };
}

export function idleLimitFrom({ idleMinutes }: Choices): IdleLimitMs {
  return idleChoicesMs.find((ms) => ms === idleMinutes * minuteMs) ?? usualIdleMs;
}

export function numbersOf(exit: ExitChoices, { size, look, contrast }: Appearance, idleMs: number): Choices {
  return {
    size: sizeNames.indexOf(size),
    look: looks.indexOf(look),
    contrast: contrasts.indexOf(contrast),
    exit: exits.findIndex(({ id }) => id === exit.destination),
    shortcut: exit.shortcut ? 0 : 1,
    idleMinutes: idleMs === usualIdleMs ? 0 : idleMs / minuteMs,
  };
}
