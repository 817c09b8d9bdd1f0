import type { AsyncDatabase, Database } from '../../db/interface.ts';

/** The calls of a database in this thread, as from another one. */
export function asyncOver(db: Database): AsyncDatabase {
  return new Proxy(db, {
    get: (target, name: keyof Database) => async (input: never) =>
      (target[name] as (input: never) => unknown)(input),
  }) as unknown as AsyncDatabase;
}
