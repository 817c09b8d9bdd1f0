import type { Links, Token } from 'marked';
import { AnswerLexer } from './answer-lexer.ts';
import type { AnswerToken } from './answer-tokens.ts';

export interface Lexed {
  readonly tokens: readonly AnswerToken[];
  /** The link definitions known before plus those of this text; of two with one label the first wins. */
  readonly links: Links;
}

/** Line ends as the lexer counts them, so that the lengths of its tokens are places in the text. */
export function normaliseLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** `mayGrow`: more text may follow, so a formula whose end is missing is still taken for one. */
export function lexMarkdown(source: string, knownLinks: Links, mayGrow: boolean): Lexed {
  const lexer = new AnswerLexer(mayGrow);
  Object.assign(lexer.tokens.links, knownLinks);
  const tokens = lexer.lex(source);
  return { tokens: answerTokens(tokens), links: tokens.links };
}

/** The tokens of a line of text. */
export function lexInline(source: string, knownLinks: Links): readonly AnswerToken[] {
  const lexer = new AnswerLexer(true);
  Object.assign(lexer.tokens.links, knownLinks);
  return answerTokens(lexer.inlineTokens(source));
}

/** marked's `Token` leaves room for tokens of any extension; these are all there are. */
export function answerTokens(tokens: readonly Token[] | undefined): readonly AnswerToken[] {
  return (tokens ?? []) as readonly AnswerToken[];
}

/**
 * The same text in memory of its own. In V8 a slice keeps all of the text alive that it was cut from, and each closed block would that
 * of the moment it was closed: an answer of 98 kB, 106 MB.
 */
export function copyOf(slice: string): string {
  return ` ${slice}`.slice(1);
}
