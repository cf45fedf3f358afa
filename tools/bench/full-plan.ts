/** What the plan is measured with: 500 entries of what happened, six pictures, and a photo as a telephone makes it. */
import type { Page } from 'playwright-core';
import { filePlaces, longestText } from '../../src/storage/passphrases.ts';
import { largestFileBytes } from '../../src/media/limits.ts';

export const entryCount = 500;
/** With what stands beside the words some 490 bytes an entry: the plan is nine tenths full, the most that 500 allow with room to type. */
const lettersEach = 310;
export const words = 'three grey owls went home';

const sentences = [
  'He came home late and asked where I had been all afternoon.', 'I said at the clinic with the baby, which was true.', 'He took my phone and read all of it aloud.',
  'Then he stood in the door so that I could not get past.', 'My sister rang twice and he would not let me answer.', 'He shouted until the neighbour knocked on the wall.',
  'In the morning he said that it had never happened.', 'I showed the mark on my arm to Dr Lee on Tuesday.', 'The children heard it and came down the stairs.',
];

function textOf(nth: number, letters: number): string {
  let text = '';
  for (let at = nth; text.length < letters; at += 1) text += `${sentences[(at * 7) % sentences.length]} `;
  return text.slice(0, letters).trim();
}

/** A plan as the app writes it; `pictures` are named by its newest entry. */
export function planOf(pictures: number): string {
  const notes = Array.from({ length: entryCount }, (_, nth) => {
    const at = new Date(Date.UTC(2025, 0, 1 + nth, 8, nth % 60));
    const files = Array.from({ length: nth === entryCount - 1 ? pictures : 0 }, (__, place) => ({ kind: 'picture', width: 1600, height: 1200, place }));
    return {
      log: { day: at.toISOString().slice(0, 10), written: at.toISOString(), time: '21:30' },
      id: `entry${String(nth).padStart(15, '0')}`, title: '', text: textOf(nth, lettersEach), order: nth + 1, changed: at.toISOString(), ...(files.length > 0 && { files }),
    };
  });
  const text = JSON.stringify({ for: ['me'], situations: ['children'], version: 1, notes });
  if (text.length > longestText) throw new Error(`${text.length} bytes are more than a plan holds`);
  return text;
}

/** For `askVault`: makes the plan, and seals a file of the largest kind into each place it names. */
export function makingOf(pictures: number): string {
  return `create(${JSON.stringify(words)}, ${JSON.stringify(planOf(pictures))}).then(async (made) => {
    const bytes = new Uint8Array(${largestFileBytes});
    for (let at = 0; at < bytes.length; at += 60_000) crypto.getRandomValues(bytes.subarray(at, at + 60_000));
    for (let place = 0; made.ok && place < ${pictures}; place += 1) {
      const put = await vault.putFile(place, bytes);
      if (!put.ok) return put;
    }
    return made;
  })`;
}

export const allPlaces = filePlaces;

/** 4000 × 3000: soft shapes at five sizes, edges, and the grain of a small sensor. The same each time. */
export async function drawPhoto(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(`(async () => {
    let chance = 7;
    const next = () => (chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const sheet = (width, height) => Object.assign(document.createElement('canvas'), { width, height });
    const photo = sheet(4000, 3000);
    const pen = photo.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    for (const [side, share] of [[8, 1], [40, 0.5], [200, 0.35], [1000, 0.2], [2000, 0.12]]) {
      const part = sheet(side, side * 0.75);
      const points = part.getContext('2d').createImageData(part.width, part.height);
      for (let at = 0; at < points.data.length; at += 4) {
        const light = next() * 200 + 30;
        points.data.set([light + next() * 50, light + next() * 30, light + next() * 60, 255], at);
      }
      part.getContext('2d').putImageData(points, 0, 0);
      pen.globalAlpha = share;
      pen.drawImage(part, 0, 0, 4000, 3000);
    }
    pen.globalAlpha = 0.8;
    for (let nth = 0; nth < 300; nth += 1) {
      pen.fillStyle = 'hsl(' + next() * 360 + ' 40% ' + (20 + next() * 60) + '%)';
      pen.fillRect(next() * 4000, next() * 3000, next() * 300, next() * 200);
    }
    const points = pen.getImageData(0, 0, 4000, 3000);
    for (let at = 0; at < points.data.length; at += 4) {
      const grain = (next() - 0.5) * 20;
      for (let part = 0; part < 3; part += 1) points.data[at + part] += grain;
    }
    pen.putImageData(points, 0, 0);
    const blob = await new Promise((done) => photo.toBlob(done, 'image/jpeg', 0.9));
    const reader = new FileReader();
    await new Promise((done) => { reader.onload = done; reader.readAsDataURL(blob); });
    return reader.result.split(',')[1];
  })()`);
  return Buffer.from(drawn as string, 'base64');
}
