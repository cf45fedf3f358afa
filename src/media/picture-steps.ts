/** How a picture is made small; the same in the worker and, where that has no canvas, on the page. */
import { fail, ok, type Result } from '#kernel/result';
import { isOnItsSide, orientationOf, turnOf } from './jpeg-orientation.ts';
import { withoutMetadata } from './jpeg-segments.ts';
import { largestFileBytes, largestPixels, longestSide, longPictureTimes, type PictureFault, type SmallPicture } from './limits.ts';
import { pictureSize, type PictureSize } from './picture-size.ts';
import { isWhole } from './whole-picture.ts';

type Pen = Pick<CanvasRenderingContext2D, 'drawImage' | 'fillRect' | 'fillStyle' | 'getImageData' | 'imageSmoothingQuality' | 'setTransform'>;

/** A canvas, of the worker's kind or of the page's. */
export interface Sheet extends PictureSize {
  readonly pen: Pen;
  readonly surface: CanvasImageSource;
  /** `null`: it could not be encoded. */
  toJpeg(quality: number): Promise<Blob | null>;
  /** Gives the memory back at once: some browsers hold it until much later. */
  end(): void;
}

/** `null`: no canvas to be had. */
export type NewSheet = (width: number, height: number) => Sheet | null;

/** Tried in this order on each size; the first that fits is taken. The lowest still keeps letters on a screen apart. */
const qualities = [0.85, 0.75, 0.65, 0.5] as const;
/** The last holds nothing but noise in a third of the room: there is always one that fits. */
const sides = [longestSide, 1280, 1024, 820, 640, 480, 320] as const;

/** Enough for the size in all but odd files: cameras put a small picture of 64 kB and a colour profile before it. */
const headBytes = 256 * 1024;

/** A decoder does not say why it failed. From this size on, lack of memory is likelier than damage. */
const manyPixels = 24_000_000;

interface Upright {
  readonly bitmap: ImageBitmap;
  /** As Exif counts, where it still has to be turned; 1 for not. */
  readonly turn: number;
}

async function decodeUpright(file: Blob, head: Uint8Array): Promise<Upright> {
  try {
    return { bitmap: await createImageBitmap(file, { imageOrientation: 'from-image' }), turn: 1 };
  } catch (error) {
    // An older browser that does not know the word. Some of those turn it of themselves, so the mark is taken away first.
    if (!(error instanceof TypeError)) throw error;
    const mark = orientationOf(head);
    if (!mark) return { bitmap: await createImageBitmap(file), turn: 1 };
    const unmarked = new Blob([file.slice(0, mark.at), mark.upright, file.slice(mark.at + 2)], { type: file.type });
    return { bitmap: await createImageBitmap(unmarked), turn: mark.value };
  }
}

/**
 * Width and height within a square of this side; what is smaller stays as it
 * is. More than twice as long as wide, such as a screen of messages that was
 * rolled, it may be longer, with no more points than half that square: in the
 * square it would be too narrow to read.
 */
