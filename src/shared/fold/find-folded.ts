import { composed, foldText, foldWithOrigins, placesInComposed } from './fold.ts';

/** kept: signs between words are part of what is looked for. joined: words apart by whatever signs, as the index sees them. */
export type Separators = 'joined' | 'kept';
export type TextRange = readonly [from: number, to: number];

/** A text folded, with the way back. */
export interface FoldedPlaces {
  readonly folded: string;
  /** Where the character begins that the folded unit at `index` came from, in UTF-16 units of the text. */
  startOf(index: number): number;
  /** Where the character ends that the folded unit before `index` came from, marks put on it included. */
  endOf(index: number): number;
}

/** What is looked for, or looked through, without its case and accents. */
export function folded(text: string, separators: Separators): string {
  if (separators === 'kept' && isPlain(text)) return text.toLowerCase();
  return foldText(composed(text), separators);
}

/** What to look for in a text; empty when that is nothing. Signs around joined words mean nothing. */
export function foldedTerm(text: string, separators: Separators): string {
  const term = folded(text, separators);
  return separators === 'joined' ? term.trim() : term;
}

export function foldWithPlaces(text: string, separators: Separators): FoldedPlaces {
  if (separators === 'kept' && isPlain(text)) {
    return { folded: text.toLowerCase(), startOf: (index) => index, endOf: (index) => index };
  }
  const { text: made, origins } = foldWithOrigins(composed(text), separators);
  const places = placesInComposed(text);
  const inText = (origin: number) => (places === null ? origin : (places[origin] ?? text.length));
  return {
    folded: made,
    startOf: (index) => inText(origins[index] ?? text.length),
    // Up to the next character that left something: units of one character, such as those of ß, share its start.
    endOf: (index) => {
      const last = origins[index - 1];
      let next = index;
      while (next < made.length && origins[next] === last) next += 1;
      return inText(origins[next] ?? text.length);
    },
  };
}

/** Every place where `term`, a folded term, occurs; they do not overlap. In UTF-16 units of the text: [from, to). */
export function findFolded(
  text: string,
  term: string,
  separators: Separators,
  limit = Number.POSITIVE_INFINITY,
): readonly TextRange[] {
  if (term === '') return [];
  if (isPlain(text)) return findPlain(text.toLowerCase(), term, separators, limit);
  // Most texts do not have it, and the way back costs more than the look.
  if (!folded(text, separators).includes(term)) return [];
  const { folded: made, startOf, endOf } = foldWithPlaces(text, separators);
  return occurrences(made, term, limit).map((at) => [startOf(at), endOf(at + term.length)]);
}

/** Folding changes no place in such a text. */
function findPlain(text: string, term: string, separators: Separators, limit: number): readonly TextRange[] {
  if (!term.includes(' ') || separators === 'kept') {
    return occurrences(text, term, limit).map((at) => [at, at + term.length]);
  }
  // A term of joined words has letters and digits only: nothing a pattern gives a meaning.
  const pattern = new RegExp(term.split(' ').join('[^a-z0-9]+'), 'g');
  const found: TextRange[] = [];
  for (const { 0: written, index } of text.matchAll(pattern)) {
    if (found.length >= limit) break;
    found.push([index, index + written.length]);
  }
  return found;
}

function occurrences(text: string, term: string, limit: number): readonly number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(term);
    at !== -1 && found.length < limit;
    at = text.indexOf(term, at + term.length)
  ) {
    found.push(at);
  }
  return found;
}

/** Lower-casing keeps the length of these and there is nothing to take off. */
function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}
