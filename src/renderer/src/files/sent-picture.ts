import type { PictureMime } from '#shared/picture-kind.ts';

export interface Sides {
  readonly width: number;
  readonly height: number;
}

/** More pixels than this take more memory to decode (four bytes each) than a window should ask for. */
export const decodedPixelLimit = 160_000_000;
/** A PNG up to this size is sent as it is, in bytes: text in a screenshot stays sharp. */
export const smallPngLimit = 1_000_000;
export const jpegQuality = 0.9;

/** Sides in the same proportion, the longer one at most `limit`, none below one pixel; never larger than they were. */
export function fitSides({ width, height }: Sides, limit: number): Sides {
  const scale = Math.min(1, limit / Math.max(width, height));
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}

/** Whether a picture is sent as PNG, when as PNG it would be so many bytes. JPEG knows no transparency. */
export function staysPng(mime: PictureMime, isTransparent: boolean, pngBytes: number): boolean {
  return isTransparent || (mime !== 'image/jpeg' && pngBytes <= smallPngLimit);
}

/** Whether any pixel (red, green, blue, alpha) lets something through. */
export function hasTransparency(pixels: Uint8ClampedArray): boolean {
  for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] !== 255) return true;
  return false;
}
