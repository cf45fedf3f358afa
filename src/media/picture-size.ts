import { headSegments, isFrame, u16 } from './jpeg-segments.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const letters = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** The size of a JPEG, as its head says. `null`: not one, or the head does not reach that far. */
export function jpegSize(head: Uint8Array): PictureSize | null {
  for (const { marker, from, to } of headSegments(head)) {
    if (isFrame(marker) && to - from >= 6) return { width: u16(head, from + 3), height: u16(head, from + 1) };
  }
  return null;
}

/** Three forms; the two without a list of parts stand in fourteen bits. */
function webpSize(head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  switch (letters(head, 12, 16)) {
    case 'VP8 ': return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': return { width: 1 + (view.getUint32(21, true) & 0x3fff), height: 1 + ((view.getUint32(21, true) >> 14) & 0x3fff) };
    case 'VP8X': return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) };
    default: return null;
  }
}

/**
 * The size a JPEG, PNG, WebP or GIF claims to have, so that a small file that
 * opens into a huge picture is refused before it takes the memory. `null`: a
 * kind not known here; only the decoder can say. Never throws.
 */
export function pictureSize(head: Uint8Array): PictureSize | null {
  if (head.length < 30) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (letters(head, 1, 4) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) };
  if (letters(head, 0, 4) === 'GIF8') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (letters(head, 0, 4) === 'RIFF' && letters(head, 8, 12) === 'WEBP') return webpSize(head);
  return jpegSize(head);
}
