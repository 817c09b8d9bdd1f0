import type { Connection } from '../statements.ts';

/**
 * One step of the schema. A released step is never edited, and it uses the SQL of its time, not today's helpers.
 * It runs inside the migration's transaction.
 */
export interface Migration {
  /** 1, 2, 3 ... without gaps: the `user_version` of the file after this step. */
  readonly version: number;
  readonly name: string;
  readonly up: (connection: Connection) => void;
}
