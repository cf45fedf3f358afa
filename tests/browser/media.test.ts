/** Pictures made small in a real browser, under the headers of the real site. */
import { describe, expect, it } from 'vitest';
import { headSegments } from '../../src/media/jpeg-segments.ts';
import { canaries, canary, wavOf, withMetadata } from '../helpers/media-files.ts';
import { bytesOf, drawn as drawnOn, visitMedia } from '../helpers/media-visit.ts';

const { visit, choose, shrink, measure } = visitMedia();
const drawn = (width: number, height: number, noise: number, type: string): Promise<Buffer> => drawnOn(visit().page, width, height, noise, type);
const corners = [[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]] as const;
const draw = (bytes: Uint8Array) =>
  visit().page.evaluate(([text, places]) => window.mediaPage.draw(text, places), [Buffer.from(bytes).toString('base64'), corners] as const);

/** The name of the strongest colours, so that noise does not matter. */
const named = ([red = 0, green = 0, blue = 0]: number[]): string => (red > 128 ? (green > 128 ? 'yellow' : 'red') : green > 128 ? 'green' : blue > 128 ? 'blue' : 'dark');

let photo: Buffer | null = null;
/** Twelve million pixels as a phone takes them, held upright: the rows of the sensor run downwards. */
async function phonePhoto(): Promise<Buffer> {
  photo ??= withMetadata(await drawn(4000, 3000, 120, 'image/jpeg'), 6);
  return photo;
}

function expectBare(bytes: Buffer): void {
  expect(bytes.length).toBeLessThanOrEqual(300_000);
  for (const text of canaries) expect(bytes.includes(text), text).toBe(false);
  const markers = [...headSegments(bytes)].map(({ marker }) => marker);
  expect(markers.filter((marker) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)).toEqual([0xe0]);
  expect(bytes.subarray(-2).toString('hex')).toBe('ffd9');
}

