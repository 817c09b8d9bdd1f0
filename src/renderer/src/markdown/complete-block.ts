import type { Links, Tokens } from 'marked';
import type { AnswerToken } from './answer-tokens.ts';
import { answerTokens, lexInline, lexMarkdown } from './lex.ts';
import { completeOpenMarks } from './open-marks.ts';

/** A mark further back than this is taken for a plain character, and the work for a very long paragraph stays small. */
const farthestMark = 500;

/**
 * The block an answer ends with, as it will probably look once its last words are complete. Only for showing it: the
 * blocks themselves are made from what was really written. The same object when nothing is half-written.
 */
export function completeBlock(token: AnswerToken, links: Links): AnswerToken {
  switch (token.type) {
    case 'paragraph':
      return completeTable(token) ?? withTokens(token, completeLine(answerTokens(token.tokens), links));
    case 'heading':
    case 'text':
      return token.tokens === undefined
        ? token
        : withTokens(token, completeLine(answerTokens(token.tokens), links));
    case 'blockquote':
    case 'details':
    case 'footnoteDefinition':
      return withTokens(token, completeLast(answerTokens(token.tokens), links));
    case 'list':
      return completeItem(token, links);
    case 'table':
      return completeCell(token, links);
    default:
      return token;
  }
}

function completeLast(tokens: readonly AnswerToken[], links: Links): readonly AnswerToken[] {
  const place = tokens.findLastIndex((token) => token.type !== 'space');
  const last = tokens[place];
  if (last === undefined) return tokens;
  const completed = completeBlock(last, links);
  return completed === last ? tokens : tokens.with(place, completed);
}

function completeItem(token: Tokens.List, links: Links): Tokens.List {
  const last = token.items.at(-1);
  if (last === undefined) return token;
  const completed = withTokens(last, completeLast(answerTokens(last.tokens), links));
  return completed === last ? token : { ...token, items: token.items.with(-1, completed) };
}

function completeCell(token: Tokens.Table, links: Links): Tokens.Table {
  const row = token.rows.at(-1);
  const place = row?.findLastIndex((cell) => cell.text !== '') ?? -1;
  const cell = row?.[place];
  if (row === undefined || cell === undefined) return token;
  const completed = withTokens(cell, completeLine(answerTokens(cell.tokens), links));
  return completed === cell ? token : { ...token, rows: token.rows.with(-1, row.with(place, completed)) };
}

function withTokens<Holder extends { readonly tokens?: unknown }>(
  holder: Holder,
  tokens: readonly AnswerToken[],
): Holder {
  return holder.tokens === tokens ? holder : { ...holder, tokens };
}

/** The first line of a table is one before the line below it has come. */
function completeTable(token: Tokens.Paragraph): AnswerToken | undefined {
  const line = /^ {0,3}(\|[^\n]*\|[^\n]*)(?:\n[ \t|:-]*)?$/.exec(token.text)?.[1];
  if (line === undefined) return undefined;
  const head = line.trimEnd().replace(/\|$/, '');
  const columns = head.replaceAll('\\|', '').split('|').length - 1;
  const { tokens } = lexMarkdown(`${head}|\n${'|---'.repeat(columns)}|`, {}, true);
  return tokens[0]?.type === 'table' ? tokens[0] : undefined;
}

function completeLine(tokens: readonly AnswerToken[], links: Links): readonly AnswerToken[] {
  const end = endOf(tokens);
  const completion = completeOpenMarks(end.line);
  if (completion === undefined) return tokens;
  let at = end.from;
  let place = end.place;
  for (let token = tokens[place]; token !== undefined; place += 1, token = tokens[place]) {
    const length = token.raw.length;
    if (at + length > completion.from) break;
    at += length;
  }
  const split = tokens[place];
  const kept = tokens.slice(0, place);
  if (split !== undefined && at < completion.from) {
    // Inside a finished link or code nothing can be open.
    if (split.type !== 'text' || split.tokens !== undefined) return tokens;
    const raw = split.raw.slice(0, completion.from - at);
    kept.push({ ...split, raw, text: raw });
  }
  kept.push(...lexInline(completion.text, links));
  const { formula } = completion;
  if (formula !== undefined) {
    kept.push({ type: 'math', raw: formula, text: formula, isDisplay: false, isOpen: true });
  }
  return kept;
}

/** The last tokens of a line, as they were written. */
function endOf(tokens: readonly AnswerToken[]): {
  readonly line: string;
  readonly place: number;
  /** Where the token at `place` begins, counted in `line`; below zero when only its end is in it. */
  readonly from: number;
} {
  let line = '';
  let place = tokens.length;
  while (place > 0 && line.length < farthestMark) {
    place -= 1;
    line = (tokens[place]?.raw ?? '') + line;
  }
  const cut = tokens[place]?.type === 'text' ? Math.max(0, line.length - farthestMark) : 0;
  return { line: line.slice(cut), place, from: -cut };
}
