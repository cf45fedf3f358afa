import { defineConfig } from 'vitest/config';

/**
 * The tests that are run for each change made to the engine: without those that
 * only repeat (histories, statistics) or derive at the real cost.
 */
const config = defineConfig({
  test: {
    include: ['tests/unit/{crypto,storage}/**/*.test.ts'],
    exclude: ['**/model.test.ts', '**/statistics.test.ts', '**/fixtures.test.ts', '**/wipe.test.ts'],
    environment: 'node',
    // A busy machine must not fail the run before the first change.
    testTimeout: 60_000,
    setupFiles: ['tools/mutation/setup.ts'],
  },
});

export { config as default };
