import { longestSide, longPictureTimes } from './limits.ts';
import { jpegSize } from './picture-size.ts';
import { isWhole } from './whole-picture.ts';

/**
 * Draws a kept picture; the canvas takes its size. No address is made of it, so
 * the content policy stays shut and nothing can be opened in another tab.
 * `false`: not a whole JPEG of the size that is kept here, or this browser
 * cannot; the canvas is then as it was. Never rejects.
 */
export async function drawPicture(bytes: Uint8Array, canvas: HTMLCanvasElement): Promise<boolean> {
  const size = jpegSize(bytes);
  // A file from elsewhere may claim any size.
  if (!size || Math.max(size.width, size.height) > longPictureTimes * longestSide || size.width * size.height > longestSide ** 2 || !isWhole(bytes)) return false;
  try {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }));
    const pen = canvas.getContext('2d');
    if (pen) {
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      pen.drawImage(bitmap, 0, 0);
    }
    bitmap.close();
    return pen !== null;
  } catch {
    return false;
  }
}
