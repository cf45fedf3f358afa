import { defineConfig } from 'vitest/config';
import { contentPlugin } from './tools/content-plugin.ts';

/**
 * What takes many minutes: kills, thousands of histories, the search of a whole
 * profile. `npm run test:long` builds first; `npm test` has a sample of each.
 */
export default defineConfig({
  plugins: [contentPlugin()],
  test: {
    reporters: ['default', './tests/helpers/closing-line.ts'],
    include: ['tests/long/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['tests/setup.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
  },
});
