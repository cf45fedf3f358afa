import { describe, expect, it } from 'vitest';
import { leftOf, longestMinutes, readMinutes, setTimer, showLeft, startOrPause, tick } from '#features/clock/timer.ts';
import { cities } from '#features/clock/cities.ts';

describe('the timer of the neutral page', () => {
  it('really counts down, and is right however late it is looked at', () => {
    const running = startOrPause(setTimer(5), 1_000);
    expect(leftOf(running, 1_000)).toBe(300_000);
    expect(leftOf(running, 61_000)).toBe(240_000);
    expect(tick(running, 300_999).state).toBe('running');
    expect(tick(running, 301_000)).toEqual({ state: 'done', minutes: 5 });
    expect(leftOf(tick(running, 9e9), 9e9)).toBe(0);
  });

  it('stands still while paused and goes on from there', () => {
    const paused = startOrPause(startOrPause(setTimer(1), 0), 20_000);
    expect([paused.state, leftOf(paused, 99_000)]).toEqual(['paused', 40_000]);
    expect(leftOf(startOrPause(paused, 100_000), 110_000)).toBe(30_000);
  });

  it('starts again from the beginning when it is done', () => {
    const done = tick(startOrPause(setTimer(2), 0), 120_000);
    expect(leftOf(startOrPause(done, 200_000), 200_000)).toBe(120_000);
  });

  it('takes whole minutes from 1 to 600 and makes 5 of anything else', () => {
    expect(['1', '7.6', '600', '601', '0', '-3', '', 'abc', 'Infinity', '1e2'].map(readMinutes)).toEqual([1, 8, 600, 600, 5, 5, 5, 5, 5, 100]);
    expect(longestMinutes).toBe(600);
  });

  it('shows minutes and seconds, and hours when there are some', () => {
    expect([300_000, 59_001, 1, 0, 3_900_000, 36_000_000].map(showLeft)).toEqual(['5:00', '1:00', '0:01', '0:00', '1:05:00', '10:00:00']);
  });
});

describe('the cities of the neutral page', () => {
  it('each have a clock this machine knows', () => {
    for (const { zone } of cities) expect(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit' }).format(0)).toMatch(/\d\d/);
    expect(new Set(cities.map(({ id }) => id)).size).toBe(cities.length);
  });
});
