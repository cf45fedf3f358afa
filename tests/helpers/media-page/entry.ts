/** A page with the door of media and no screen, for tests to drive. Never part of the site. */
import { drawPicture, shrinkPicture, shrinkSound, soundPlayer, type Player, type PlayerState } from '../../../src/media/index.ts';

/** An answer as it travels out of the page: the bytes as base64. */
export interface Told {
  readonly ok: boolean;
  readonly fault?: string;
  readonly value?: { readonly bytes: string; readonly type: string; readonly width: number; readonly height: number; readonly seconds: number; readonly fullSeconds: number };
}
export interface Measured {
  readonly told: Told;
  readonly jobMs: number;
  readonly longestGapMs: number;
  readonly frames: number;
}

const inBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return btoa(text);
};
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

type Answer = Awaited<ReturnType<typeof shrinkPicture>> | Awaited<ReturnType<typeof shrinkSound>>;
const told = (answer: Answer): Told => (answer.ok ? { ok: true, value: { ...answer.value, bytes: inBase64(answer.value.bytes) } as Told['value'] & object } : answer);

const element = <E extends Element>(name: string): E => document.querySelector<E>(name) as E;
const chosen = (): File => element<HTMLInputElement>('#file').files?.[0] as File;
const shrinks = { picture: shrinkPicture, sound: shrinkSound };
let player: Player | null = null;

const mediaPage = {
  /** What the file input holds, made small; stopped after so many milliseconds. */
  async shrink(kind: keyof typeof shrinks, stopAfterMs?: number): Promise<Told> {
    if (stopAfterMs === undefined) return told(await shrinks[kind](chosen()));
    const stopper = new AbortController();
    if (stopAfterMs === 0) stopper.abort();
    else setTimeout(() => stopper.abort(), stopAfterMs);
    return told(await shrinks[kind](chosen(), stopper.signal));
  },
  shrinkZeros: async (kind: keyof typeof shrinks, bytes: number): Promise<Told> => told(await shrinks[kind](new Blob([new Uint8Array(bytes)]))),
  /** The same, with the longest time between two frames of the page meanwhile. */
  async measure(kind: keyof typeof shrinks): Promise<Measured> {
    let [isOver, longestGapMs, frames] = [false, 0, 0];
    const begun = performance.now();
    let before = begun;
    const frame = (): void => {
      longestGapMs = Math.max(longestGapMs, performance.now() - before);
      before = performance.now();
      frames += 1;
      if (!isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const answer = await this.shrink(kind);
    const jobMs = performance.now() - begun;
    isOver = true;
    return { told: answer, jobMs, longestGapMs: Math.max(longestGapMs, performance.now() - before), frames };
  },
  /** Draws and tells the colour at these places, as shares of width and height. */
  async draw(picture: string, places: readonly (readonly [number, number])[]): Promise<{ isDrawn: boolean; width: number; height: number; colours: number[][] }> {
    const canvas = element<HTMLCanvasElement>('#shown');
    const isDrawn = await drawPicture(fromBase64(picture), canvas);
    const { width, height } = canvas;
    // Read from a copy: a browser warns of a canvas that is drawn for show and read again and again.
    const copy = Object.assign(document.createElement('canvas'), { width, height });
    const pen = copy.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
    pen.drawImage(canvas, 0, 0);
    return { isDrawn, width, height, colours: places.map(([x, y]) => [...pen.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data.slice(0, 3)]) };
  },
  states: [] as PlayerState[],
  /** A press of the button plays. */
  load(sound: string): boolean {
    const found = soundPlayer(fromBase64(sound));
    player = found.ok ? found.value : null;
    this.states.length = 0;
    player?.subscribe(() => this.states.push((player as Player).state()));
    return found.ok;
  },
  stop: (): void => player?.stop(),
  state: (): PlayerState | undefined => player?.state(),
};

declare global {
  interface Window {
    mediaPage: typeof mediaPage;
  }
}
window.mediaPage = mediaPage;
element('#play').addEventListener('click', () => player?.play());
