import type { Tokens } from 'marked';

/**
 * The first word behind a fence: "python" of "```python title=x". Braces and dots of other dialects are dropped. Empty while
 * the word may still grow.
 */
export function languageOf(token: Tokens.Code): string {
  if (!token.raw.includes('\n')) return '';
  return token.lang?.match(/[^\s{}.:,=][^\s{},:=]*/)?.[0] ?? '';
}

/** True for a fence whose closing line has not come (yet), and for an indented block, which more lines may follow. */
export function isFenceOpen(token: Tokens.Code): boolean {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(token.raw)?.[1];
  if (fence === undefined) return true;
  const end = token.raw.trimEnd();
  const lastLine = end.slice(end.lastIndexOf('\n') + 1).trim();
  const isFirstLine = !end.includes('\n');
  return (
    isFirstLine || lastLine.length < fence.length || lastLine !== fence.charAt(0).repeat(lastLine.length)
  );
}