export function fitted({ width, height }: PictureSize, side: number): PictureSize {
  const inSquare = side / Math.max(width, height);
  const asLarge = Math.min(Math.sqrt((side * side) / 2 / (width * height)), longPictureTimes * inSquare);
  const share = Math.min(1, Math.max(inSquare, asLarge));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/**
 * Some browsers hand every page a false picture (Tor Browser; Firefox with
 * resistFingerprinting): the person would keep coloured noise and believe it to
 * be the photo. A little noise, as others add against fingerprinting, may pass.
 */
function givesBackWhatWasDrawn(newSheet: NewSheet): boolean {
  const colours = ['#e01010', '#10e010', '#1010e0', '#e0e010', '#101010', '#808080'];
  const sheet = newSheet(colours.length, 1);
  if (!sheet) return false;
  colours.forEach((colour, at) => {
    sheet.pen.fillStyle = colour;
    sheet.pen.fillRect(at, 0, 1, 1);
  });
  const { data } = sheet.pen.getImageData(0, 0, colours.length, 1);
  sheet.end();
  return colours.every((colour, at) =>
    [0, 1, 2].every((part) => Math.abs((data[4 * at + part] ?? 0) - parseInt(colour.slice(1 + 2 * part, 3 + 2 * part), 16)) < 24));
}

function drawFrom({ bitmap, turn }: Upright, newSheet: NewSheet): Sheet | null {
  const lies = isOnItsSide(turn);
  const size = fitted({ width: lies ? bitmap.height : bitmap.width, height: lies ? bitmap.width : bitmap.height }, longestSide);
  const sheet = newSheet(size.width, size.height);
  if (!sheet) return null;
  blank(sheet);
  const [width, height] = lies ? [size.height, size.width] : [size.width, size.height];
  sheet.pen.setTransform(...turnOf(turn, width, height));
  sheet.pen.drawImage(bitmap, 0, 0, width, height);
  return sheet;
}

function drawSmaller(from: Sheet, side: number, newSheet: NewSheet): Sheet | null {
  const { width, height } = fitted(from, side);
  const sheet = newSheet(width, height);
  if (!sheet) return null;
  blank(sheet);
  sheet.pen.drawImage(from.surface, 0, 0, width, height);
  return sheet;
}

/** White under what lets light through, as on paper: a JPEG would make it black, and black writing with it. */
function blank({ pen, width, height }: Sheet): void {
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
}

async function bareJpeg(sheet: Sheet, quality: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const blob = await sheet.toJpeg(quality);
  return blob && withoutMetadata(new Uint8Array(await blob.arrayBuffer()));
}

async function encodeWithin(first: Sheet, newSheet: NewSheet, signal: AbortSignal | undefined): Promise<Result<SmallPicture, PictureFault>> {
  for (const side of sides) {
    const sheet = side === longestSide ? first : drawSmaller(first, side, newSheet);
    if (!sheet) return fail('no-memory');
    try {
      for (const quality of qualities) {
        if (signal?.aborted) return fail('stopped');
        const bytes = await bareJpeg(sheet, quality);
        if (!bytes) return fail('no-memory');
        if (bytes.length <= largestFileBytes) return ok({ bytes, type: 'image/jpeg', width: sheet.width, height: sheet.height });
      }
    } finally {
      if (sheet !== first) sheet.end();
    }
  }
  return fail('no-memory');
}

/** The picture upright, or why not: the only step at which the file itself can be at fault. */
async function read(file: Blob): Promise<Result<Upright, 'not-a-picture' | 'too-large' | 'no-memory'>> {
  let pixels = 0;
  try {
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    const size = pictureSize(head);
    pixels = size ? size.width * size.height : 0;
    if (pixels > largestPixels) return fail('too-large');
    if (!isWhole(new Uint8Array(await file.arrayBuffer()))) return fail('not-a-picture');
    return ok(await decodeUpright(file, head));
  } catch (error) {
    return fail(error instanceof RangeError || pixels >= manyPixels ? 'no-memory' : 'not-a-picture');
  }
}

/** Never rejects. `not-here`: no canvas, or one that does not give back what was drawn. */
export async function shrinkOn(newSheet: NewSheet, file: Blob, signal?: AbortSignal): Promise<Result<SmallPicture, PictureFault>> {
  try {
    if (typeof createImageBitmap !== 'function' || !givesBackWhatWasDrawn(newSheet)) return fail('not-here');
    const upright = await read(file);
    if (!upright.ok) return upright;
    const first = drawFrom(upright.value, newSheet);
    upright.value.bitmap.close();
    if (!first) return fail('no-memory');
    const answer = await encodeWithin(first, newSheet, signal);
    first.end();
    return answer;
  } catch {
    // Drawing and encoding what was read fails for one reason.
    return fail('no-memory');
  }
}
