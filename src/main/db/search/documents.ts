import type { MessageRole } from '#shared/domain.ts';
import { eachTerm } from './tokens.ts';

/** What is indexed of one column of one message, in UTF-16 units; what is longer is found by its beginning. */
const indexedLength = 1_000_000;

/** A message as it goes into the index, and comes out again. */
export interface MessageWords {
  readonly key: number;
  readonly sessionKey: number;
  readonly role: MessageRole;
  readonly modelKey: number | null;
  readonly hasImage: boolean;
  readonly content: string;
  readonly thinking: string;
  readonly attachments: string;
}

/** What the words of an entry are besides their order. */
export interface Inventory {
  /** Whole words, for the vocabulary; pairs of characters need none. */
  readonly words: Set<string>;
  /** Characters of scripts without spaces. */
  readonly characters: Set<string>;
}

/** Terms separated by spaces; what they are is added to the inventory. */
export function indexed(text: string, { words, characters }: Inventory): string {
  let written = '';
  eachTerm(text.slice(0, indexedLength), (term, kind) => {
    written += written === '' ? term : ` ${term}`;
    if (kind === 'word') words.add(term);
    // Each character of a run begins one of its terms.
    else characters.add(String.fromCodePoint(term.codePointAt(0) ?? 0));
  });
  return written;
}

// Facets are words of a column of their own, so that a filter is one more word of the query.

export const facets = {
  role: (role: MessageRole) => `r${role}`,
  model: (modelKey: number) => `m${modelKey}`,
  session: (sessionKey: number) => `s${sessionKey}`,
  image: 'image',
  code: 'code',
  project: (projectKey: number) => `p${projectKey}`,
  tag: (tagKey: number) => `t${tagKey}`,
} as const;

/**
 * With the characters a single one is found in the order of the index: as the beginning of many pairs FTS5 would read
 * all of its hits before the first is known.
 */
export function facetsOf(words: MessageWords, characters: ReadonlySet<string>): string {
  return [
    facets.role(words.role),
    ...(words.modelKey === null ? [] : [facets.model(words.modelKey)]),
    facets.session(words.sessionKey),
    ...(words.hasImage ? [facets.image] : []),
    ...(hasCode(words.content) ? [facets.code] : []),
    ...characters,
  ].join(' ');
}

/** A fenced block: a line that begins with three backticks or tildes, up to three spaces before it. */
export function hasCode(content: string): boolean {
  return /(^|\n) {0,3}(```|~~~)/.test(content);
}

export function placesOf(projectKey: number | null, tagKeys: readonly number[]): string {
  return [...(projectKey === null ? [] : [facets.project(projectKey)]), ...tagKeys.map(facets.tag)].join(' ');
}
