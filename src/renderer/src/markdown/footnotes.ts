import type { AnswerToken, FootnoteDefinition } from './answer-tokens.ts';
import { answerTokens } from './lex.ts';

/** The notes of an answer, and in which order they are first referred to. */
export interface Footnotes {
  /** Labels, each once, in the order of their first reference. */
  readonly references: readonly string[];
  /** Of two with one label the first counts. */
  readonly definitions: readonly FootnoteDefinition[];
}

export const noFootnotes: Footnotes = { references: [], definitions: [] };

/** The notes so far with those of more blocks; the same object when these have none. */
export function addFootnotes(
  known: Footnotes,
  blocks: readonly { readonly token: AnswerToken }[],
): Footnotes {
  const references = new Set(known.references);
  const definitions = new Map(known.definitions.map((note) => [note.label, note]));
  for (const { token } of blocks) {
    // Most answers have no notes; looking for the mark is cheaper than walking through the tokens.
    if (token.raw.includes('[^')) collect(token, references, definitions);
  }
  if (references.size === known.references.length && definitions.size === known.definitions.length) {
    return known;
  }
  return { references: [...references], definitions: [...definitions.values()] };
}

/**
 * The number of each label. A label that is referred to comes before one that is not; one without a note has a number
 * only while the note may still come.
 */
export function footnoteNumbers(
  { references, definitions }: Footnotes,
  mayGrow: boolean,
): ReadonlyMap<string, number> {
  const defined = definitions.map((note) => note.label);
  const labels = mayGrow ? references : references.filter((label) => defined.includes(label));
  return new Map([...new Set([...labels, ...defined])].map((label, place) => [label, place + 1]));
}

function collect(
  token: AnswerToken,
  references: Set<string>,
  definitions: Map<string, FootnoteDefinition>,
): void {
  if (token.type === 'footnoteReference') references.add(token.label);
  if (token.type === 'footnoteDefinition' && !definitions.has(token.label))
    definitions.set(token.label, token);
  for (const part of partsOf(token)) collect(part, references, definitions);
}

function partsOf(token: AnswerToken): readonly AnswerToken[] {
  switch (token.type) {
    case 'list':
      return token.items.flatMap((item) => answerTokens(item.tokens));
    case 'table':
      return [token.header, ...token.rows].flatMap((row) => row.flatMap((cell) => answerTokens(cell.tokens)));
    case 'details':
      return [...answerTokens(token.summary), ...answerTokens(token.tokens)];
    default:
      return 'tokens' in token ? answerTokens(token.tokens) : [];
  }
}
