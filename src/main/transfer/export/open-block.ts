import { Lexer } from 'marked';

const fenceLine = /^([\t >]*(?:(?:[-*+]|\d{1,9}[.)])[\t ]+)*)(`{3,}|~{3,})(.*)$/;
const rawElement = /<(pre|script|style|textarea)(?=[\s>])/i;
const probe = 'parlor-probe';

/**
 * The line that ends a block which a Markdown text leaves open (an answer stopped inside its code, say), or null.
 * Without it everything written after the text would belong to that block. What stays open to the end of a document:
 * fenced code, and the HTML elements of CommonMark 0.31 section 4.6, start condition 1. A comment left open needs nothing: the
 * next comment of ours closes it.
 */
export function closingOfOpenBlock(text: string): string | null {
  // The real parser takes a second for 10 MB, so it is asked only when there is something to suspect.
  if (!mayEndInsideFence(text) && !rawElement.test(text)) return null;
  const last = new Lexer().blockTokens(`${text.replace(/\r\n?/g, '\n')}\n\n${probe}`, []).at(-1);
  if (last === undefined || !last.raw.endsWith(probe)) return null;
  if (last.type === 'code') return /^ {0,3}(`{3,}|~{3,})/.exec(last.raw)?.[1] ?? null;
  const element = last.type === 'html' ? rawElement.exec(last.raw)?.[1] : undefined;
  return element === undefined ? null : `</${element}>`;
}

/** False only when all fences begin their lines and the last one is closed; in lists and quotes the rules are harder. */
function mayEndInsideFence(text: string): boolean {
  if (!text.includes('```') && !text.includes('~~~')) return false;
  let open: string | null = null;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, before, fence, rest = ''] = fenceLine.exec(line) ?? [];
    if (fence === undefined) continue;
    if (before !== '') return true;
    if (open === null) open = fence.startsWith('`') && rest.includes('`') ? null : fence;
    else if (fence.startsWith(open) && rest.trim() === '') open = null;
  }
  return open !== null;
}
