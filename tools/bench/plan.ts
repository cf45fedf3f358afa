/**
 * The figures of issue 6, in a real Chromium with real files, on the built site
 * at /en/plan/: with nothing slowed, with the page's own thread six times slower
 * (CDP), and with the whole browser six times slower (a control group).
 */
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { lock } from '../../tests/helpers/plan-screen.ts';
import { serveBuild } from '../../tests/helpers/server.ts';
import { serveVaultPage } from '../../tests/helpers/vault-page.ts';
import { allPlaces, drawPhoto, entryCount, planOf } from './full-plan.ts';
import { measureList, measureOpenings, measurePhotos, measureReach, measureSaves, measureTyping } from './plan-figures.ts';
import { arrive, makePlan, open, toList, toNewestEntry } from './plan-steps.ts';
import { summaryOf, type PlanFigures, type SummaryRow } from './plan-summary.ts';
import { watchScript } from './plan-watch.ts';
import { openSlowBrowser } from './slow-browser.ts';

export interface PlanBench {
  readonly version: string;
  readonly machine: string;
  /** Over the last minute, before and after: a share of it is not ours. */
  readonly load: readonly [number, number];
  readonly entries: number;
  readonly planBytes: number;
  readonly photoBytes: number;
  readonly summary: readonly SummaryRow[];
  readonly figures: PlanFigures;
}

const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10;

export async function benchPlan(): Promise<PlanBench> {
  const before = loadNow();
  const server = await serveBuild();
  const derivations = await serveVaultPage(fileURLToPath(new URL('./vault-page', import.meta.url)));
  const browser = await openSlowBrowser();
  try {
    const other = await browser.newPage([]);
    const photo = await drawPhoto(other);
    await other.goto(derivations.url);
    const page = await browser.newPage([watchScript]);
    await arrive(page, server.url);
    await makePlan(page, 0);
    await open(page);
    const reach = await measureReach(browser, page);
    const list = await measureList(browser, page);
    await toList(page);
    await toNewestEntry(page);
    const saves = await measureSaves(browser, page);
    const typing = await measureTyping(browser, page);
    const photos = await measurePhotos(browser, page, photo, false);
    const photosWhileTyping = await measurePhotos(browser, page, photo, true);
    await lock(page);
    await makePlan(page, allPlaces);
    const openings = await measureOpenings(browser, page, other);
    const figures: PlanFigures = { reach, saves, typing, openings, photos, photosWhileTyping, list };
    const summary = summaryOf(figures);
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
    const load = [before, loadNow()] as const;
    console.info(`Chromium ${browser.version} on ${machine}, load ${load.join(' → ')}: ${entryCount} entries, ${planOf(0).length} bytes; a photo of ${photo.length} bytes`);
    if (!browser.speeds.includes('whole')) console.info('this machine lets us make no control group: the whole browser was not slowed, and workers ran at full speed');
    console.table(summary);
    return { version: browser.version, machine, load, entries: entryCount, planBytes: planOf(0).length, photoBytes: photo.length, summary, figures };
  } finally {
    await browser.close();
    await server.close();
    await derivations.close();
  }
}
