/** Recordings made small and played in a real browser, under the headers of the real site. */
import { describe, expect, it } from 'vitest';
import { decodeBlocks } from '../../src/media/ima-adpcm.ts';
import { readWav } from '../../src/media/wav.ts';
import { canaries, canary, shareOfTone, wavOf } from '../helpers/media-files.ts';
import type { Told } from '../helpers/media-page/entry.ts';
import { bytesOf, visitMedia } from '../helpers/media-visit.ts';

const { visit, choose, shrink, measure } = visitMedia();

const heard = (told: Told): Int16Array => {
  const wav = readWav(bytesOf(told));
  return wav ? decodeBlocks(wav.blocks, wav.samples) : new Int16Array(0);
};

describe('a recording', () => {
  it('becomes one channel at 8 kHz with nothing about it in it', async () => {
    await choose(wavOf(3, 440), 'audio/wav');
    const told = await shrink('sound');
    expect(told).toMatchObject({ ok: true, value: { type: 'audio/wav', seconds: 3, fullSeconds: 3 } });
    for (const text of canaries) expect(bytesOf(told).includes(text), text).toBe(false);
    expect(shareOfTone(heard(told).subarray(400, -400), 8_000, 440)).toBeGreaterThan(0.99);
  });

  it('that does not fit keeps its beginning and says so; the page goes on meanwhile', async () => {
    await choose(wavOf(120, 300), 'audio/wav');
    const { told, jobMs, longestGapMs } = await measure('sound');
    expect(told).toMatchObject({ ok: true, value: { seconds: 591_355 / 8_000, fullSeconds: 120 } });
    expect(bytesOf(told).length).toBeLessThanOrEqual(300_000);
    expect(longestGapMs).toBeLessThanOrEqual(jobMs / 2);
  });

  it('sounds alike where the browser refuses so low a rate', async () => {
    await visit().page.evaluate(() => {
      const Real = OfflineAudioContext;
      Object.assign(window, { OfflineAudioContext: class extends Real {
        constructor(channels: number, length: number, rate: number) {
          if (rate < 22_050) throw new DOMException('too low', 'NotSupportedError');
          super(channels, length, rate);
        }
      } });
    });
    await choose(wavOf(3, 440), 'audio/wav');
    const told = await shrink('sound');
    expect(told).toMatchObject({ ok: true, value: { seconds: 3, fullSeconds: 3 } });
    expect(shareOfTone(heard(told).subarray(400, -400), 8_000, 440)).toBeGreaterThan(0.99);
  });

  it('that is none is called so, and can be stopped', async () => {
    for (const bytes of [Buffer.from(canary), Buffer.alloc(0), wavOf(1, 440).subarray(0, 60)]) {
      await choose(bytes);
      expect(await shrink('sound')).toEqual({ ok: false, fault: 'not-a-sound' });
    }
    await choose(wavOf(30, 440));
    for (const ms of [0, 1]) expect(await shrink('sound', ms)).toEqual({ ok: false, fault: 'stopped' });
  });

  it('is played at a press, tells where it is, and ends or is stopped', async () => {
    await choose(wavOf(1, 440), 'audio/wav');
    const sound = (await shrink('sound')).value?.bytes ?? '';
    const { page } = visit();
    expect(await page.evaluate((text) => window.mediaPage.load(text), sound)).toBe(true);
    expect(await page.evaluate(() => window.mediaPage.state())).toEqual({ isPlaying: false, atSeconds: 0, seconds: 1 });
    await page.click('#play');
    expect(await page.evaluate(() => window.mediaPage.state())).toMatchObject({ isPlaying: true });
    await page.waitForFunction(() => window.mediaPage.state()?.isPlaying === false);
    const states = await page.evaluate(() => window.mediaPage.states);
    expect(states.at(0)).toEqual({ isPlaying: true, atSeconds: 0, seconds: 1 });
    expect(states.some(({ isPlaying, atSeconds }) => isPlaying && atSeconds > 0 && atSeconds <= 1)).toBe(true);
    expect(states.at(-1)).toEqual({ isPlaying: false, atSeconds: 0, seconds: 1 });
    await page.click('#play');
    expect(await page.evaluate(() => window.mediaPage.state())).toMatchObject({ isPlaying: true });
    await page.evaluate(() => window.mediaPage.stop());
    expect(await page.evaluate(() => window.mediaPage.state())).toEqual({ isPlaying: false, atSeconds: 0, seconds: 1 });
    expect(await page.evaluate((text) => window.mediaPage.load(text), Buffer.from(canary).toString('base64'))).toBe(false);
  });
});
