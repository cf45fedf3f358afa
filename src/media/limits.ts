/** What goes in and what comes out, in one place. */

/** What one kept picture or recording may weigh. */
export const largestFileBytes = 300_000;

/** Of a kept picture, in pixels; of one that is more than twice as long as wide, this many times longer at most. */
export const longestSide = 1600;
export const longPictureTimes = 4;

/** A photo of today's largest common sensor (108 million) fits: four bytes each while it is decoded. */
export const largestPixels = 120_000_000;

/** Larger files are not looked at. */
export const largestPictureFileBytes = 60_000_000;

/**
 * Sound is decoded whole, four bytes a sample: a WAV file doubles, a packed one
 * grows by up to twenty-five (12 MB is a quarter of an hour to half an hour of
 * what telephones record).
 */
export const largestWavFileBytes = 60_000_000;
export const largestSoundFileBytes = 12_000_000;

/** Of a recording, what fits in `largestFileBytes` as src/media/sound.ts writes it; rounded down. */
export const longestSoundSeconds = 73;

export interface SmallPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

export interface SmallSound {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: 'audio/wav';
  /** What is kept, from the beginning. */
  readonly seconds: number;
  /** What there was. */
  readonly fullSeconds: number;
}

/** `not-here`: this browser cannot do it at all. `stopped`: by the caller's signal. */
type AnyFault = 'too-large' | 'no-memory' | 'not-here' | 'stopped';
export type PictureFault = 'not-a-picture' | AnyFault;
export type SoundFault = 'not-a-sound' | AnyFault;
