export type PictureMime = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** Bytes from the start of a file that tell whether it is a picture. */
export const pictureHeadLength = 12;

/** The kind of a picture by its first bytes; null for anything that is none Parlor can decode. */
export function pictureMimeOf(head: Uint8Array): PictureMime | null {
  const begins = (...bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  const says = (offset: number, letters: string) =>
    [...letters].every((letter, index) => head[offset + index] === letter.charCodeAt(0));

  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (says(0, 'GIF87a') || says(0, 'GIF89a')) return 'image/gif';
  if (says(0, 'RIFF') && says(8, 'WEBP')) return 'image/webp';
  return null;
}
