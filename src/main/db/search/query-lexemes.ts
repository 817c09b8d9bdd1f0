/** One thing between spaces: a word, a quoted phrase, or `name:value`, each perhaps behind a minus. */
export interface Lexeme {
  /** In lower case; null when it has not the form of a filter. */
  readonly name: string | null;
  /** Without the quotes; of a filter only what is behind its colon. */
  readonly value: string;
  readonly isQuoted: boolean;
  readonly isExcluded: boolean;
  /** As it stands in the query, without minus and quotes: what is searched for when it is taken as plain words. */
  readonly written: string;
}

/** A letter first; a second colon or a slash behind it means an address, a time or code, not a filter. */
const shape = /(-?)(?:(\p{L}+):(?![:/]))?(?:"([^"]*)(?:"|$)|([^\s"]+))/guy;

/** An open quote reaches to the end of the text, as it does while somebody types. */
export function lexemesOf(text: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let index = 0;
  while (index < text.length) {
    shape.lastIndex = index;
    const match = shape.exec(text);
    if (match === null) {
      // A space, or a minus or quote that belongs to nothing.
      index += 1;
      continue;
    }
    const [whole, minus = '', name, quoted, bare] = match;
    const value = quoted ?? bare ?? '';
    index += whole.length;
    if (value.trim() === '') continue;
    lexemes.push({
      name: name === undefined ? null : name.toLowerCase(),
      value,
      isQuoted: quoted !== undefined,
      isExcluded: minus !== '',
      written: name === undefined ? value : `${name}:${value}`,
    });
  }
  return lexemes;
}
