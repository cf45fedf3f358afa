/**
 * Looks for texts and runs of bytes in every file of a profile: as the bytes stand,
 * texts in UTF-8 and both UTF-16; inside the packed blocks of LevelDB tables and the packed values
 * of IndexedDB; inside everything that looks like gzip or zlib. Not looked into: brotli and zstd, which have no
 * mark to be known by (Chromium keeps pages of the server so, and nothing typed).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { blocksOf, unsnap } from './leveldb-blocks.ts';

export interface Found {
  readonly file: string;
  readonly text: string;
  readonly as: string;
}

export interface Searched {
  readonly found: readonly Found[];
  readonly files: number;
  readonly bytes: number;
  /** Packed pieces that were unpacked and searched too. */
  readonly unpacked: number;
}

/** Some bytes of a file, by what it is called in a report. */
export interface Run {
  readonly name: string;
  readonly bytes: Buffer;
}

interface Needle {
  readonly text: string;
  readonly forms: readonly (readonly [as: string, bytes: Buffer])[];
}

function needleOf(text: string): Needle {
  const little = Buffer.from(text, 'utf16le');
  return { text, forms: [['UTF-8', Buffer.from(text, 'utf8')], ['UTF-16LE', little], ['UTF-16BE', Buffer.from(little).swap16()]] };
}

const runNeedleOf = ({ name, bytes }: Run): Needle => ({ text: name, forms: [['bytes', bytes]] });

/** What follows the head of a gzip piece (RFC 1952); the library's own way stops at bytes that stand behind the piece. */
function gunzip(bytes: Buffer, options: { finishFlush: number }): Buffer {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + bytes.readUInt16LE(at);
  for (const named of [8, 16]) if (flags & named) at = bytes.indexOf(0, at) + 1;
  return inflateRawSync(bytes.subarray(flags & 2 ? at + 2 : at), options);
}

const packings = [
  [[0x1f, 0x8b, 0x08], gunzip], [[0x78, 0x01], inflateSync], [[0x78, 0x5e], inflateSync], [[0x78, 0x9c], inflateSync], [[0x78, 0xda], inflateSync],
] as const;

/** What is packed inside a file, as far as it can be unpacked. */
function* packedIn(bytes: Buffer): Generator<Buffer> {
  for (const [mark, open] of packings) {
    const start = Buffer.from(mark);
    for (let at = bytes.indexOf(start); at !== -1; at = bytes.indexOf(start, at + 1)) {
      try {
        // Cut short or followed by other bytes: what can be had is had.
        const piece = open(bytes.subarray(at, at + 4_000_000), { finishFlush: constants.Z_SYNC_FLUSH });
        if (piece.length > 0) yield piece;
      } catch {
        // Bytes that only looked like a beginning.
      }
    }
  }
}

/** How Chromium marks a value of IndexedDB that it packed with snappy. */
const packedValue = Buffer.from([0xff, 0x11, 0x02]);

function* packedValuesIn(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf(packedValue); at !== -1; at = bytes.indexOf(packedValue, at + 1)) {
    try {
      yield Buffer.from(unsnap(bytes.subarray(at + packedValue.length)));
    } catch {
      // Three bytes that only looked like the mark.
    }
  }
}

function* layersOf(bytes: Buffer): Generator<readonly [how: string, bytes: Buffer]> {
  yield ['', bytes];
  for (const piece of packedIn(bytes)) yield [', packed', piece];
  for (const piece of packedValuesIn(bytes)) yield [', in a packed value', piece];
  let blocks: Uint8Array[] = [];
  try {
    blocks = blocksOf(bytes);
  } catch {
    // A table that was cut short by the kill: its raw bytes were searched.
  }
  for (const piece of blocks) yield [', in a LevelDB block', Buffer.from(piece)];
}

/** Searches every file below a folder. Files that vanish meanwhile are passed over: the browser may be running. */
export function searchProfile(folder: string, texts: readonly string[], runs: readonly Run[] = []): Searched {
  const needles = [...texts.map(needleOf), ...runs.map(runNeedleOf)];
  const found: Found[] = [];
  const seen = { files: 0, bytes: 0, unpacked: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch {
      continue;
    }
    seen.files += 1;
    seen.bytes += bytes.length;
    for (const [how, layer] of layersOf(bytes)) {
      if (how !== '') seen.unpacked += 1;
      for (const { text, forms } of needles) {
        for (const [as, form] of forms) if (layer.includes(form)) found.push({ file, text, as: `${as}${how}` });
      }
    }
    for (const text of texts) if (file.includes(text)) found.push({ file, text, as: 'the name of the file' });
  }
  return { found, ...seen };
}
