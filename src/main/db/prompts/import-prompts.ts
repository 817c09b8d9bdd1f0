import type { PromptImport } from '#shared/contract/prompts.ts';
import type { CallInput } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { nextPosition } from './prompts-repository.ts';

/** Adds prompts but for those that are there with the same folder, title and body. */
export function importPrompts(connection: Connection, input: CallInput<'importPrompts'>): PromptImport {
  const known = keysByName(connection);
  const isSame = prepared<object, object>(
    connection,
    'SELECT 1 FROM prompts WHERE id = :key AND body = :body',
  );
  const insert = prepared<object>(
    connection,
    `INSERT INTO prompts (public_id, folder, title, body, position, created_at, updated_at)
     VALUES (:id, :folder, :title, :body, ${nextPosition}, :createdAt, :updatedAt)`,
  );
  let added = 0;
  for (const prompt of input.prompts) {
    const folder = storable(prompt.folder);
    const title = storable(prompt.title);
    const body = storable(prompt.body);
    const name = nameOf(folder, title);
    const keys = known.get(name) ?? [];
    if (keys.some((key) => isSame.get({ key, body }) !== undefined)) continue;
    const { id, createdAt, updatedAt } = prompt;
    const { lastInsertRowid } = insert.run({ id, folder, title, body, createdAt, updatedAt });
    known.set(name, [...keys, Number(lastInsertRowid)]);
    added += 1;
  }
  return { added, passedOver: input.prompts.length - added };
}

/** Bodies can be long, so only those of the same folder and title are compared. */
function keysByName(connection: Connection): Map<string, readonly number[]> {
  const rows = prepared<object, { readonly key: number; readonly folder: string; readonly title: string }>(
    connection,
    'SELECT id AS key, folder, title FROM prompts WHERE trashed_at IS NULL',
  ).all({});
  const keys = new Map<string, readonly number[]>();
  for (const { key, folder, title } of rows) {
    const name = nameOf(folder, title);
    keys.set(name, [...(keys.get(name) ?? []), key]);
  }
  return keys;
}

function nameOf(folder: string, title: string): string {
  return JSON.stringify([folder, title]);
}
