import type { SearchPage } from '#shared/contract/search.ts';
import type { MessageRole } from '#shared/domain.ts';
import type { Database } from '../../interface.ts';
import { nextMessageKey } from '../../messages/message-keys.ts';
import type { Connection } from '../../statements.ts';

export interface TestMessage {
  readonly id: string;
  readonly session: number;
  readonly content?: string;
  readonly thinking?: string;
  readonly role?: MessageRole;
  readonly model?: string | null;
  readonly at?: number;
  readonly parentKey?: number | null;
}

/** 2026-01-01 UTC. */
export const newYear = 1_767_225_600_000;

export function addSession(connection: Connection, key: number, columns: Record<string, unknown> = {}): void {
  const row = {
    id: key,
    public_id: key.toString(16).padStart(10, '0'),
    created_at: newYear,
    updated_at: newYear + key,
    ...columns,
  };
  const names = Object.keys(row);
  connection
    .prepare(
      `INSERT INTO sessions (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
    )
    .run(row);
}

let sequence = 0;

/** Returns the internal key. */
export function addMessage(connection: Connection, message: TestMessage): number {
  sequence += 1;
  const at = message.at ?? newYear + sequence * 60_000;
  const key = nextMessageKey(connection, at);
  connection
    .prepare(
      `INSERT INTO messages (id, public_id, session_id, parent_id, sequence, role, status, model, created_at, content, thinking)
       VALUES (:key, :id, :session, :parentKey, :sequence, :role, 'complete', :model, :at, :content, :thinking)`,
    )
    .run({
      content: '',
      thinking: '',
      role: 'user',
      model: null,
      parentKey: null,
      ...message,
      key,
      at,
      sequence,
    });
  return key;
}

/** Lets the indexer do all there is to do. */
export function indexAll(db: Database): void {
  while (db.indexSlice({ budgetMs: 1_000 }).hasMore);
  while (db.mergeSlice({ pages: 64 }).hasMore);
}

export function searchAll(
  db: Database,
  query: string,
  order: 'newest' | 'best' = 'newest',
): readonly SearchPage[] {
  const pages: SearchPage[] = [];
  let after: SearchPage['next'] = null;
  do {
    const page: SearchPage = db.runSearch({ query, order, after, now: newYear + 86_400_000 * 100 });
    pages.push(page);
    after = page.next;
  } while (after !== null);
  return pages;
}

/** Ids of all messages shown for a query, in the order of the pages. */
export function foundMessages(db: Database, query: string): readonly string[] {
  return searchAll(db, query).flatMap((page) =>
    page.groups.flatMap((group) => group.hits.map((hit) => hit.messageId)),
  );
}

/** Ids of all sessions found for a query, each once. */
export function foundSessions(db: Database, query: string): readonly string[] {
  return [...new Set(searchAll(db, query).flatMap((page) => page.groups.map((group) => group.session.id)))];
}
