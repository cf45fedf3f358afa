/**
 * Runs in the page before anything else and writes down when things happened
 * there: what the vault was asked and when it answered, each letter from the
 * key to the screen, a photo from the picker to the saved plan. The app knows
 * nothing of it.
 */

/** One call to the vault's worker. All times in milliseconds of the page. */
export interface Asked {
  readonly call: string;
  /** When the task began in which it was asked: for a save, the end of the pause after a key. */
  readonly began: number;
  readonly sent: number;
  /** When that task was over, with all that the screen did in it. */
  taskEnd: number;
  answered: number;
  /** When what came of it was on the screen. */
  drawn: number;
}

export interface Letter {
  /** When the key went down, as the browser says. */
  readonly at: number;
  drawn: number;
}

export interface Photo {
  readonly picked: number;
  /** Its row stands there; and the plan with it is saved. */
  shown: number;
  kept: number;
}

export interface Watched {
  readonly asked: Asked[];
  readonly letters: Letter[];
  readonly photos: Photo[];
  /** Tasks of over 50 ms: when and how long. */
  readonly longTasks: { readonly at: number; readonly ms: number }[];
  /** Times of the browser's own list of slow events: from 16 ms, in steps of eight. */
  readonly slowEventsMs: number[];
}

declare global {
  interface Window {
    watched: Watched;
    /** Set from outside: told at each hand-over. */
    onSave?: () => void;
  }
}

function watch(): void {
  const watched: Watched = { asked: [], letters: [], photos: [], longTasks: [], slowEventsMs: [] };
  window.watched = watched;
  const now = (): number => performance.now();

  /** After the next frame was handed over to be shown. */
  const afterPaint = (tell: () => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        tell();
      };
      port2.postMessage(null);
    });
  };

  /** An opening is drawn when the plan stands there. */
  const tellDrawn = (one: Asked): void => afterPaint(() => {
    if (one.call === 'open' && !document.querySelector('[data-vault="open"]')) tellDrawn(one);
    else one.drawn = now();
  });

  let began: number | null = null;
  const setTimer = window.setTimeout.bind(window);
  window.setTimeout = ((act: TimerHandler, ms?: number, ...given: unknown[]) => {
    if (typeof act !== 'function') return setTimer(act, ms);
    const run = act as (...values: unknown[]) => void;
    return setTimer(() => {
      began = now();
      try {
        run(...given);
      } finally {
        began = null;
      }
    }, ms);
  }) as typeof window.setTimeout;

  const waiting = new Map<number, Asked>();
  const post = Worker.prototype.postMessage as (this: Worker, ...given: unknown[]) => void;
  Worker.prototype.postMessage = function postMessage(this: Worker, ...given: unknown[]) {
    const [request] = given as [{ readonly id?: number; readonly call?: string } | null];
    if (typeof request?.id === 'number' && typeof request.call === 'string') {
      const sent = now();
      const one: Asked = { call: request.call, began: began ?? sent, sent, taskEnd: 0, answered: 0, drawn: 0 };
      watched.asked.push(one);
      waiting.set(request.id, one);
      // Behind what React put there: the screen is changed by then.
      queueMicrotask(() => queueMicrotask(() => (one.taskEnd = now())));
      if (one.call === 'save') window.onSave?.();
    }
    post.apply(this, given);
  };
  const handler = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
  Object.defineProperty(Worker.prototype, 'onmessage', {
    ...handler,
    set(this: Worker, hear: (event: MessageEvent<{ readonly id?: number }>) => void) {
      handler?.set?.call(this, (event: MessageEvent<{ readonly id?: number }>) => {
        const one = waiting.get(event.data.id ?? -1);
        if (one) {
          one.answered = now();
          waiting.delete(event.data.id ?? -1);
          tellDrawn(one);
        }
        hear(event);
      });
    },
  });

  document.addEventListener('keydown', (event) => {
    const letter: Letter = { at: event.timeStamp, drawn: 0 };
    watched.letters.push(letter);
    afterPaint(() => (letter.drawn = now()));
  }, { capture: true });

  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return;
    const photo: Photo = { picked: now(), shown: 0, kept: 0 };
    watched.photos.push(photo);
    const seen = new MutationObserver(() => {
      if (photo.shown === 0 && document.querySelector('[data-plan-kept]')) photo.shown = now();
      // What is told once the vault has answered.
      if (photo.shown > 0 && document.querySelector('[data-plan-adding="idle"] p')) {
        photo.kept = now();
        seen.disconnect();
      }
    });
    seen.observe(document.body, { subtree: true, childList: true, attributes: true });
  }, { capture: true });

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watched.longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') watched.slowEventsMs.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** As text: the compiler marks the names of functions by a helper that a page does not have. */
export const watchScript = `globalThis.__name ??= (act) => act; (${watch.toString()})();`;
