/**
 * What a JPEG consists of, and which of it is the picture. The encoders of some
 * browsers add notes of their own (Safari an Exif segment, others a colour
 * profile); this is the second line of defence after drawing anew.
 */

export interface Segment {
  /** The second byte of its marker. */
  readonly marker: number;
  /** Where its content begins, behind the length. */
  readonly from: number;
  readonly to: number;
}

const startOfImage = 0xd8;
const endOfImage = 0xd9;
export const startOfScan = 0xda;

export const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** The segment at this place; `null` where there is none, or not all of it. */
function segmentAt(bytes: Uint8Array, at: number): Segment | null {
  if (bytes[at] !== 0xff) return null;
  let place = at + 1;
  // Any number of FF may stand before a marker.
  while (bytes[place] === 0xff) place += 1;
  const marker = bytes[place];
  if (marker === undefined || marker < 0xc0) return null;
  if (marker === endOfImage) return { marker, from: place + 1, to: place + 1 };
  // These have no length: restarts stand inside a scan, and a second start is another picture.
  if (marker >= 0xd0 && marker <= startOfImage) return null;
  const from = place + 3;
  const to = place + 1 + u16(bytes, place + 1);
  return to < from || to > bytes.length ? null : { marker, from, to };
}

/** Every whole segment up to the picture data, in order; none when the bytes are no JPEG. */
export function* headSegments(bytes: Uint8Array): Generator<Segment, void> {
  if (u16(bytes, 0) !== (0xff00 | startOfImage)) return;
  for (let at = 2; ; ) {
    const segment = segmentAt(bytes, at);
    if (!segment || segment.marker === endOfImage) return;
    yield segment;
    if (segment.marker === startOfScan) return;
    at = segment.to;
  }
}

/** Sizes and components of a picture: baseline, extended, progressive. Others no browser draws. */
export const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xc2;

/** APPn and COM: everything that is about the picture and not of it. */
const isMetadata = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** Whether the content is exactly as long as its own numbers say, so that nothing can ride along behind them. */
function isFull(bytes: Uint8Array, { marker, from, to }: Segment): boolean {
  const length = to - from;
  if (isFrame(marker)) return length === 6 + 3 * (bytes[from + 5] ?? 0);
  if (marker === startOfScan) return length === 4 + 2 * (bytes[from] ?? 0);
  if (marker === 0xdd) return length === 2;
  // Tables, one behind the other: of quantities (64 of one or two bytes) or of codes (16 counts and as many bytes as they add up to).
  if (marker !== 0xdb && marker !== 0xc4) return false;
  let at = from;
  while (at < to) {
    if (marker === 0xdb) at += (bytes[at] ?? 0) < 16 ? 65 : 129;
    else at += 17 + bytes.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
  }
  return at === to;
}

/** Where the data of a scan that begins here ends: the FF of the next marker, or the end of the bytes. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isData && next !== 0xff) return at;
  }
  return bytes.length;
}

/** JFIF 1.1, no unit, no thumbnail: the same for every picture. */
const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

/**
 * The picture with a JFIF head of ours and nothing else that is not needed to
 * draw it: no APPn, no comment, nothing behind its end. For pictures a browser's
 * canvas has written: of another's, the colours may depend on what is dropped.
 * `null`: cut short, or with a part that is not known here. Never throws.
 */
export function withoutMetadata(jpeg: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (u16(jpeg, 0) !== (0xff00 | startOfImage)) return null;
  const parts: Uint8Array[] = [Uint8Array.of(0xff, startOfImage, ...jfif)];
  let scans = 0;
  for (let at = 2; ; ) {
    const segment = segmentAt(jpeg, at);
    if (!segment) return null;
    if (segment.marker === endOfImage) break;
    at = segment.to;
    if (isMetadata(segment.marker)) continue;
    if (!isFull(jpeg, segment)) return null;
    if (segment.marker === startOfScan) {
      scans += 1;
      at = endOfScan(jpeg, segment.to);
    }
    parts.push(Uint8Array.of(0xff, segment.marker), jpeg.subarray(segment.from - 2, at));
  }
  if (scans === 0) return null;
  parts.push(Uint8Array.of(0xff, endOfImage));
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
