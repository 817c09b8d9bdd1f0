/**
 * A field lays out all of its text again with every key: from about a hundred kilobytes on a key press would be felt, at
 * five megabytes it takes most of a second. So of a longer draft the field holds a part at a time.
 */
export const longestWhole = 100_000;
const partLength = 50_000;
/** So far from where it would be cut a line may end instead. */
const longestLine = 2_000;

/** From `from` up to, without, `to`. */
export interface DraftPart {
  readonly from: number;
  readonly to: number;
}

/** The part a place is in the middle of; all of a text that is short enough. */
export function partAround(text: string, place: number): DraftPart {
  if (text.length <= longestWhole) return { from: 0, to: text.length };
  const from = cutAt(text, Math.min(place - partLength / 2, text.length - partLength));
  const isAtEnd = place > text.length - partLength / 2;
  return { from, to: isAtEnd ? text.length : cutAt(text, from + partLength) };
}

export function partAfter(text: string, { to }: DraftPart): DraftPart {
  return { from: to, to: cutAt(text, to + partLength) };
}

export function partBefore(text: string, { from }: DraftPart): DraftPart {
  return { from: cutAt(text, from - partLength), to: from };
}

export interface Entered {
  readonly text: string;
  readonly part: DraftPart;
  /** Where the caret is in what the field shows now, when that is not what was entered into it. */
  readonly caret: number | null;
}

/** The part after what it shows became `entered`, with the text as it is then. A part that grew long is cut anew. */
export function enterInto(text: string, { from, to }: DraftPart, entered: string, caret: number): Entered {
  const whole = text.slice(0, from) + entered + text.slice(to);
  // A part that was emptied shows what follows, or it would look as if nothing were left.
  const isCutAnew = entered.length > longestWhole || entered === '';
  const same = { from, to: from + entered.length };
  const part = isCutAnew || whole.length <= longestWhole ? partAround(whole, from + caret) : same;
  const isAsEntered = part.from === same.from && part.to === same.to;
  return { text: whole, part, caret: isAsEntered ? null : from + caret - part.from };
}

/** Which part of how many, about: parts are not all of one length. */
export function placeOf(
  text: string,
  { from, to }: DraftPart,
): { readonly part: number; readonly of: number } {
  const before = Math.ceil(from / partLength);
  return { part: before + 1, of: before + 1 + Math.ceil((text.length - to) / partLength) };
}

/** Near a place, behind a line break if there is one, and never between the halves of a character. */
function cutAt(text: string, place: number): number {
  if (place <= 0) return 0;
  if (place >= text.length) return text.length;
  const lineEnd = text.lastIndexOf('\n', place - 1);
  if (lineEnd >= 0 && place - lineEnd < longestLine) return lineEnd + 1;
  return isLowSurrogate(text.charCodeAt(place)) ? place - 1 : place;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
