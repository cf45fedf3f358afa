/**
 * Writes every page of the app as HTML, with the one stylesheet inlined and
 * allowed by its hash. Runs inside `vite build`: after the client bundle is on
 * disk and before the service worker lists what to save.
 *
 * The app is built a second time for Node and drawn by React's Node renderer
 * (a build that drew through the browser renderer never exited).
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, type PluginOption, type ResolvedConfig } from 'vite';
import { bundleStyles } from './styles.ts';
import { frameFrom, keptFramePath, keptPath, keptSheetPath, sheetMark, withoutFrame } from '../src/sw/kept-pages.ts';
import type { RouteId } from '../src/content/routes.ts';
import { contentSecurityPolicy } from '../src/hosting/policy.ts';
import { writeHostFiles } from '../src/hosting/write.ts';

type Renderer = typeof import('../src/render.tsx');
type Template = 'index' | 'clock';

/** The page that the frame of a language is taken from: any that has all links at its foot. */
const framedBy: RouteId = 'plan';

/** The end of an address after its language: '' for the first page. */
const tailOf = (path: string): string => path.split('/').slice(2).join('/');

const sheets: Record<Template, string> = { index: 'ui/site.css', clock: 'features/clock/clock.css' };

export function pagesPlugin(root: string, shared: () => PluginOption[]): Plugin {
  let config: ResolvedConfig;
  let hasFailed = false;
  return {
    name: 'oast-pages',
    configResolved(resolved) {
      config = resolved;
    },
    configureServer(server) {
      return () => {
        server.middlewares.use(async (request, response, next) => {
          try {
            const renderer = (await server.ssrLoadModule('/render.tsx')) as Renderer;
            const path = new URL(request.originalUrl ?? '/', 'http://localhost').pathname;
            const wanted = path.endsWith('/') || path.endsWith('.html') ? path : `${path}/`;
            const page = renderer.pages().find((one) => one.path === wanted);
            if (!page) {
              next();
              return;
            }
            const raw = await readFile(join(root, 'src', `${page.template}.html`), 'utf8');
            const html = await server.transformIndexHtml(path, raw);
            const slots = await renderer.renderPage(page);
            const styles = `<link rel="stylesheet" href="/${sheets[page.template]}">`;
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(fill(html, { ...slots, styles }));
          } catch (error) {
            next(error);
          }
        });
      };
    },
    buildEnd(error) {
      hasFailed = error !== undefined;
    },
    closeBundle: {
      sequential: true,
      order: 'pre',
      async handler() {
        // What went wrong before is the news, not the pages that are missing for it.
        if (hasFailed || config.command !== 'build' || config.build.ssr) {
          return;
        }
        await writePages(root, config.build.outDir, shared());
      },
    },
  };
}

async function writePages(root: string, outDir: string, plugins: PluginOption[]): Promise<void> {
  const dist = join(root, 'src', outDir);
  const rendererDir = join(root, 'node_modules', '.cache', 'oast-render');
  await build({
    configFile: false,
    root: join(root, 'src'),
    logLevel: 'warn',
    plugins,
    build: {
      ssr: 'render.tsx',
      outDir: rendererDir,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'render.mjs' } },
    },
  });
  // No query to dodge Node's cache: the chunks import this file by its plain name, and would get a second copy without words.
  const renderer = (await import(pathToFileURL(join(rendererDir, 'render.mjs')).href)) as Renderer;
  const templates = await Promise.all(
    (['index', 'clock'] as const).map(async (name) => {
      const styles = await bundleStyles(join(root, 'src', sheets[name]));
      const html = await readFile(join(dist, `${name}.html`), 'utf8');
      return [name, { html: name === 'clock' ? forgetManifest(html) : html, styles }] as const;
    }),
  );
  const byName = new Map(templates);
  await rm(join(dist, 'clock.html'));
  const list = renderer.pages();
  const frames = new Map<string, string>();
  const kept: { readonly lang: string; readonly route: RouteId; readonly path: string; readonly file: string; readonly html: string }[] = [];
  for (const page of list) {
    const template = byName.get(page.template);
    if (!template) {
      throw new Error(`no template: ${page.template}`);
    }
    const slots = await renderer.renderPage(page);
    const drawn = tidy(fill(template.html, { ...slots, styles: `<style>${template.styles}</style>` }));
    const html = page.route === 'lost' ? withOwnPolicy(drawn, hashOf(template.styles)) : drawn;
    const file = page.path.endsWith('/') ? `${page.path}index.html` : page.path;
    await writeIn(dist, file, html);
    if (page.path.startsWith(`/${page.lang}/`)) {
      const light = html.replace(template.styles, sheetMark(page.template));
      kept.push({ ...page, file, html: light });
      if (page.route === framedBy) frames.set(page.lang, frameFrom(light, page.route, tailOf(page.path)));
    }
  }
  for (const { lang, route, path, file, html } of kept) {
    await writeIn(dist, keptPath(file), withoutFrame(html, frames.get(lang) ?? '', route, tailOf(path)));
  }
  for (const [lang, frame] of frames) {
    await writeIn(dist, keptFramePath(lang), frame);
  }
  for (const [name, { styles }] of templates) {
    await writeIn(dist, keptSheetPath(name), styles);
  }
  for (const [path, manifest] of await renderer.manifests()) {
    await writeIn(dist, path, manifest);
  }
  const listed = list.filter(({ route }) => route !== 'lost').map(({ lang, path, route }) => ({ lang, path, route }));
  await writeFile(join(dist, 'pages.json'), `${JSON.stringify(listed)}\n`);
  await writeHostFiles({ dist, styleHashes: templates.map(([, { styles }]) => hashOf(styles)) });
}

/**
 * The page for an address that is not there carries its policy itself: some
 * hosts choose headers by the address that was asked for, and have none for
 * one they do not know. A meta element cannot forbid framing; the header that
 * does is sent for every address.
 */
function withOwnPolicy(html: string, styleHash: string): string {
  const policy = contentSecurityPolicy({ styleHashes: [styleHash], transport: 'http' })
    .split('; ')
    .filter((directive) => !directive.startsWith('frame-ancestors'))
    .join('; ');
  return html.replace('<head>', `<head>\n<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

async function writeIn(dist: string, path: string, text: string): Promise<void> {
  const file = join(dist, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The neutral page points nowhere, not even at the manifest. */
function forgetManifest(html: string): string {
  return html.replace(/<link rel="manifest"[^>]*>/g, '');
}

/** Puts the slots in. A slot without a value is a mistake and stops the build. */
function fill(html: string, slots: Readonly<Record<string, string>>): string {
  const pick = (whole: string, name: string): string => {
    const value = slots[name];
    if (value === undefined) {
      throw new Error(`nothing for the slot ${whole}`);
    }
    return value;
  };
  return html.replace(/<!--(app|styles)-->/g, pick).replace(/\{\{(\w+)\}\}/g, pick);
}

/** Comments for developers and the white space between lines are not sent. React's own markers are kept. */
function tidy(html: string): string {
  return html.replace(/<!-- (?!-->)[\s\S]*?-->/g, '').replace(/\n\s+/g, '\n');
}
