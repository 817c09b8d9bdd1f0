import { Lexer, type Links, type MarkedToken, type Token } from 'marked';

export interface Lexed {
  readonly tokens: readonly MarkedToken[];
  /** The link definitions known before plus those of this text; of two with one label the first wins. */
  readonly links: Links;
}

/** Line ends as the lexer counts them, so that the lengths of its tokens are places in the text. */
export function normaliseLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

export function lexMarkdown(source: string, knownLinks: Links): Lexed {
  const lexer = new Lexer({ gfm: true });
  Object.assign(lexer.tokens.links, knownLinks);
  const tokens = lexer.lex(source);
  return { tokens: markedTokens(tokens), links: tokens.links };
}

/** marked's `Token` leaves room for tokens of extensions; Parlor uses none. */
export function markedTokens(tokens: readonly Token[] | undefined): readonly MarkedToken[] {
  return (tokens ?? []) as readonly MarkedToken[];
}
