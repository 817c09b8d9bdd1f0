import type { BlockList } from './blocks.ts';
import { isFenceOpen } from './fence.ts';

/** A last line that may become a list item, a rule, a fence or a heading, and would be taken for something else by then. */
const undecidedLine =
  /(?:^|\n)[ \t]*(?:>[ \t]*)*(?:[-+*=_#>|:]{1,6}|[`~]{1,2}|\d{1,3}[.)]?|[-+*][ \t]+\[[ xX]?\]?|\\|\$)?[ \t]*$/;
/** Marks that mean nothing until the next character has come; a closing mark is not missed, for open ones are completed. */
const undecidedMarks = /(?:[*_~`[!\\$]+|\]\(?|<\/?[a-z]{0,9}|&[a-zA-Z#]?[a-zA-Z0-9]{0,8})$/;
const undecidedFence = /\n[ \t]*(?:`+|~+)[ \t]*$/;

/**
 * What of a growing text can be shown already. The marks left out come back with the next piece, so a list does not
 * flash up as a heading and bold words not as stars.
 */
export function withoutUndecidedEnd(before: BlockList, text: string): string {
  const last = before.open.at(-1)?.token;
  // Only the end is looked at: the patterns cost the same however long the answer is.
  const end = text.slice(-80);
  const isInCode = last?.type === 'code' && isFenceOpen(last) && /^ {0,3}[`~]/.test(last.raw);
  const match = isInCode ? undecidedFence.exec(end) : (undecidedLine.exec(end) ?? undecidedMarks.exec(end));
  if (match === null || match[0].trim() === '') return text;
  // The line end in front stays, and nothing that was shown goes away again: blocks grow only forwards.
  const at = match.index + (match[0].startsWith('\n') ? 1 : 0);
  return text.slice(0, Math.max(text.length - end.length + at, before.source.length));
}