describe('a photo from a phone', () => {
  it('becomes small and upright, with nothing of where and what else', async () => {
    const file = await phonePhoto();
    for (const text of [canary, 'Exif', 'xmpmeta']) expect(file.includes(text)).toBe(true);
    await choose(file);
    const told = await shrink('picture');
    expect(told).toMatchObject({ ok: true, value: { type: 'image/jpeg', width: 1200, height: 1600 } });
    expectBare(bytesOf(told));
    const shown = await draw(bytesOf(told));
    expect(shown).toMatchObject({ isDrawn: true, width: 1200, height: 1600 });
    expect(shown.colours.map(named)).toEqual(['blue', 'red', 'yellow', 'green']);
  });

  it('is made small while the page goes on', async () => {
    await choose(await phonePhoto());
    const { told, jobMs, longestGapMs } = await measure('picture');
    expect(told.ok).toBe(true);
    expect(longestGapMs).toBeLessThanOrEqual(jobMs / 2);
  });

  it('is made in the worker alone, and leaves nothing in the browser', async () => {
    await visit().page.evaluate(() => {
      const never = (): never => {
        throw new Error('not on the page');
      };
      URL.createObjectURL = never;
      HTMLCanvasElement.prototype.toBlob = never;
    });
    await choose(await phonePhoto());
    expect((await shrink('picture')).ok).toBe(true);
    expect(await visit().page.evaluate(async () => ({
      caches: await caches.keys(), databases: await indexedDB.databases(), local: localStorage.length, session: sessionStorage.length,
      files: await Array.fromAsync((await navigator.storage.getDirectory() as unknown as { keys(): AsyncIterable<string> }).keys()),
    }))).toEqual({ caches: [], databases: [], local: 0, session: 0, files: [] });
  });

  it('can be stopped before, while and in the queue, and the next one is made', async () => {
    await choose(await phonePhoto());
    const stopped = { ok: false, fault: 'stopped' };
    for (const ms of [0, 1, 60]) expect(await shrink('picture', ms)).toEqual(stopped);
    const three = await visit().page.evaluate(() => Promise.all([window.mediaPage.shrink('picture', 60), window.mediaPage.shrink('picture', 30), window.mediaPage.shrink('picture')]));
    expect(three.map(({ ok, fault }) => fault ?? ok)).toEqual(['stopped', 'stopped', true]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is turned alike by a browser that minds orientation %s and by one too old to', async (orientation) => {
    await choose(withMetadata(await drawn(400, 300, 20, 'image/jpeg'), orientation));
    const [modern, old] = [await shrink('picture'), await (async () => {
      await visit().page.evaluate(() => {
        const real = window.createImageBitmap.bind(window) as (source: ImageBitmapSource, how?: object) => Promise<ImageBitmap>;
        Object.assign(window, {
          Worker: undefined,
          createImageBitmap: (source: ImageBitmapSource, how?: object) => (how ? Promise.reject(new TypeError('not a valid enum value')) : real(source)),
        });
      });
      return shrink('picture');
    })()];
    expect([modern.value?.width, modern.value?.height]).toEqual(orientation > 4 ? [300, 400] : [400, 300]);
    expect([old.value?.width, old.value?.height]).toEqual([modern.value?.width, modern.value?.height]);
    const ways = [await draw(bytesOf(modern)), await draw(bytesOf(old))].map(({ colours }) => colours.map(named));
    expect(new Set(ways[0]).size).toBe(4);
    expect(ways[1]).toEqual(ways[0]);
    expectBare(bytesOf(old));
  });
});

describe('other files', () => {
  it('of the kinds PNG and WebP become the same', async () => {
    for (const type of ['image/png', 'image/webp']) {
      await choose(await drawn(2000, 1000, 30, type), type);
      const told = await shrink('picture');
      expect(told, type).toMatchObject({ ok: true, value: { type: 'image/jpeg', width: 1600, height: 800 } });
      expectBare(bytesOf(told));
      expect((await draw(bytesOf(told))).colours.map(named)).toEqual(['red', 'green', 'blue', 'yellow']);
    }
  });

  it('that are long screens of messages stay wide enough to read, and are drawn', async () => {
    await choose(await drawn(1080, 9600, 30, 'image/png'), 'image/png');
    const told = await shrink('picture');
    expect(told).toMatchObject({ ok: true, value: { type: 'image/jpeg', width: 379, height: 3373 } });
    expect(await draw(bytesOf(told))).toMatchObject({ isDrawn: true, width: 379, height: 3373 });
  });

  it('that are nothing but noise fit all the same', async () => {
    await choose(await drawn(3000, 3000, 255, 'image/jpeg'));
    const told = await shrink('picture');
    expect(told.ok).toBe(true);
    expectBare(bytesOf(told));
  });

  it('that are small stay as large as they are', async () => {
    await choose(await drawn(40, 30, 0, 'image/png'), 'image/png');
    expect(await shrink('picture')).toMatchObject({ ok: true, value: { width: 40, height: 30 } });
  });

  it('that are no picture are called so', async () => {
    for (const bytes of [Buffer.from(canary), Buffer.alloc(0), wavOf(0.1, 440)]) {
      await choose(bytes);
      expect(await shrink('picture')).toEqual({ ok: false, fault: 'not-a-picture' });
    }
  });

  it('that are cut short are called no picture, and never hang', async () => {
    const wholes: readonly [Buffer, string][] = [[await phonePhoto(), 'image/jpeg'], [await drawn(800, 600, 30, 'image/png'), 'image/png'], [await drawn(800, 600, 30, 'image/webp'), 'image/webp']];
    for (const [whole, type] of wholes) {
      for (const share of [0.0001, 0.001, 0.3, 0.9]) {
        await choose(whole.subarray(0, Math.round(whole.length * share)), type);
        expect(await shrink('picture'), `${share} of ${type}`).toEqual({ ok: false, fault: 'not-a-picture' });
      }
    }
  });

  it('beyond all bounds are not decoded', async () => {
    const tooLarge = { ok: false, fault: 'too-large' };
    expect(await visit().page.evaluate(() => window.mediaPage.shrinkZeros('picture', 60_000_001))).toEqual(tooLarge);
    expect(await visit().page.evaluate(() => window.mediaPage.shrinkZeros('sound', 12_000_001))).toEqual(tooLarge);
    const png = await drawn(40, 30, 0, 'image/png');
    png.writeUInt32BE(30_000, 16);
    png.writeUInt32BE(30_000, 20);
    await choose(png);
    expect(await shrink('picture')).toEqual(tooLarge);
    expect(await draw(png)).toMatchObject({ isDrawn: false });
    expect(await draw(Buffer.from(canary))).toMatchObject({ isDrawn: false });
  });
});

/** The worker's script with a line before it, as another browser or another fate would have it. */
async function beforeWorker(line: string): Promise<void> {
  await visit().page.route('**/media-worker-*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line};\n${await response.text()}` });
  });
}

describe('a browser', () => {
  it.each([
    ['without workers', async () => void (await visit().page.evaluate(() => Object.assign(window, { Worker: undefined })))],
    ['without a canvas in workers', () => beforeWorker('self.OffscreenCanvas = undefined')],
    ['without pictures in workers', () => beforeWorker('self.createImageBitmap = undefined')],
    ['whose worker does not start', () => beforeWorker('throw new Error("too old")')],
  ])('%s makes the picture on the page', async (_, lose) => {
    visit().expectProblem(/too old/);
    await lose();
    await choose(await phonePhoto());
    const told = await shrink('picture');
    expect(told).toMatchObject({ ok: true, value: { width: 1200, height: 1600 } });
    expectBare(bytesOf(told));
  });

  it('whose worker comes to its end over the picture is not tried again on the page', async () => {
    visit().expectProblem(/out of memory/);
    await beforeWorker('setTimeout(() => { throw new Error("out of memory") }); self.createImageBitmap = () => new Promise(() => undefined)');
    await choose(await phonePhoto());
    expect(await shrink('picture')).toEqual({ ok: false, fault: 'no-memory' });
  });

  it('that gives false pictures back is told apart from one that works', async () => {
    await choose(await drawn(400, 300, 20, 'image/jpeg'));
    await visit().page.evaluate(() => {
      Object.assign(window, { Worker: undefined });
      CanvasRenderingContext2D.prototype.getImageData = (_x: number, _y: number, width: number, height: number) => new ImageData(new Uint8ClampedArray(width * height * 4).fill(255), width, height);
    });
    expect(await shrink('picture')).toEqual({ ok: false, fault: 'not-here' });
  });
});
