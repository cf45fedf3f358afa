import { defineConfig } from 'vitest/config';
import { contentPlugin } from './tools/content-plugin.ts';

/**
 * Leaving, in three engines that this machine has installed (tools/engines.sh).
 * Apart from vitest.config.ts, so that `npm test` needs none of them. Two
 * engines run at a time; within one, file after file.
 */
export default defineConfig({
  test: {
    reporters: ['default', './tests/helpers/closing-line.ts'],
    maxWorkers: 2,
    projects: ['chromium', 'firefox', 'webkit'].map((engine) => ({
      plugins: [contentPlugin()],
      test: {
        name: engine,
        include: ['tests/engines/*.test.ts'],
        environment: 'node' as const,
        env: { ENGINE: engine },
        setupFiles: ['tests/setup.ts'],
        testTimeout: 180_000,
        hookTimeout: 120_000,
      },
    })),
  },
});
