import { describe, expect, it } from 'vitest';
import { isCopied, secretFault, spanOf } from '#features/vault/model/secret.ts';

const drawn = 'ravo pida pime bihu fumo';

describe('words that were drawn', () => {
  it.each(['ravo pida pime bihu fumo', '  Ravo pida  PIME bihu fumo ', 'ravo-pida-pime-bihu-fumo', 'ｒavo pida pime bihu fumo'])('may be typed as "%s"', (typed) => {
    expect(isCopied(typed, drawn)).toBe(true);
    expect(secretFault('drawn', typed, drawn, 1_000)).toBeNull();
  });

  it.each(['ravo pida pime bihu', 'ravo pida pime bihu fume', 'ravopida pime bihu fumo'])('are not "%s"', (typed) => {
    expect(secretFault('drawn', typed, drawn, 1_000)).toBe('words-differ');
  });
});

describe('what a person types', () => {
  it.each([
    ['own', '', 'empty'],
    ['own', ' \u00a0 ', 'empty'],
    ['own', 'a', 'too-short'],
    ['own', 'abc', 'too-short'],
    ['own', '😀😀😀', 'too-short'],
    ['own', 'abcd', null],
    ['own', 'میری بہن کا گھر', null],
    ['own', 'x'.repeat(1_000), null],
    ['own', 'x'.repeat(1_001), 'too-long'],
    ['own', 'x'.repeat(10_000), 'too-long'],
    ['lock', '1234', null],
    ['lock', '۱۲۳۴', null],
    ['lock', '123', 'too-short'],
    ['lock', '12a4', 'digits-only'],
    ['drawn', '', 'empty'],
  ] as const)('as %s is answered: %s', (kind, typed, fault) => {
    expect(secretFault(kind, typed, drawn, 1_000)).toBe(fault);
  });
});

describe('a length of time', () => {
  it.each([
    [0, 1, 'minute'],
    [278, 5, 'minute'],
    [2 * 3_600 - 31, 119, 'minute'],
    [2 * 3_600, 2, 'hour'],
    [7.7 * 3_600, 8, 'hour'],
    [2 * 86_400, 2, 'day'],
    [2 * 365.25 * 86_400, 2, 'year'],
    [81e6 * 365.25 * 86_400, 81e6, 'year'],
  ] as const)('of %s seconds is told in the unit people use', (seconds, count, unit) => {
    expect(spanOf(seconds)).toEqual({ count, unit });
  });
});
