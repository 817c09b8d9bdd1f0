import type { Lexer, Token } from 'marked';

/** The blocks inside a block, lexed as at the top of an answer: there lines of text are paragraphs. */
export function lexNested(lexer: Pick<Lexer, 'blockTokens' | 'state'>, source: string): Token[] {
  const { top } = lexer.state;
  lexer.state.top = true;
  const tokens = lexer.blockTokens(source, []);
  lexer.state.top = top;
  return tokens;
}
