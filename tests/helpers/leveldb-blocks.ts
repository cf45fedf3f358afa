/** The blocks of a LevelDB table (.ldb), unpacked: what a search of the raw file would miss. Format: doc/table_format.md of LevelDB, format_description.txt of snappy. */

interface Number {
  readonly value: number;
  readonly next: number;
}

function varint(bytes: Uint8Array, at: number): Number {
  let value = 0;
  let scale = 1;
  for (let next = at; next < bytes.length; next += 1) {
    const byte = bytes[next] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next: next + 1 };
    scale *= 128;
  }
  throw new RangeError('cut short');
}

/** Beyond it a length is only bytes that look like one. */
const largest = 64 * 1024 * 1024;

/** Literal: that many bytes as they stand. Copy: bytes that stood so far back, also overlapping. */
export function unsnap(bytes: Uint8Array): Uint8Array {
  const { value: length, next } = varint(bytes, 0);
  if (length > largest) throw new RangeError('larger than anything here');
  const out = new Uint8Array(length);
  let to = 0;
  for (let at = next; at < bytes.length && to < length;) {
    const tag = bytes[at] ?? 0;
    const kind = tag & 3;
    at += 1;
    if (kind === 0) {
      let size = tag >> 2;
      if (size >= 60) {
        const extra = size - 59;
        size = 0;
        for (let index = extra - 1; index >= 0; index -= 1) size = size * 256 + (bytes[at + index] ?? 0);
        at += extra;
      }
      size += 1;
      out.set(bytes.subarray(at, at + size), to);
      at += size;
      to += size;
      continue;
    }
    const size = kind === 1 ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2);
    const wide = [0, 1, 2, 4][kind] ?? 0;
    let back = kind === 1 ? (tag >> 5) * 256 : 0;
    for (let index = 0; index < wide; index += 1) back += (bytes[at + index] ?? 0) * 256 ** index;
    at += wide;
    if (back === 0 || back > to) throw new RangeError('points before the beginning');
    for (let index = 0; index < size; index += 1) out[to + index] = out[to + index - back] ?? 0;
    to += size;
  }
  return out;
}

const footerBytes = 48;
const magic = '57fb808b247547db';

function block(file: Uint8Array, offset: number, size: number): Uint8Array {
  const content = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnap(content) : content;
}

/** Where the blocks of data stand, from the block that lists them. */
function handlesIn(index: Uint8Array): { offset: number; size: number }[] {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const restarts = view.getUint32(index.length - 4, true);
  const handles: { offset: number; size: number }[] = [];
  for (let at = 0; at < index.length - 4 - restarts * 4;) {
    const shared = varint(index, at);
    const own = varint(index, shared.next);
    const valueSize = varint(index, own.next);
    const value = valueSize.next + own.value;
    const offset = varint(index, value);
    handles.push({ offset: offset.value, size: varint(index, offset.next).value });
    at = value + valueSize.value;
  }
  return handles;
}

/** Every block of a table, unpacked; none when it is not a table. */
export function blocksOf(file: Uint8Array): Uint8Array[] {
  if (file.length < footerBytes || Buffer.from(file.subarray(file.length - 8)).toString('hex') !== magic) return [];
  const footer = file.subarray(file.length - footerBytes);
  const meta = varint(footer, varint(footer, 0).next);
  const offset = varint(footer, meta.next);
  const index = block(file, offset.value, varint(footer, offset.next).value);
  return handlesIn(index).map((handle) => block(file, handle.offset, handle.size));
}
