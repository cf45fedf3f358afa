import { defineConfig } from 'vitest/config';

/** The tests Stryker runs for each change it makes: those of the vault's engine, without the long and the counting ones. */
const config = defineConfig({
  test: {
    include: ['tests/unit/{crypto,storage}/**/*.test.ts'],
    exclude: ['**/model.test.ts', '**/statistics.test.ts', '**/fixtures.test.ts'],
    environment: 'node',
  },
});

export { config as default };
