import type { TokenizerExtensionFunction } from 'marked';
import type { DetailsToken } from './answer-tokens.ts';
import { lexNested } from './lex-nested.ts';

const opening = /^ {0,3}<details(\s+open(?:="[a-z]*")?)?\s*>[ \t]*\n?/i;
const summary = /^\s*<summary>([\s\S]*?)(?:<\/summary>[ \t]*\n?|(?=\n\s*\n)|$)/i;

/** `<details>` with everything up to its end, or to the end of the text when that has not come. */
export const detailsRule: TokenizerExtensionFunction = function (source): DetailsToken | undefined {
  const head = opening.exec(source);
  if (head === null) return undefined;
  const { bodyEnd, end } = endOfDetails(source, head[0].length);
  const body = source.slice(head[0].length, bodyEnd);
  const title = summary.exec(body);
  return {
    type: 'details',
    raw: source.slice(0, end),
    isUnfolded: head[1] !== undefined,
    summary: this.lexer.inline((title?.[1] ?? '').trim()),
    tokens: lexNested(this.lexer, body.slice(title?.[0].length ?? 0)),
  };
};

function endOfDetails(source: string, from: number): { readonly bodyEnd: number; readonly end: number } {
  let depth = 1;
  for (const tag of source.slice(from).matchAll(/<(\/?)details\b[^>]*>(?:[ \t]*\n)?/gi)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return { bodyEnd: from + tag.index, end: from + tag.index + tag[0].length };
  }
  return { bodyEnd: source.length, end: source.length };
}
