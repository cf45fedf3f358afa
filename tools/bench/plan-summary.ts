/** The figures of the plan beside the limits of issue 6, and of hardening notes P5 for keys (INP at CPU×6). */
import type { BySpeed, ListFigure, OpenFigure, PhotoFigure, SaveFigure, TypingFigure } from './plan-figures.ts';
import { slowerBy, type Speed } from './slow-browser.ts';

export interface PlanFigures {
  readonly reach: BySpeed<{ readonly longMs: number; readonly shortMs: number }>;
  readonly saves: BySpeed<SaveFigure>;
  readonly typing: BySpeed<TypingFigure>;
  readonly openings: BySpeed<OpenFigure>;
  readonly photos: BySpeed<PhotoFigure>;
  readonly photosWhileTyping: BySpeed<PhotoFigure>;
  readonly list: BySpeed<ListFigure>;
}

export interface SummaryRow {
  readonly what: string;
  /** With nothing slowed; the page's own thread six times slower; the whole browser six times slower. */
  readonly full: number | null;
  readonly page: number | null;
  readonly whole: number | null;
  readonly limit: number | null;
  readonly verdict: 'ok' | 'over' | '';
}

/** One frame at sixty a second. */
const frameMs = 17;
/** Hardening notes, P5: half of what counts as good. */
const keyMs = 100;
/** What browsers call a long task. */
const longTaskMs = 50;

type Read<T> = (figure: T) => number;
const slowed: readonly Speed[] = ['page', 'whole'];
/**
 * For what goes on side by side: with the whole browser slowed, page and worker
 * share a sixth of one processor, which no telephone asks of them, and ten keys
 * a second, drawn without a graphics chip, take more than half of that.
 */
const sideBySide: readonly Speed[] = ['page'];

function row<T>(what: string, by: BySpeed<T>, read: Read<T>, limit: number | null = null, judged: readonly Speed[] = slowed): SummaryRow {
  const at = (speed: Speed): number | null => {
    const figure = by[speed];
    return figure === undefined ? null : Math.round(read(figure) * 100) / 100;
  };
  const judges = judged.map(at).filter((value) => value !== null);
  return { what, full: at('full'), page: at('page'), whole: at('whole'), limit, verdict: limit === null ? '' : judges.every((value) => value <= limit) ? 'ok' : 'over' };
}

/** Neither way of slowing is exact for a save: the first leaves out the worker, the second lets the first milliseconds of a short task pass at full speed. */
function addedUp(saves: BySpeed<SaveFigure>): number | null {
  const { full, page } = saves;
  return full && page ? Math.round((page.page.medianMs + slowerBy * (full.whole.medianMs - full.page.medianMs)) * 100) / 100 : null;
}

export function summaryOf({ saves, typing, openings, photos, photosWhileTyping, list, reach }: PlanFigures): readonly SummaryRow[] {
  const sum = addedUp(saves);
  const longer: BySpeed<number> = {};
  for (const [speed, { inSave, between }] of Object.entries(typing) as [Speed, TypingFigure][]) longer[speed] = inSave.medianMs - between.medianMs;
  return [
    row('the page: long work, ms', reach, ({ longMs }) => longMs),
    row('the page: short work with rests, ms', reach, ({ shortMs }) => shortMs),
    row('a worker: one derivation, ms', openings, ({ derivationMs }) => derivationMs),
    row('1 a save of 500 entries, median ms', saves, ({ whole }) => whole.medianMs, 60),
    row('1 the same, worst of 25', saves, ({ whole }) => whole.worstMs),
    { what: `1 the same: the page's part slowed, and ${slowerBy} × the worker's`, full: null, page: sum, whole: null, limit: 60, verdict: sum === null ? '' : sum <= 60 ? 'ok' : 'over' },
    row('2 writing the plan out and handing it over, median ms', saves, ({ page }) => page.medianMs),
    row('2 the same, worst of 25', saves, ({ page }) => page.worstMs, longTaskMs),
    row('2 letters that fall into a save, median ms', typing, ({ inSave }) => inSave.medianMs),
    row('2 letters that do not, median ms', typing, ({ between }) => between.medianMs),
    row('2 so much longer (limit: one frame)', longer, (ms) => ms, frameMs, sideBySide),
    row('2 all letters, as INP, ms', typing, ({ all }) => all.inpMs, keyMs),
    row('2 the worst in a save, ms', typing, ({ inSave }) => inSave.worstMs),
    row('2 the worst of the others, ms', typing, ({ between }) => between.worstMs),
    row('2 the longest task in a save (0: none over 50), ms', typing, (figure) => figure.longestTaskMs, longTaskMs),
    row('3 opening ÷ derivation', openings, ({ ratio }) => ratio, 1.15, ['full', 'page', 'whole']),
    // With the page alone slowed, the derivation is not: no ratio of the two.
    row('3 opening until drawn ÷ derivation', openings, ({ drawnRatio }) => drawnRatio, 1.15, ['full', 'whole']),
    row('4 a photo of 12 million points, kept, median ms', photos, ({ kept }) => kept.medianMs, 3_000),
    row('4 the same with ten keys a second meanwhile', photosWhileTyping, ({ kept }) => kept.medianMs, 3_000, sideBySide),
    row('4 those keys, median ms', photosWhileTyping, ({ keys }) => keys.medianMs),
    row('4 those keys, as INP, ms', photosWhileTyping, ({ keys }) => keys.inpMs, keyMs, sideBySide),
    row('4 those keys, the worst, ms', photosWhileTyping, ({ keys }) => keys.worstMs),
    row('  the list of 500 until drawn, ms', list, (figure) => figure.list.medianMs),
    row('  keys in its search, median ms', list, ({ search }) => search.medianMs),
    row('  keys in its search, the worst, ms', list, ({ search }) => search.worstMs),
  ];
}
