import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/helpers/longest-first.ts';
import { contentPlugin } from './tools/content-plugin.ts';

const plugins = [contentPlugin(), react()];

/** Levels by folder. `browser` and `build` read `dist`: `npm test` builds it first. */
export default defineConfig({
  test: {
    reporters: ['default', './tests/helpers/closing-line.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins,
        test: {
          name: 'node',
          // Generous, for a busy machine: nothing is timed here.
          testTimeout: 60_000,
          include: ['tests/{unit,content,locales,architecture,build}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        plugins,
        test: {
          name: 'journeys',
          testTimeout: 60_000,
          include: ['tests/journeys/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/setup.ts', 'tests/journeys/setup.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/{browser,a11y}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Most of a visit is waiting: two files on two cores take little more than half the time of one after the other.
          maxWorkers: 2,
          // After the others, which would share the cores.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
