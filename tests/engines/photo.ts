/** A photo as a phone makes one, with no person in it: drawn and packed by the browser that is looked at. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withMetadata } from '../helpers/media-files.ts';
import type { Tab } from './engine.ts';

export interface Photo {
  readonly path: string;
  remove(): void;
}

/** Held upright: the rows of the sensor run downwards. */
const heldUpright = 6;

/**
 * Red and green over blue and yellow, with the noise of a small sensor; with
 * the place it was taken, a canary in each kind of metadata, and the mark of a
 * phone held upright. Width and height are the sensor's.
 */
export async function takePhoto(tab: Tab, width: number, height: number): Promise<Photo> {
  const address = await tab.run((wide, high) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: wide, height: high });
    const pen = canvas.getContext('2d');
    if (!pen) return '';
    [['#d21e1e', '#1ed21e'], ['#1e1ed2', '#d2d21e']].forEach((row, down) => {
      row.forEach((colour, across) => {
        pen.fillStyle = colour;
        pen.fillRect((across * wide) / 2, (down * high) / 2, wide / 2, high / 2);
      });
    });
    const side = 128;
    const tile = document.createElement('canvas');
    Object.assign(tile, { width: side, height: side });
    const noise = new ImageData(side, side);
    let chance = 1;
    for (let at = 0; at < noise.data.length; at += 4) {
      chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0;
      noise.data.set([chance >>> 24, (chance >>> 16) & 255, (chance >>> 8) & 255, 60], at);
    }
    tile.getContext('2d')?.putImageData(noise, 0, 0);
    pen.fillStyle = pen.createPattern(tile, 'repeat') ?? '';
    pen.fillRect(0, 0, wide, high);
    return canvas.toDataURL('image/jpeg', 0.9);
  }, width, height);
  const folder = mkdtempSync(join(tmpdir(), 'photo-'));
  const path = join(folder, 'IMG_0001.jpg');
  writeFileSync(path, withMetadata(Buffer.from(address.split(',')[1] ?? '', 'base64'), heldUpright));
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The colours of the four quarters of a photo that stands as it was held, row by row. */
export const upright = ['blue', 'red', 'yellow', 'green'];

export interface Shown {
  readonly width: number;
  readonly height: number;
  /** Of the four quarters, by name, so that noise does not matter. */
  readonly colours: readonly string[];
}

/** What the first picture on the screen shows; null: none is shown. */
export function shownPicture(tab: Tab): Promise<Shown | null> {
  return tab.run(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-plan-picture="shown"] canvas');
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return null;
    const { width, height } = canvas;
    const colours = [[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]].map(([across = 0, along = 0]) => {
      const [red = 0, green = 0, blue = 0] = pen.getImageData(Math.floor(width * across), Math.floor(height * along), 1, 1).data;
      if (red > 128) return green > 128 ? 'yellow' : 'red';
      if (green > 128) return 'green';
      return blue > 128 ? 'blue' : 'dark';
    });
    return { width, height, colours };
  });
}
