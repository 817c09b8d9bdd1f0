import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { Connection } from './statements.ts';

/** Writes a checked, complete copy of an open database to `target`, replacing an older one only when it is done. */
export function writeSnapshot(connection: Connection, target: string): void {
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  // An empty file of our own, because SQLite would create the copy readable for everybody.
  closeSync(openSync(unfinished, 'wx', 0o600));
  try {
    connection.prepare('VACUUM INTO ?').run(unfinished);
    verify(unfinished);
    // VACUUM INTO leaves the flushing of its target to the system.
    const file = openSync(unfinished, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, target);
  } catch (thrown) {
    rmSync(unfinished, { force: true });
    throw thrown;
  }
}

function verify(path: string): void {
  const copy = new Sqlite(path, { readonly: true });
  try {
    const answer = copy.pragma('quick_check(1)', { simple: true });
    if (answer !== 'ok') {
      throw new AppError({ code: 'database-damaged', details: { path, detail: String(answer) } });
    }
  } finally {
    copy.close();
  }
}
