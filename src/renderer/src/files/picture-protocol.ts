import type { PictureMime } from '#shared/picture-kind.ts';
import type { Sides } from './sent-picture.ts';

export interface PictureRequest {
  readonly id: number;
  readonly blob: Blob;
  readonly mime: PictureMime;
  /** Longest side of what comes back, in pixels. */
  readonly longestSide: number;
}

export interface SentPicture extends Sides {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: 'image/png' | 'image/jpeg';
}

export type PictureOutcome =
  | { readonly kind: 'picture'; readonly picture: SentPicture }
  | ({ readonly kind: 'too-many-pixels' } & Sides)
  | { readonly kind: 'damaged'; readonly detail: string };

export interface PictureAnswer {
  readonly id: number;
  readonly outcome: PictureOutcome;
}
