import { imageSize } from 'image-size';
import { messageOf } from '#shared/errors.ts';
import type { PictureAnswer, PictureOutcome, PictureRequest, SentPicture } from './picture-protocol.ts';
import {
  decodedPixelLimit,
  fitSides,
  hasTransparency,
  jpegQuality,
  type Sides,
  staysPng,
} from './sent-picture.ts';

// A thread of its own: decoding and scaling a large photograph takes a second. The only sender of messages is
// picture-worker-client.ts.

addEventListener('message', ({ data }: MessageEvent<PictureRequest>) => {
  void sendOutcome(data);
});

async function sendOutcome(request: PictureRequest): Promise<void> {
  const answer: PictureAnswer = { id: request.id, outcome: await convert(request) };
  const transferred = answer.outcome.kind === 'picture' ? [answer.outcome.picture.bytes.buffer] : [];
  postMessage(answer, { transfer: transferred });
}

async function convert({ blob, mime, longestSide }: PictureRequest): Promise<PictureOutcome> {
  try {
    // Asked of the header, because decoding is what would need the memory.
    const { width, height } = imageSize(new Uint8Array(await blob.arrayBuffer()));
    if (width * height > decodedPixelLimit) return { kind: 'too-many-pixels', width, height };
    const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' });
    try {
      return { kind: 'picture', picture: await encode(draw(bitmap, longestSide), mime) };
    } finally {
      bitmap.close();
    }
  } catch (thrown) {
    return { kind: 'damaged', detail: messageOf(thrown) };
  }
}

/** Halved until it is near its size: one large step would drop fine lines. */
function draw(bitmap: ImageBitmap, longestSide: number): OffscreenCanvas {
  const wanted = fitSides(bitmap, longestSide);
  let source: ImageBitmap | OffscreenCanvas = bitmap;
  while (source.width > wanted.width * 2 && source.height > wanted.height * 2) {
    source = drawnIn(source, { width: Math.ceil(source.width / 2), height: Math.ceil(source.height / 2) });
  }
  return drawnIn(source, wanted);
}

function drawnIn(source: ImageBitmap | OffscreenCanvas, { width, height }: Sides): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return canvas;
}

async function encode(canvas: OffscreenCanvas, mime: PictureRequest['mime']): Promise<SentPicture> {
  const { width, height } = canvas;
  const isTransparent =
    mime !== 'image/jpeg' && hasTransparency(contextOf(canvas).getImageData(0, 0, width, height).data);
  const png = mime === 'image/jpeg' ? null : await canvas.convertToBlob({ type: 'image/png' });
  const isPng = png !== null && staysPng(mime, isTransparent, png.size);
  const blob = isPng ? png : await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { bytes, mime: isPng ? 'image/png' : 'image/jpeg', width, height };
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas of this size');
  return context;
}
