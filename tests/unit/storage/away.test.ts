import { beforeEach, describe, expect, it, vi } from 'vitest';
import { awayLimits, watchAway } from '../../../src/storage/away.ts';

describe('going away', () => {
  function page(limits = awayLimits) {
    const doc = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    let nowMs = 0;
    const win = Object.assign(new EventTarget(), {
      document: doc, performance: { now: () => nowMs }, setTimeout: (act: () => void, ms: number) => setTimeout(act, ms), clearTimeout: (id: number) => clearTimeout(id),
    });
    const show = (visibilityState: 'visible' | 'hidden'): void => {
      doc.visibilityState = visibilityState;
      doc.dispatchEvent(new Event('visibilitychange'));
    };
    const pass = (ms: number): void => {
      nowMs += ms;
      vi.advanceTimersByTime(ms);
    };
    const onAway = vi.fn<(isChoosing: boolean) => void>();
    const stop = watchAway(win as unknown as Window, limits, onAway);
    return { doc, win, show, pass, sleep: (ms: number) => void (nowMs += ms), onAway, stop };
  }
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('is two minutes without a touch, and a touch begins them anew', () => {
    const { doc, pass, onAway } = page();
    pass(119_000);
    doc.dispatchEvent(new Event('pointerdown'));
    pass(119_000);
    expect(onAway).not.toHaveBeenCalled();
    pass(1_000);
    expect(onAway).toHaveBeenCalledTimes(1);
  });

  it('is thirty seconds hidden, also when the telephone stopped its timers', () => {
    const { show, pass, sleep, onAway } = page();
    show('hidden');
    pass(29_000);
    show('visible');
    expect(onAway).not.toHaveBeenCalled();
    show('hidden');
    pass(30_000);
    expect(onAway).toHaveBeenCalledTimes(1);
    const other = page();
    other.show('hidden');
    other.sleep(40_000);
    expect(other.onAway).not.toHaveBeenCalled();
    other.show('visible');
    expect(other.onAway).toHaveBeenCalledTimes(1);
    sleep(0);
  });

  it('is at once when the page is frozen or left, and never after it was ended', () => {
    const { doc, win, pass, onAway, stop } = page();
    doc.dispatchEvent(new Event('freeze'));
    win.dispatchEvent(new Event('pagehide'));
    expect(onAway).toHaveBeenCalledTimes(2);
    stop();
    win.dispatchEvent(new Event('pagehide'));
    doc.dispatchEvent(new Event('keydown'));
    pass(200_000);
    expect(onAway).toHaveBeenCalledTimes(2);
  });

  /** What a press on a file box sends, and what its camera or gallery sends after it. */
  const fileBox = (doc: EventTarget, type: 'click' | 'change' | 'cancel', of = 'file'): void => {
    const event = new Event(type);
    Object.defineProperty(event, 'target', { value: { type: of } });
    doc.dispatchEvent(event);
  };

  it('is three minutes while a file is being chosen: the camera hides the page; and is told as that', () => {
    const { doc, show, pass, onAway } = page();
    fileBox(doc, 'click');
    show('hidden');
    pass(179_000);
    expect(onAway).not.toHaveBeenCalled();
    pass(1_000);
    expect(onAway.mock.calls).toEqual([[true]]);
    const slept = page();
    fileBox(slept.doc, 'click');
    slept.show('hidden');
    slept.sleep(181_000);
    slept.show('visible');
    expect(slept.onAway.mock.calls).toEqual([[true]]);
  });

  it('is what it was once a file is chosen, or none, also where that is told before the page is shown again', () => {
    for (const over of ['change', 'cancel'] as const) {
      const { doc, show, pass, onAway } = page();
      fileBox(doc, 'click');
      show('hidden');
      pass(100_000);
      fileBox(doc, over);
      show('visible');
      expect(onAway, over).not.toHaveBeenCalled();
      show('hidden');
      pass(30_000);
      expect(onAway.mock.calls, over).toEqual([[false]]);
    }
  });

  it('is what it was where an older browser does not say that nothing was chosen, once the page is touched', () => {
    const { doc, show, pass, onAway } = page();
    fileBox(doc, 'click');
    show('hidden');
    pass(60_000);
    show('visible');
    doc.dispatchEvent(new Event('scroll'));
    show('hidden');
    pass(60_000);
    show('visible');
    expect(onAway).not.toHaveBeenCalled();
    doc.dispatchEvent(new Event('pointerdown'));
    show('hidden');
    pass(30_000);
    expect(onAway.mock.calls).toEqual([[false]]);
  });

  it('makes no other box last longer, nor the frozen page, nor a limit that is longer already', () => {
    const { doc, show, pass, onAway } = page();
    fileBox(doc, 'click', 'checkbox');
    show('hidden');
    pass(30_000);
    expect(onAway.mock.calls).toEqual([[false]]);
    const frozen = page();
    fileBox(frozen.doc, 'click');
    frozen.doc.dispatchEvent(new Event('freeze'));
    expect(frozen.onAway.mock.calls).toEqual([[true]]);
    const patient = page({ ...awayLimits, idleMs: 600_000 });
    fileBox(patient.doc, 'click');
    patient.pass(590_000);
    expect(patient.onAway).not.toHaveBeenCalled();
  });
});
