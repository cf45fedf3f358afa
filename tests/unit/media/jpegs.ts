/** A JPEG of 16 by 8 grey points, by hand: every part that a picture needs, once. */

export const segment = (marker: number, content: Iterable<number>): number[] => {
  const bytes = [...content];
  return [0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 0xff, ...bytes];
};

export const start = [0xff, 0xd8];
export const end = [0xff, 0xd9];
export const jfif = segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
export const tables = segment(0xdb, [0, ...new Array<number>(64).fill(1)]);
/** Eight bits, 8 high, 16 wide, one component. */
export const frame = segment(0xc0, [8, 0, 8, 0, 16, 1, 1, 0x11, 0]);
/** Two tables of one code each. */
const oneCode = (which: number): number[] => [which, 1, ...new Array<number>(15).fill(0), 0];
export const huffman = segment(0xc4, [...oneCode(0), ...oneCode(0x10)]);
export const scan = segment(0xda, [1, 1, 0, 0, 63, 0]);
export const data = [0x2a, 0xff, 0x00, 0x3f];

export const picture = [...start, ...jfif, ...tables, ...frame, ...huffman, ...scan, ...data, ...end];
export const progressive = [...start, ...jfif, ...tables, ...segment(0xc2, [8, 0, 8, 0, 16, 1, 1, 0x11, 0]), ...huffman, ...scan, ...data, ...huffman, ...scan, ...data, ...end];
