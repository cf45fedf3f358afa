/** The three ways out that are compared: ours, GOV.UK's component from npm, and a plain link, each on pages of its own. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { House } from './house.ts';

export type SubjectName = 'ours' | 'govuk' | 'link';

export interface Subject {
  readonly name: SubjectName;
  readonly origin: string;
  /** Three screens; each but the last leads on by a link marked in `onward`. */
  readonly screens: readonly [string, string, string];
  readonly onward: readonly [string, string];
  /** The same screen in another language, where the subject has one. */
  readonly translated: string | null;
  readonly control: string;
  /** A part of the page's own words, which must not be there after the press. */
  readonly words: string;
  /** What the document itself matches when it is ready for a press. */
  readonly readyMark: string;
  /** Where a visit begins, and where the control is explained if it is. */
  readonly home: string;
}

export interface Rivals {
  readonly subjects: readonly [Subject, Subject];
  /** Every path asked for, oldest first. */
  readonly asked: string[];
  setDown(down: boolean): void;
  close(): Promise<void>;
}

const govukFolder = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
export const govukVersion = (JSON.parse(readFileSync(join(govukFolder, 'package.json'), 'utf8')) as { version: string }).version;

const built = (name: string): Buffer => readFileSync(join(govukFolder, 'dist/govuk', name));

/** The component's own HTML, from the examples in its package. */
function govukExit(example: string): string {
  const { fixtures } = JSON.parse(built('components/exit-this-page/fixtures.json').toString('utf8')) as { fixtures: { name: string; html: string }[] };
  const html = fixtures.find(({ name }) => name === example)?.html;
  if (html === undefined) throw new Error(`govuk-frontend has no example ${example}`);
  return html;
}

const body = Array.from({ length: 30 }, (_, line) => `<p>Line ${line + 1} of the page itself.</p>`).join('');
const rest = (nth: number, folder: string): string =>
  `<h1>The page itself</h1><p><label>A box <input id="box"></label></p>${nth < 3 ? `<p><a id="onward" href="/${folder}/${nth + 1}">Next</a></p>` : ''}${body}`;

function govukPage(nth: number, lang: string): string {
  const exit = govukExit(lang === 'cy' ? 'translated' : 'testing-html').replace(' data-module="govuk-button"', '');
  return `<!doctype html><html lang="${lang}" class="govuk-template"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The service, screen ${nth}</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/govuk-frontend.min.css"></head>
<body class="govuk-template__body js-enabled govuk-frontend-supported"><a href="https://www.bbc.co.uk/weather" class="govuk-skip-link govuk-js-exit-this-page-skiplink" data-module="govuk-skip-link" rel="nofollow noreferrer">Exit this page</a>
<div class="govuk-width-container"><main class="govuk-main-wrapper">${exit}${rest(nth, 'govuk')}</main></div>
<script type="module">import { initAll } from '/govuk-frontend.min.js'; initAll(); document.documentElement.dataset.ready = '';</script></body></html>`;
}

function linkPage(nth: number): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The service, screen ${nth}</title><link rel="icon" href="/icon.svg"></head>
<body><p><a id="leave" href="https://www.bbc.co.uk/weather">Leave this site</a></p>${rest(nth, 'link')}</body></html>`;
}

const html = 'text/html; charset=utf-8';

function answer(path: string): readonly [string, string | Buffer] | null {
  const screen = /^\/(govuk|link)\/([123])(cy)?$/.exec(path);
  if (screen) {
    const nth = Number(screen[2]);
    return [html, screen[1] === 'govuk' ? govukPage(nth, screen[3] ?? 'en') : linkPage(nth)];
  }
  if (path === '/icon.svg') return ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'];
  if (path === '/govuk-frontend.min.js') return ['text/javascript', built('govuk-frontend.min.js')];
  if (path === '/govuk-frontend.min.css') return ['text/css', built('govuk-frontend.min.css')];
  return null;
}

export async function openRivals(): Promise<Rivals> {
  let isDown = false;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (isDown) {
      request.socket.destroy();
      return;
    }
    const found = answer(request.url ?? '');
    response.writeHead(found ? 200 : 404, { 'Content-Type': found?.[0] ?? 'text/plain' }).end(found?.[1] ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const common = { origin, onward: ['#onward', '#onward'], words: 'The page itself' } as const;
  return {
    subjects: [
      { ...common, name: 'govuk', screens: ['/govuk/1', '/govuk/2', '/govuk/3'], translated: '/govuk/1cy', control: '.govuk-js-exit-this-page-button', readyMark: '[data-ready]', home: '/govuk/1' },
      { ...common, name: 'link', screens: ['/link/1', '/link/2', '/link/3'], translated: null, control: '#leave', readyMark: 'html', home: '/link/1' },
    ],
    asked,
    setDown(down) {
      isDown = down;
      if (down) server.closeAllConnections();
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export function ourSubject({ server }: House): Subject {
  return {
    name: 'ours',
    origin: server.url,
    screens: ['/en/find/', '/en/device/', '/en/settings/'],
    onward: ['a[href="/en/device/"]', 'a[href="/en/settings/"]'],
    translated: '/ur/find/',
    control: '[data-exit]',
    words: 'Find',
    readyMark: '[data-app="ready"]',
    home: '/en/',
  };
}
