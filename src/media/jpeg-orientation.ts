import { headSegments } from './jpeg-segments.ts';

/**
 * Which way up a JPEG was taken, for browsers that cannot be told to mind it
 * (Safari before 17, Chrome before 111, Firefox before 111): there the mark is
 * set to "upright" before decoding, so that none turns it a second time.
 */
export interface Orientation {
  /** 2 to 8, as Exif counts. Upright is not an orientation here. */
  readonly value: number;
  /** Where the two bytes of the mark stand. */
  readonly at: number;
  /** What to write there for "upright". */
  readonly upright: Uint8Array<ArrayBuffer>;
}

const exif = 0xe1;
const orientationTag = 0x0112;
const entryBytes = 12;

/** `null`: upright, no mark, or not a JPEG. Reads hostile bytes; never throws. */
export function orientationOf(bytes: Uint8Array): Orientation | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { marker, from, to } of headSegments(bytes)) {
    // "Exif", two zeros, then a TIFF head of eight bytes.
    if (marker !== exif || to - from < 14 || view.getUint32(from) !== 0x45786966) continue;
    const tiff = from + 6;
    const isLittle = view.getUint16(tiff) === 0x4949;
    const list = tiff + view.getUint32(tiff + 4, isLittle);
    if (list + 2 > to) return null;
    const count = view.getUint16(list, isLittle);
    for (let at = list + 2; at < list + 2 + count * entryBytes && at + entryBytes <= to; at += entryBytes) {
      if (view.getUint16(at, isLittle) !== orientationTag) continue;
      const value = view.getUint16(at + 8, isLittle);
      return value >= 2 && value <= 8 ? { value, at: at + 8, upright: isLittle ? Uint8Array.of(1, 0) : Uint8Array.of(0, 1) } : null;
    }
    return null;
  }
  return null;
}

/** The orientations that lie on their side: width and height change places. */
export const isOnItsSide = (value: number): boolean => value >= 5;

/** The turn that sets a picture of this width and height upright, as a canvas takes it. */
export function turnOf(value: number, width: number, height: number): [number, number, number, number, number, number] {
  switch (value) {
    case 2: return [-1, 0, 0, 1, width, 0];
    case 3: return [-1, 0, 0, -1, width, height];
    case 4: return [1, 0, 0, -1, 0, height];
    case 5: return [0, 1, 1, 0, 0, 0];
    case 6: return [0, 1, -1, 0, height, 0];
    case 7: return [0, -1, -1, 0, height, width];
    case 8: return [0, -1, 1, 0, 0, width];
    default: return [1, 0, 0, 1, 0, 0];
  }
}
