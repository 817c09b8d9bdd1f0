import * as v from 'valibot';
import { type MessageId, type MessageRole, type SessionSummary, sessionIdSchema } from '../domain.ts';
import { takes } from './define.ts';

/** Longest query, in UTF-16 units; what is longer is cut. */
export const queryLimit = 1_000;
const query = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, queryLimit)),
);

export const searchOrders = ['newest', 'best'] as const;
export type SearchOrder = (typeof searchOrders)[number];

/** Where the next page of results begins; made by main, given back as it was. */
const searchCursorSchema = v.strictObject({ before: v.pipe(v.number(), v.safeInteger()) });
export type SearchCursor = Readonly<v.InferOutput<typeof searchCursorSchema>>;

/** A piece of text with the places of the hits in it, in UTF-16 units: [from, to). */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly (readonly [from: number, to: number])[];
}

export interface MessageHit {
  readonly messageId: MessageId;
  readonly role: MessageRole;
  readonly source: 'content' | 'thinking' | 'attachment';
  readonly snippet: MarkedText;
  readonly createdAt: number;
}

/** The hits of one session on one page. A later page may bring the same session again with older hits. */
export interface SearchGroup {
  readonly session: SessionSummary;
  readonly projectName: string | null;
  /** The title, with marks when it was hit. */
  readonly title: MarkedText;
  /** The first few. */
  readonly hits: readonly MessageHit[];
  /** All of this page, listed or not. */
  readonly hitCount: number;
}

/** Something about a query that was not taken as it was written. */
export type QueryNote =
  | { readonly kind: 'bad-date'; readonly text: string }
  | { readonly kind: 'unknown-filter'; readonly text: string }
  | { readonly kind: 'nothing-named'; readonly filter: 'project' | 'tag' | 'model'; readonly text: string };

export interface SearchPage {
  readonly groups: readonly SearchGroup[];
  /** Null when everything was searched. */
  readonly next: SearchCursor | null;
  /** Hits of the first page's query in all, counted up to the cap; null on later pages. */
  readonly total: { readonly count: number; readonly isCapped: boolean } | null;
  readonly notes: readonly QueryNote[];
  /** Much of the library is not in the index yet, as after an import: there may be more than was found. */
  readonly isIndexBehind: boolean;
  /** What to mark in an opened message: plain words and phrases of the query, folded as the index folds them. */
  readonly terms: readonly string[];
}

export interface SessionMatch {
  readonly messageId: MessageId;
  /** Times the text occurs in it. */
  readonly count: number;
}

export interface SessionMatches {
  /** On the active branch from its root down, counted in `content`. */
  readonly matches: readonly SessionMatch[];
  /** Messages of other branches that hold it too. */
  readonly elsewhere: number;
}

/** One line of the palette or of the recency switcher. */
export interface FoundTitle {
  readonly session: Pick<SessionSummary, 'id' | 'projectId' | 'title' | 'preview' | 'updatedAt'>;
  readonly title: MarkedText;
}

export const searchRequests = {
  /**
   * Searches titles, descriptions, tags, project names and every message of every branch, thinking and attachments
   * included. The language of queries is in docs/search.md. Never an error for what was typed.
   */
  'search:run': takes(
    v.strictObject({ query, order: v.picklist(searchOrders), after: v.nullable(searchCursorSchema) }),
  ).returns<SearchPage>(),
  /** Plain text, whatever its case and accents. */
  'search:in-session': takes(
    v.strictObject({ sessionId: sessionIdSchema, text: query }),
  ).returns<SessionMatches>(),
  /** Fuzzy over the titles of all sessions that are not archived; an empty text gives the most recent ones. */
  'search:titles': takes(
    v.strictObject({ text: query, limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) }),
  ).returns<readonly FoundTitle[]>(),
};
