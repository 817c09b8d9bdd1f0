/**
 * How text is compared when somebody looks for it: without case and without accents. One code point at a time, so that
 * every place in the folded text has its place in the text it came from.
 */
export function foldText(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** A text folded, with the way back. */
export interface FoldedText {
  readonly folded: string;
  /** Where the character begins that the folded unit at `index` came from, in UTF-16 units of the text. */
  startOf(index: number): number;
  /** Where the character ends that the folded unit before `index` came from, marks put on it included. */
  endOf(index: number): number;
}

export function foldWithPlaces(text: string): FoldedText {
  if (isPlain(text))
    return { folded: text.toLowerCase(), startOf: (index) => index, endOf: (index) => index };
  let folded = '';
  const starts: number[] = [];
  let place = 0;
  for (const character of text) {
    const piece = foldCharacter(character);
    for (let unit = 0; unit < piece.length; unit++) starts.push(place);
    folded += piece;
    place += character.length;
  }
  return {
    folded,
    startOf: (index) => starts[index] ?? text.length,
    // Up to the next character that left something: units of one character share its start.
    endOf: (index) => {
      const last = starts[index - 1];
      let next = index;
      while (next < starts.length && starts[next] === last) next += 1;
      return starts[next] ?? text.length;
    },
  };
}

/** Every place where `term`, folded already, occurs; they do not overlap. In UTF-16 units of the text: [from, to). */
export function findFolded(
  text: string,
  term: string,
  limit = Number.POSITIVE_INFINITY,
): readonly TextRange[] {
  if (term === '') return [];
  const { folded, startOf, endOf } = foldWithPlaces(text);
  const found: TextRange[] = [];
  for (
    let at = folded.indexOf(term);
    at !== -1 && found.length < limit;
    at = folded.indexOf(term, at + term.length)
  ) {
    found.push([startOf(at), endOf(at + term.length)]);
  }
  return found;
}

export type TextRange = readonly [from: number, to: number];

/** Lower-casing keeps the length of these and there is nothing to take off. */
function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  if (character < '\x80') return character.toLowerCase();
  let folded = known.get(character);
  if (folded === undefined) {
    folded = withoutAccents(character.toLowerCase());
    // As many as there are letters in all scripts in use; a text of noise does not fill the memory.
    if (known.size < 10_000) known.set(character, folded);
  }
  return folded;
}

/** Accents of European scripts only: in others what is decomposed belongs to the letter (が is not か). */
function withoutAccents(character: string): string {
  const bare = character.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  if (bare === 'ς') return 'σ';
  return bare.normalize('NFC');
}
