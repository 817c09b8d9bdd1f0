import { characterKinds, kindOf } from '#shared/fold/characters.ts';
import { composed, foldCharacter } from '#shared/fold/fold.ts';

/** Longer words, mostly encoded data, are known by their beginning. */
const longestTerm = 64;

/**
 * word: between separators. pair: two neighbours in a script without spaces. single: the last character of such a
 * run, so that every character begins some term.
 */
export type TermKind = 'word' | 'pair' | 'single';

/**
 * Takes a text apart into the terms of the index, in their order. A run of a script without spaces becomes
 * overlapping pairs of characters: a word of two or more is then a phrase of rare terms, found wherever it stands.
 */
export function eachTerm(original: string, visit: (term: string, kind: TermKind) => void): void {
  const text = composed(original);
  let term = '';
  let previous = '';
  for (let index = 0; index < text.length; ) {
    const end = endOfPlainWord(text, index);
    if (end > index) {
      if (previous !== '') endRun();
      if (term.length < longestTerm)
        term += text.slice(index, Math.min(end, index + longestTerm)).toLowerCase();
      index = end;
      continue;
    }
    const codePoint = text.codePointAt(index) ?? 0;
    const kind = kindOf(codePoint);
    if (kind === characterKinds.word) {
      if (previous !== '') endRun();
      if (term.length < longestTerm) term += foldCharacter(codePoint);
    } else if (kind === characterKinds.unspaced) {
      if (term !== '') endWord();
      for (const character of foldCharacter(codePoint)) addToRun(character);
    } else if (kind === characterKinds.separator) endAll();
    index += codePoint > 0xffff ? 2 : 1;
  }
  endAll();

  function addToRun(character: string): void {
    if (previous !== '') {
      visit(previous + character, 'pair');
    }
    previous = character;
  }

  function endAll(): void {
    if (term !== '') endWord();
    if (previous !== '') endRun();
  }

  function endWord(): void {
    visit(term.length > longestTerm ? term.slice(0, longestTerm) : term, 'word');
    term = '';
  }

  function endRun(): void {
    visit(previous, 'single');
    previous = '';
  }
}

const plainWord = Uint8Array.from({ length: 0x80 }, (_, code) =>
  kindOf(code) === characterKinds.word ? 1 : 0,
);

/** Where the run of unaccented letters and digits ends, of which most text is made. */
function endOfPlainWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && plainWord[text.charCodeAt(end)] === 1) end += 1;
  return end;
}

export interface Phrase {
  readonly terms: readonly string[];
  /** The last term is only the beginning of what may stand there. */
  readonly isOpen: boolean;
  /** One word of a script with spaces: what it stands inside of is found too. */
  readonly isWord: boolean;
}

/** What to look for to find `text`; null when there is nothing in it that the index has. */
export function toPhrase(text: string): Phrase | null {
  const terms: string[] = [];
  const kinds: TermKind[] = [];
  eachTerm(text, (term, kind) => {
    terms.push(term);
    kinds.push(kind);
  });
  const last = kinds.at(-1);
  if (last === undefined) return null;
  const isAloneInRun = last === 'single' && kinds.at(-2) !== 'pair';
  // In the text that is searched, the run may go on.
  if (last === 'single' && !isAloneInRun) {
    return { terms: terms.slice(0, -1), isOpen: false, isWord: false };
  }
  return { terms, isOpen: isAloneInRun, isWord: kinds.length === 1 && last === 'word' };
}
