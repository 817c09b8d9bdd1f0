import type { Attachment } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatAmount } from '../../format/amounts.ts';
import { formatFileSize } from '../../format/file-size.ts';
import { formatCount } from '../../format/numbers.ts';

const words = text.attachments;

/** What is known of a file, the most telling first. */
export function factsOf(attachment: Attachment): readonly string[] {
  const { sizeBytes, pageCount, tokenEstimate } = attachment;
  const pages = pageCount === null ? [] : [words.pages(pageCount)];
  const tokens =
    tokenEstimate === null || hasNoText(attachment) ? [] : [words.tokens(formatAmount(tokenEstimate))];
  return [...pages, formatFileSize(sizeBytes), ...tokens];
}

/** A document that gives the model nothing to read: a scan, most likely. */
export function hasNoText({ kind, textLength }: Attachment): boolean {
  return kind !== 'image' && textLength === 0;
}

/** The name of a file with what is known of it, for screen readers. */
export function spokenName(attachment: Attachment): string {
  const problem = hasNoText(attachment) ? [words.noText] : [];
  return [attachment.name, words.kinds[attachment.kind], ...factsOf(attachment), ...problem].join(', ');
}

/** Sides of a picture as it is sent; null for any other file. */
export function sidesOf({ width, height }: Attachment): string | null {
  return width === null || height === null ? null : words.sides(formatCount(width), formatCount(height));
}
