import type { CallInput, ChoreName } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';

export function addChore(connection: Connection, name: ChoreName): void {
  prepared<{ name: ChoreName }>(connection, 'INSERT OR IGNORE INTO chores (name) VALUES (:name)').run({
    name,
  });
}

export function hasChore(connection: Connection, input: CallInput<'hasChore'>): boolean {
  const found = prepared<object, object>(connection, 'SELECT 1 FROM chores WHERE name = :name').get(input);
  return found !== undefined;
}

export function settleChore(connection: Connection, input: CallInput<'settleChore'>): void {
  prepared<object>(connection, 'DELETE FROM chores WHERE name = :name').run(input);
}
