import { foldText } from '#shared/fold/fold.ts';
import type { Connection } from '../statements.ts';
import type { Piece } from './query.ts';
import { toPhrase } from './tokens.ts';
import { commonestFrom, shortestPart, termsWith } from './vocabulary.ts';

const messageColumns = '{content thinking attachments}';

/** A piece as an FTS5 expression for messages; null when it has nothing the index knows, such as a lone sign. */
export function messageExpressionOf(connection: Connection, piece: Piece): string | null {
  const phrase = toPhrase(piece.text);
  const [character] = phrase?.terms ?? [];
  if (phrase?.isOpen === true && phrase.terms.length === 1 && character !== undefined) {
    return `(facets : ${quote(character)})`;
  }
  const expression = expressionOf(connection, piece);
  return expression === null ? null : `(${messageColumns} : (${expression}))`;
}

/** With more terms than this the commonest are taken: each is one more list of hits to read along. */
const mostTerms = 24;
/** A prefix with fewer hits is left to FTS5, which reads all of them before the first is known. */
const cheapPrefix = 4_000;
/** Entries of the vocabulary looked at to find the commonest. */
const mostScanned = 20_000;

/** The same without its columns. */
export function expressionOf(connection: Connection, piece: Piece): string | null {
  const phrase = toPhrase(piece.text);
  if (phrase === null) return null;
  const last = phrase.terms.at(-1) ?? '';
  const first = phrase.terms.slice(0, -1).map(quote);
  if (phrase.isWord && !piece.isQuoted) return wordExpression(connection, last, piece.isLast);
  // The beginning of a pair of characters; the vocabulary has only words.
  if (phrase.isOpen) return [...first, `${quote(last)} *`].join(' + ');
  if (piece.isQuoted || last.length < shortestPart) return [...first, quote(last)].join(' + ');
  return either(startingWith(connection, last, first));
}

/** Everything a word is found in: itself, as a beginning, and inside of longer words. */
function wordExpression(connection: Connection, word: string, isLast: boolean): string {
  const isPart = word.length >= shortestPart;
  if (!isPart && !(isLast && word.length > 1)) return quote(word);
  const alternatives = startingWith(connection, word, []);
  const inside = isPart
    ? termsWith(connection, word, mostTerms).filter((term) => !term.startsWith(word))
    : [];
  return either([...alternatives, ...inside.map(quote)]);
}

/** Expressions for `first` and then a term that begins with `start`. */
function startingWith(connection: Connection, start: string, first: readonly string[]): readonly string[] {
  const { terms, documents } = commonestFrom(connection, start, { scanned: mostScanned, kept: mostTerms });
  const isComplete = terms.length < mostTerms;
  const ends =
    isComplete || documents > cheapPrefix
      ? // The word itself too: while the index is being written it can be in there before the vocabulary.
        [...new Set([start, ...terms])].map(quote)
      : [`${quote(start)} *`];
  return ends.map((end) => [...first, end].join(' + '));
}

function either(alternatives: readonly string[]): string {
  return alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(' OR ')})`;
}

/** Terms have neither quotes nor anything else FTS5 gives a meaning. */
export function quote(term: string): string {
  return `"${term}"`;
}

/** What to mark for a piece: folded as `foldWithOrigins` folds, separators joined. */
export function needleOf(piece: Piece): string {
  return foldText(piece.text, 'joined').trim();
}
