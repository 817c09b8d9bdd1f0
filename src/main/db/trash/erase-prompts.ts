import { type Connection, prepared } from '../statements.ts';

/** Takes `limit` prompts that are being erased away. Returns how many those were. */
export function erasePrompts(connection: Connection, limit: number): number {
  return prepared<{ limit: number }>(
    connection,
    `DELETE FROM prompts
     WHERE id IN (SELECT id FROM prompts WHERE trashed_at = 0 LIMIT :limit)`,
  ).run({ limit }).changes;
}
