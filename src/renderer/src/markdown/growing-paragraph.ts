import type { Tokens } from 'marked';
import type { AnswerToken } from './answer-tokens.ts';
import { answerTokens, copyOf, lexInline } from './lex.ts';
import { reuse } from './reuse.ts';

/** The part of a paragraph that no more text can change. */
interface Settled {
  /** Tokens that are wholly in it. */
  readonly count: number;
  /** Characters of `text` in those tokens. */
  readonly length: number;
  /** Characters that belong to it of the text token behind them; they end with a space. */
  readonly ofNext: number;
}

const nothingSettled: Settled = { count: 0, length: 0, ofNext: 0 };

/** Found before for a paragraph: the next search begins there. */
const known = new WeakMap<Tokens.Paragraph, Settled>();

/** A line that begins so is no list, heading, quote, rule, fence, table or definition, however it goes on. */
const lineOfWords = /^ {0,3}(?:\*{1,2}|_{1,2}|`)?\p{L}/u;
const lineStart = 12;
/** A mark that may open something which text further on closes. An underscore inside a word cannot. */
const openMark = /[*~`[<$\\]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;

/**
 * The paragraph with more of its last line, or undefined when that might end the paragraph or make it another block.
 * What lexing it anew would give, at a cost that does not grow with the paragraph: only what follows the last place where
 * nothing is open is read again. No link may be defined anywhere.
 */
export function growParagraph(token: AnswerToken, added: string): Tokens.Paragraph | undefined {
  if (token.type !== 'paragraph' || added.includes('\n') || token.text !== token.raw) return undefined;
  const lineFrom = token.text.lastIndexOf('\n') + 1;
  if (!lineOfWords.test(token.text.slice(lineFrom, lineFrom + lineStart))) return undefined;
  const before = answerTokens(token.tokens);
  const settled = settle(before, known.get(token) ?? nothingSettled);
  const from = settled.length + settled.ofNext;
  if (from === 0) return undefined;
  const text = token.text + added;
  const fresh = withText(
    startOf(before[settled.count], settled.ofNext),
    lexInline(copyOf(text.slice(from)), {}),
  );
  const tail = reuse(before.slice(settled.count), fresh, true);
  const tokens = [...before.slice(0, settled.count), ...tail] as Tokens.Generic[];
  const grown = { ...token, raw: text, text, tokens };
  known.set(grown, settled);
  return grown;
}

/** Goes on from `start` as far as nothing is open. */
function settle(tokens: readonly AnswerToken[], start: Settled): Settled {
  let settled = start;
  let { count, length } = start;
  for (let token = tokens[count]; token !== undefined && isClosed(token); token = tokens[count]) {
    if (token.type === 'text') {
      // An address would go on up to a space; behind one it cannot, and no mark stands beside it.
      const ofNext = token.raw.lastIndexOf(' ') + 1;
      if (ofNext > 0) settled = { count, length, ofNext };
    }
    count += 1;
    length += token.raw.length;
  }
  return settled;
}

/** True when nothing in it can be the beginning of something that ends behind it. */
function isClosed(token: AnswerToken): boolean {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined && token.escaped !== true && !openMark.test(token.raw);
    case 'strong':
    case 'em':
    case 'del':
    case 'link':
      return answerTokens(token.tokens).every(isClosed);
    case 'codespan':
    case 'footnoteReference':
    case 'br':
      return true;
    case 'math':
      return token.isOpen !== true;
    default:
      return false;
  }
}

function startOf(token: AnswerToken | undefined, length: number): Tokens.Text | undefined {
  if (token?.type !== 'text' || length === 0) return undefined;
  const raw = token.raw.slice(0, length);
  return { type: 'text', raw, text: raw, escaped: false };
}

/** Texts side by side are one. */
function withText(start: Tokens.Text | undefined, tokens: readonly AnswerToken[]): AnswerToken[] {
  const [first, ...others] = tokens;
  if (start === undefined) return [...tokens];
  if (first?.type !== 'text') return [start, ...tokens];
  return [{ ...start, raw: start.raw + first.raw, text: start.text + first.text }, ...others];
}
