import { fail, type Result } from '#kernel/result';
import { trustedScript } from '#kernel/script-address';
import { largestPictureFileBytes, type PictureFault, type SmallPicture } from './limits.ts';
import type { MediaLetter } from './media-worker.ts';
import workerAddress from './media-worker.ts?worker&url';
import { shrinkOn, type Sheet } from './picture-steps.ts';
import { untilStopped } from './stopping.ts';

type Answer = Result<SmallPicture, PictureFault>;

/** Its script may hang on one bar of signal; the page then does it. */
const startsWithinMs = 10_000;
/** A system that runs out of memory may end a worker without a word. */
const answersWithinMs = 60_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a photo small and bare: upright, its long side at most 1600 px, at most
 * 300,000 bytes, and of the original nothing but what is seen. One after the
 * other: two decoded at once are more than an old phone has. Input is not held
 * up. Nothing is stored or sent; the file itself stays as it is.
 *
 * `not-a-picture`: this browser cannot read it (cut short, damaged, another kind,
 * or gone meanwhile). `too-large`: over 60 MB or 120 million pixels; it was not decoded.
 * `no-memory`: may work with fewer things open. `not-here`: no canvas that tells
 * the truth. `stopped`: by the signal, which ends the worker at once. Never
 * rejects.
 */
export function shrinkPicture(file: Blob, signal?: AbortSignal): Promise<Answer> {
  if (file.size > largestPictureFileBytes) return Promise.resolve(fail('too-large'));
  const job = last.then(() => shrinkOnce(file, signal));
  last = job;
  return untilStopped(job, signal);
}

async function shrinkOnce(file: Blob, signal: AbortSignal | undefined): Promise<Answer> {
  if (signal?.aborted) return fail('stopped');
  return (await inWorker(file, signal)) ?? shrinkOn(newPageSheet, file, signal);
}

/** `null`: workers cannot do it in this browser, or its script could not be had. */
function inWorker(file: Blob, signal: AbortSignal | undefined): Promise<Answer | null> {
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    let isHere = false;
    const end = (answer: Answer | null): void => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', stop);
      worker?.terminate();
      resolve(answer);
    };
    const stop = (): void => end(fail('stopped'));
    let limit = setTimeout(() => end(null), startsWithinMs);
    signal?.addEventListener('abort', stop);
    try {
      worker = new Worker(trustedScript(workerAddress), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<MediaLetter>) => {
        if (data.is === 'answer') return end(isNotHere(data.answer) ? null : data.answer);
        isHere = true;
        clearTimeout(limit);
        limit = setTimeout(() => end(fail('no-memory')), answersWithinMs);
      };
      // Once it runs, it catches everything but its own end; the page must not try what ended it.
      worker.onerror = () => end(isHere ? fail('no-memory') : null);
      worker.postMessage(file);
    } catch {
      end(null);
    }
  });
}

const isNotHere = (answer: Answer): boolean => !answer.ok && answer.fault === 'not-here';

function newPageSheet(width: number, height: number): Sheet | null {
  const surface = document.createElement('canvas');
  Object.assign(surface, { width, height });
  const pen = surface.getContext('2d');
  return pen && {
    width, height, pen, surface,
    toJpeg: (quality) => new Promise((resolve) => surface.toBlob(resolve, 'image/jpeg', quality)),
    end: () => void (surface.width = 0),
  };
}
