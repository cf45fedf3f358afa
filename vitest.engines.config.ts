import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/helpers/longest-first.ts';
import { contentPlugin } from './tools/content-plugin.ts';

/**
 * Leaving, and the plan, in three engines that this machine has installed (tools/engines.sh).
 * Apart from vitest.config.ts, so that `npm test` needs none of them. Three
 * files run at a time, on two cores: most of a journey is waiting.
 */
export default defineConfig({
  test: {
    reporters: ['default', './tests/helpers/closing-line.ts'],
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: ['chromium', 'firefox', 'webkit'].map((engine) => ({
      plugins: [contentPlugin()],
      test: {
        name: engine,
        include: ['tests/engines/*.test.ts'],
        environment: 'node' as const,
        env: { ENGINE: engine },
        setupFiles: ['tests/setup.ts'],
        // WebKit's driver sometimes looks on at a page that has been left: a journey may begin again, and says so.
        retry: 2,
        testTimeout: 240_000,
        hookTimeout: 120_000,
      },
    })),
  },
});
