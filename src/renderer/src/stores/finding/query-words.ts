/** The part of a query that the caret stands in: from a space outside quotes to the next one. */
export interface QueryWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export function wordAt(query: string, caret: number): QueryWord {
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < caret; at += 1) {
    if (query[at] === '"') isQuoted = !isQuoted;
    else if (query[at] === ' ' && !isQuoted) from = at + 1;
  }
  let to = caret;
  while (to < query.length && (isQuoted || query[to] !== ' ')) {
    if (query[to] === '"') isQuoted = !isQuoted;
    to += 1;
  }
  return { text: query.slice(from, to), from, to };
}

export interface EditedQuery {
  readonly query: string;
  readonly caret: number;
}

/** Puts `words` in the place of `word`; what is finished (no colon at its end) is followed by a space. */
export function replaceWord(query: string, word: QueryWord, words: string): EditedQuery {
  const before = query.slice(0, word.from);
  const after = query.slice(word.to).trimStart();
  const ending = words.endsWith(':') ? '' : ' ';
  const glue = ending === '' && after !== '' ? ' ' : '';
  return {
    query: `${before}${words}${ending}${glue}${after}`,
    caret: before.length + words.length + ending.length,
  };
}

/** A filter at the end of what is written; a word being written stays, one that begins the filter becomes it. */
export function insertFilter(query: string, caret: number, filter: string): EditedQuery {
  const word = wordAt(query, caret);
  if (word.text === '' || filter.startsWith(word.text.toLowerCase())) return replaceWord(query, word, filter);
  const place = { text: '', from: word.to + 1, to: word.to + 1 };
  const padded = `${query.slice(0, word.to)} ${query.slice(word.to).trimStart()}`;
  return replaceWord(padded, place, filter);
}

/** A value as it stands behind a colon. */
export function filterValue(name: string, value: string): string {
  const plain = value.replaceAll('"', '');
  return /\s/u.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`;
}

/** A filter with what is written behind its colon so far. */
export interface OpenFilter {
  readonly name: string;
  readonly written: string;
  readonly isExcluded: boolean;
}

/** The filter the word is, null for plain words. */
export function openFilter({ text }: QueryWord): OpenFilter | null {
  const match = /^(-?)([a-z]+):"?([^"]*)"?$/iu.exec(text);
  if (match === null) return null;
  const [, minus = '', name = '', written = ''] = match;
  return { name: name.toLowerCase(), written, isExcluded: minus !== '' };
}

/** The words of a query without its filters. */
export function withoutFilters(query: string): string {
  return query
    .replace(/(^|\s)-?(project|tag|model|role|before|after|has|in|is):("[^"]*("|$)|\S*)/giu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}
