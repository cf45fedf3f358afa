/**
 * Decodes and encodes one picture beside the page, so that typing is never held
 * up. One picture, one answer; the page then ends it, and the decoder's memory
 * goes with it.
 */
import type { Result } from '#kernel/result';
import type { PictureFault, SmallPicture } from './limits.ts';
import { shrinkOn, type Sheet } from './picture-steps.ts';

/** `here`: the script runs; what fails after this has failed at the picture. */
export type MediaLetter = { readonly is: 'here' } | { readonly is: 'answer'; readonly answer: Result<SmallPicture, PictureFault> };

interface WorkerScope {
  onmessage: ((event: MessageEvent<Blob>) => void) | null;
  postMessage(letter: MediaLetter, moved?: Transferable[]): void;
}
const scope = self as unknown as WorkerScope;

function newSheet(width: number, height: number): Sheet | null {
  if (typeof OffscreenCanvas !== 'function' || !('convertToBlob' in OffscreenCanvas.prototype)) return null;
  const surface = new OffscreenCanvas(width, height);
  const pen = surface.getContext('2d');
  return pen && {
    width, height, pen, surface,
    toJpeg: (quality) => surface.convertToBlob({ type: 'image/jpeg', quality }),
    end: () => void (surface.width = 0),
  };
}

scope.onmessage = ({ data }) => void shrinkOn(newSheet, data).then((answer) =>
  scope.postMessage({ is: 'answer', answer }, answer.ok ? [answer.value.bytes.buffer] : []));
scope.postMessage({ is: 'here' });
