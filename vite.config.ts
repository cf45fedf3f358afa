import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { brand } from './src/content/brand.ts';
import { budgetPlugin } from './tools/budget.ts';
import { contentPlugin } from './tools/content-plugin.ts';
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
    lighterRouter(),
    pagesPlugin(root, shared),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw',
      filename: 'sw.ts',
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        id: '/',
        name: brand.name,
        short_name: brand.name,
        description: brand.description,
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: brand.themeLight,
        background_color: brand.themeLight,
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: {
        globPatterns: ['**/*.{html,js,svg,png,webmanifest}'],
        globIgnores: ['pages.json'],
        dontCacheBustURLsMatching: /^assets\//,
      },
    }),
    budgetPlugin(root),
  ],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome87', 'safari14.1', 'firefox78'],
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: { input: { index: 'src/index.html', clock: 'src/clock.html' } },
  },
});
