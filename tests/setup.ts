import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Printing an error or a warning, or asking the network, fails the test that did not expect it. */
const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      printed.push(`console.${level}: ${words.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  const found = [...printed];
  vi.restoreAllMocks();
  expect(found).toEqual([]);
});
