import type { Attachment } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatAmount } from '../../format/amounts.ts';
import { formatFileSize } from '../../format/file-size.ts';
import { formatCount } from '../../format/numbers.ts';

const words = text.attachments;

/** What is known of a file, the most telling first. */
export function factsOf(attachment: Attachment): readonly string[] {
  const { sizeBytes, pageCount, tokenEstimate, picturesLeftOut } = attachment;
  const pages = pageCount === null ? [] : [words.pages(pageCount)];
  const tokens =
    tokenEstimate === null || hasNoText(attachment) ? [] : [words.tokens(formatAmount(tokenEstimate))];
  const leftOut = picturesLeftOut === undefined ? [] : [words.picturesLeftOut(picturesLeftOut)];
  return [...leftOut, ...pages, ...tokens, formatFileSize(sizeBytes)];
}

/** A document that gives the model nothing to read: a scan, most likely. */
export function hasNoText({ kind, textLength }: Attachment): boolean {
  return kind !== 'image' && textLength === 0;
}

/** Why a file gives the model nothing; null when it does. */
export function problemOf(attachment: Attachment, isSent = true): string | null {
  if (!isSent) return words.willNotBeSent;
  return hasNoText(attachment) ? words.noText : null;
}

/** The name of a file with what is known of it, for screen readers. */
export function spokenName(attachment: Attachment, isSent = true): string {
  const problem = problemOf(attachment, isSent);
  const facts = [...factsOf(attachment), ...(problem === null ? [] : [problem])];
  return [attachment.name, words.kinds[attachment.kind], ...facts].join(', ');
}

/** Sides of a picture as it is sent; null for any other file. */
export function sidesOf({ width, height }: Attachment): string | null {
  return width === null || height === null ? null : words.sides(formatCount(width), formatCount(height));
}
