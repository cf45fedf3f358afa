import { ok, type Result } from '#kernel/result';
import { shrinkPicture, shrinkSound } from '#media/index';
import type { Bytes, FileAbout } from '../holder.ts';

export interface Small {
  readonly bytes: Bytes;
  readonly about: FileAbout;
  /** How much of a recording fits; `null`: all of it. */
  readonly cutToSeconds: number | null;
}

/** A picture or a recording, small enough for a place of a plan and with nothing in it but what is seen or heard. */
export async function shrink(kind: 'picture' | 'sound', file: Blob, signal: AbortSignal): Promise<Result<Small, string>> {
  if (kind === 'picture') {
    const small = await shrinkPicture(file, signal);
    if (!small.ok) return small;
    const { bytes, width, height } = small.value;
    return ok({ bytes, about: { kind, width, height }, cutToSeconds: null });
  }
  const small = await shrinkSound(file, signal);
  if (!small.ok) return small;
  const { bytes, seconds, fullSeconds } = small.value;
  return ok({ bytes, about: { kind, seconds: Math.round(seconds) }, cutToSeconds: seconds < fullSeconds ? seconds : null });
}
