import { text } from '#shared/text/index.ts';
import { formatBytes, formatDecimal } from './numbers.ts';

/** The size of one file: 312 B, 4.2 kB, 640 kB, 12 MB. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1_000) return text.attachments.bytes(bytes);
  return bytes < 10_000 ? `${formatDecimal(bytes / 1_000)} kB` : formatBytes(bytes);
}
