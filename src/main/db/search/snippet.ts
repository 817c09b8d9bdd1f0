import type { MarkedText } from '#shared/contract/search.ts';
import { composed, foldWithOrigins } from '#shared/fold/fold.ts';

/** Characters shown before the first hit, and in all. */
const before = 60;
const length = 200;
/** The beginning that is looked through with accents taken off; further on, only capitals are. */
const lookedThrough = 4_000;
/** Room for marks in a long title. */
const longestMarked = 20_000;

/** Every place of every needle, overlapping ones joined. Needles are folded, separators joined. */
export function markAll(original: string, needles: readonly string[]): MarkedText {
  const text = composed(original);
  const folded = foldWithOrigins(text.slice(0, longestMarked), 'joined');
  const found: [number, number][] = [];
  for (const needle of needles) {
    if (needle === '') continue;
    for (
      let at = folded.text.indexOf(needle);
      at >= 0;
      at = folded.text.indexOf(needle, at + needle.length)
    ) {
      const from = folded.origins[at] ?? 0;
      found.push([from, endOf(folded.origins, at + needle.length)]);
    }
  }
  return { text, marks: joined(found) };
}

/** Where the character ends that the unit before `index` came from: an ß is not cut in two. */
function endOf(origins: readonly number[], index: number): number {
  const last = origins[index - 1] ?? 0;
  let next = index;
  while (next < origins.length - 1 && (origins[next] ?? 0) <= last) next += 1;
  return origins[next] ?? last;
}

/** A piece of `original` around its first hit, on one line; null when no needle is found in it. */
export function snippetOf(original: string, needles: readonly string[]): MarkedText | null {
  const at = firstHit(original, needles);
  return at === null ? null : cut(original, at, needles);
}

/** The beginning, for a hit that cannot be shown. */
export function beginningOf(original: string): MarkedText {
  return cut(original, 0, []);
}

function cut(original: string, at: number, needles: readonly string[]): MarkedText {
  let from = Math.max(0, at - before);
  if (from > 0) {
    const space = original.indexOf(' ', from);
    if (space >= 0 && space < at) from = space + 1;
  }
  let to = Math.min(original.length, from + length);
  if (isLowSurrogate(original, from)) from += 1;
  if (isLowSurrogate(original, to)) to -= 1;
  const lead = from > 0 ? '…' : '';
  const tail = to < original.length ? '…' : '';
  return markAll(`${lead}${original.slice(from, to).replace(/\s/gu, ' ')}${tail}`, needles);
}

function firstHit(original: string, needles: readonly string[]): number | null {
  for (let from = 0; from < Math.min(original.length, lookedThrough); from += step - overlap) {
    const near = hitBetween(original, from, from + step, needles);
    if (near !== null) return near;
  }
  if (original.length <= lookedThrough) return null;
  const rest = original.toLowerCase();
  return smallest(needles.map((needle) => rest.indexOf(firstWord(needle), lookedThrough - overlap)));
}

const step = 600;
const overlap = 60;

function hitBetween(original: string, from: number, to: number, needles: readonly string[]): number | null {
  const part = original.slice(from, to);
  if (plain.test(part)) {
    // Lower case has the same length, so places are the same too.
    const lower = part.toLowerCase();
    const at = smallest(
      needles.map((needle) => lower.indexOf(needle.includes(' ') ? firstWord(needle) : needle)),
    );
    return at === null ? null : from + at;
  }
  const folded = foldWithOrigins(part, 'joined');
  const at = smallest(needles.map((needle) => folded.text.indexOf(needle)));
  return at === null ? null : from + (folded.origins[at] ?? 0);
}

function firstWord(needle: string): string {
  return needle.split(' ', 1)[0] ?? needle;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
const plain = /^[\x00-\x7f]*$/;

function smallest(places: readonly number[]): number | null {
  const found = places.filter((place) => place >= 0);
  return found.length === 0 ? null : Math.min(...found);
}

function joined(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const sorted = [...ranges].sort((left, right) => left[0] - right[0] || left[1] - right[1]);
  const made: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = made.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else made.push([from, to]);
  }
  return made;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
