import { headSegments, startOfScan } from './jpeg-segments.ts';

const letters = (bytes: Uint8Array, from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4));

/** Nothing in the data of a scan looks like the end, and what stands behind it (a camera's second picture, a short film) is not looked at. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  for (const { marker, to } of headSegments(bytes)) {
    if (marker !== startOfScan) continue;
    for (let at = bytes.indexOf(0xff, to); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
      if (bytes[at + 1] === 0xd9) return true;
    }
  }
  return false;
}

function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (letters(bytes, at + 4) === 'IEND') return true;
  }
  return false;
}

/**
 * Whether a JPEG, PNG or WebP is all there: Firefox and WebKit draw a picture
 * that was cut short as far as it goes, down to a white sheet, and call it well
 * (measured 2026-11-28). Somebody would keep that and believe it to be the
 * photo. Other kinds are taken on trust. Never throws.
 */
export function isWhole(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return isWholeJpeg(bytes);
  if (letters(bytes, 1).startsWith('PNG')) return isWholePng(bytes);
  if (letters(bytes, 0) !== 'RIFF' || letters(bytes, 8) !== 'WEBP') return true;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true) + 8 <= bytes.length;
}
