import type { QueryNote } from '#shared/contract/search.ts';
import { type MessageRole, messageRoles } from '#shared/domain.ts';
import { dayOf } from './query-dates.ts';
import { type Lexeme, lexemesOf } from './query-lexemes.ts';

/** Text to look for. */
export interface Piece {
  readonly text: string;
  /** Quoted: these very words. Others are found inside of longer words too. */
  readonly isQuoted: boolean;
  /** The last word of a query may still be being typed. */
  readonly isLast: boolean;
}

export interface Named {
  readonly text: string;
  readonly isExcluded: boolean;
}

export interface Query {
  readonly pieces: readonly Piece[];
  readonly excluded: readonly Piece[];
  readonly projects: readonly Named[];
  readonly tags: readonly Named[];
  readonly models: readonly Named[];
  readonly roles: readonly { readonly role: MessageRole; readonly isExcluded: boolean }[];
  readonly has: readonly { readonly what: 'image' | 'code'; readonly isExcluded: boolean }[];
  readonly isArchived: boolean | null;
  readonly isPinned: boolean | null;
  readonly isTitleOnly: boolean;
  /** Milliseconds; messages written from `after` on and before `before`. */
  readonly after: number | null;
  readonly before: number | null;
  readonly notes: readonly QueryNote[];
}

type Mutable<Value> = {
  -readonly [Name in keyof Value]: Value[Name] extends readonly (infer Item)[] ? Item[] : Value[Name];
};

/**
 * Reads a query. Whatever cannot be read as a filter is plain words; nothing is ever an error. `now` says what
 * `today` is, in the time zone of this computer.
 */
export function parseQuery(text: string, now: number): Query {
  const query: Mutable<Query> = {
    pieces: [],
    excluded: [],
    projects: [],
    tags: [],
    models: [],
    roles: [],
    has: [],
    isArchived: null,
    isPinned: null,
    isTitleOnly: false,
    after: null,
    before: null,
    notes: [],
  };
  const lexemes = lexemesOf(text);
  for (const [index, lexeme] of lexemes.entries()) {
    if (readFilter(query, lexeme, now)) continue;
    const isLast = index === lexemes.length - 1 && !/\s$/u.test(text);
    const piece: Piece = { text: lexeme.written, isQuoted: lexeme.name === null && lexeme.isQuoted, isLast };
    (lexeme.isExcluded ? query.excluded : query.pieces).push(piece);
  }
  return query;
}

/** False for what is no filter, or none that can be read. */
function readFilter(query: Mutable<Query>, lexeme: Lexeme, now: number): boolean {
  const { name, isExcluded } = lexeme;
  if (name === null) return false;
  const text = lexeme.value;
  const value = text.toLowerCase();
  switch (name) {
    case 'project':
      query.projects.push({ text, isExcluded });
      return true;
    case 'tag':
      query.tags.push({ text, isExcluded });
      return true;
    case 'model':
      query.models.push({ text, isExcluded });
      return true;
    case 'role': {
      const role = messageRoles.find((known) => known === value);
      if (role === undefined) return isUnknown(query, lexeme);
      query.roles.push({ role, isExcluded });
      return true;
    }
    case 'has':
      if (value !== 'image' && value !== 'code') return isUnknown(query, lexeme);
      query.has.push({ what: value, isExcluded });
      return true;
    case 'in':
      if (value !== 'title' || isExcluded) return isUnknown(query, lexeme);
      query.isTitleOnly = true;
      return true;
    case 'is':
      if (value === 'archived') query.isArchived = !isExcluded;
      else if (value === 'pinned') query.isPinned = !isExcluded;
      else return isUnknown(query, lexeme);
      return true;
    case 'before':
    case 'after': {
      const at = dayOf(value, now);
      if (at === null) {
        query.notes.push({ kind: 'bad-date', text });
        return false;
      }
      if ((name === 'before') !== isExcluded) query.before = Math.min(query.before ?? at, at);
      else query.after = Math.max(query.after ?? at, at);
      return true;
    }
    default:
      return isUnknown(query, lexeme);
  }
}

function isUnknown(query: Mutable<Query>, lexeme: Lexeme): false {
  query.notes.push({ kind: 'unknown-filter', text: lexeme.written });
  return false;
}
