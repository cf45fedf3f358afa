import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { brand } from './src/content/brand.ts';
import { manifestOf } from './src/content/plain-names.ts';
import { addIntegrity } from './src/hosting/kept-list.ts';
import { sourceLanguage } from './src/i18n/languages.ts';
import { budgetPlugin } from './tools/budget.ts';
import { localesPlugin } from './tools/check-locales.ts';
import { contentPlugin } from './tools/content-plugin.ts';
import { markSecond, partsToPreload } from './tools/copy-stages.ts';
import { lighterRouter } from './tools/lighter-router.ts';
import { pagesPlugin } from './tools/pages.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What the client build and the build that draws the pages have in common. */
const shared = (): PluginOption[] => [contentPlugin(), react()];

export default defineConfig({
  root: 'src',
  publicDir: '../public',
  plugins: [
    shared(),
    localesPlugin(),
    lighterRouter(),
    pagesPlugin(root, shared),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw',
      filename: 'sw.ts',
      injectRegister: false,
      includeManifestIcons: false,
      manifest: manifestOf(sourceLanguage, 'oast', brand.name, brand.themeLight),
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['kept/**', '**/*.{js,svg}'],
        // Icons of the plain names are fetched when one is chosen; the database only where there can be no file (src/sw/addresses.ts).
        globIgnores: ['install/**', 'assets/dexie-store-*.js'],
        manifestTransforms: [addIntegrity(`${root}dist`), markSecond(`${root}dist`)],
        dontCacheBustURLsMatching: /^assets\//,
      },
    }),
    budgetPlugin(root),
  ],
  // The worker that holds the storage brings its rarely used parts only when they are needed.
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome87', 'safari14.1', 'firefox78'],
    modulePreload: { polyfill: false, resolveDependencies: partsToPreload },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: { input: { index: 'src/index.html', clock: 'src/clock.html' } },
  },
});
