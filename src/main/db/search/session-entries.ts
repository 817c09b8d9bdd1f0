import { type Connection, prepared } from '../statements.ts';
import { type Inventory, indexed, placesOf } from './documents.ts';
import type { TermCounts } from './vocabulary.ts';

export interface SessionWordsRow {
  readonly key: number;
  readonly title: string;
  readonly description: string;
  readonly project_key: number | null;
  /** JSON array. */
  readonly tag_ids: string;
}

export const sessionWordsColumns = `
  sessions.id AS key,
  sessions.title,
  sessions.description,
  sessions.project_id AS project_key,
  sessions.tag_ids`;

export function addSessionEntry(connection: Connection, row: SessionWordsRow, counts: TermCounts): void {
  prepared<SessionEntry>(
    connection,
    `INSERT INTO session_search (rowid, title, description, names)
     VALUES (:key, :title, :description, :names)`,
  ).run(toEntry(row, counts, 1));
}

/** `row` must have the very words by which the session was indexed. */
export function removeSessionEntry(connection: Connection, row: SessionWordsRow, counts: TermCounts): void {
  prepared<SessionEntry>(
    connection,
    `INSERT INTO session_search (session_search, rowid, title, description, names)
     VALUES ('delete', :key, :title, :description, :names)`,
  ).run(toEntry(row, counts, -1));
}

export function hasSessionEntry(connection: Connection, key: number): boolean {
  return (
    prepared<{ key: number }, { readonly found: 1 }>(
      connection,
      'SELECT 1 AS found FROM session_search_docsize WHERE id = :key',
    ).get({ key }) !== undefined
  );
}

interface SessionEntry {
  readonly key: number;
  readonly title: string;
  readonly description: string;
  readonly names: string;
}

function toEntry(row: SessionWordsRow, counts: TermCounts, by: 1 | -1): SessionEntry {
  const inventory: Inventory = { words: new Set(), characters: new Set() };
  const entry: SessionEntry = {
    key: row.key,
    title: indexed(row.title, inventory),
    description: indexed(row.description, inventory),
    names: placesOf(row.project_key, JSON.parse(row.tag_ids) as readonly number[]),
  };
  counts.add(inventory.words, by);
  return entry;
}
