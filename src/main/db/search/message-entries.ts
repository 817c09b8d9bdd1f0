import type { MessageRole } from '#shared/domain.ts';
import { type Connection, prepared } from '../statements.ts';
import { facetsOf, type Inventory, indexed, type MessageWords } from './documents.ts';
import type { TermCounts } from './vocabulary.ts';

export interface MessageWordsRow {
  readonly key: number;
  readonly session_key: number;
  readonly role: MessageRole;
  readonly model: string | null;
  readonly has_image: 0 | 1;
  readonly content: string;
  readonly thinking: string;
  readonly attachments: string;
}

/** Columns of a `MessageWordsRow`, for a SELECT from `messages`; the same texts as the triggers of migration 3 keep. */
export const messageWordsColumns = `
  messages.id AS key,
  messages.session_id AS session_key,
  messages.role,
  messages.model,
  messages.content,
  messages.thinking,
  EXISTS (SELECT 1 FROM attachments WHERE message_id = messages.id AND kind = 'image') AS has_image,
  IFNULL(
    (
      SELECT group_concat(name || char(10) || IFNULL(extracted_text, ''), char(10))
      FROM attachments
      WHERE message_id = messages.id
    ),
    ''
  ) AS attachments`;

export function addEntry(connection: Connection, row: MessageWordsRow, counts: TermCounts): void {
  const entry = toEntry(connection, row, counts, 1);
  prepared<Entry>(
    connection,
    `INSERT INTO message_search (rowid, content, thinking, attachments, facets)
     VALUES (:key, :content, :thinking, :attachments, :facets)`,
  ).run(entry);
}

/** `row` must have the very words by which the message was indexed. */
export function removeEntry(connection: Connection, row: MessageWordsRow, counts: TermCounts): void {
  const entry = toEntry(connection, row, counts, -1);
  prepared<Entry>(
    connection,
    `INSERT INTO message_search (message_search, rowid, content, thinking, attachments, facets)
     VALUES ('delete', :key, :content, :thinking, :attachments, :facets)`,
  ).run(entry);
}

export function hasEntry(connection: Connection, key: number): boolean {
  return (
    prepared<{ key: number }, { readonly found: 1 }>(
      connection,
      'SELECT 1 AS found FROM message_search_docsize WHERE id = :key',
    ).get({ key }) !== undefined
  );
}

interface Entry {
  readonly key: number;
  readonly content: string;
  readonly thinking: string;
  readonly attachments: string;
  readonly facets: string;
}

function toEntry(connection: Connection, row: MessageWordsRow, counts: TermCounts, by: 1 | -1): Entry {
  const words: MessageWords = {
    key: row.key,
    sessionKey: row.session_key,
    role: row.role,
    modelKey: row.model === null ? null : modelKey(connection, row.model),
    hasImage: row.has_image === 1,
    content: row.content,
    thinking: row.thinking,
    attachments: row.attachments,
  };
  const inventory: Inventory = { words: new Set(), characters: new Set() };
  const texts = {
    content: indexed(words.content, inventory),
    thinking: indexed(words.thinking, inventory),
    attachments: indexed(words.attachments, inventory),
  };
  counts.add(inventory.words, by);
  return { key: row.key, ...texts, facets: facetsOf(words, inventory.characters) };
}

/** The number that stands for a model in the index, given at its first use. */
function modelKey(connection: Connection, name: string): number {
  const find = prepared<{ name: string }, { readonly id: number }>(
    connection,
    'SELECT id FROM search_models WHERE name = :name',
  );
  const known = find.get({ name });
  if (known !== undefined) return known.id;
  const { lastInsertRowid } = prepared<{ name: string }>(
    connection,
    'INSERT INTO search_models (name) VALUES (:name)',
  ).run({ name });
  return Number(lastInsertRowid);
}
