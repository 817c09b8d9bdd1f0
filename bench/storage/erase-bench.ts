import type { OpenLibrary } from './library-copy.ts';
import { measure, print } from './measure.ts';

/** To the trash and out of it for good, the index and the log included; the file is not written anew at this size. */
export function benchErase({ db }: OpenLibrary): void {
  print(
    measure('delete a session for good', 30, (number) => {
      const sessionId = (500 + number).toString(16).padStart(10, '0');
      db.trashSessions({ sessionIds: [sessionId], at: 1 });
      db.markErased({ things: [{ kind: 'session', sessionId }] });
      while (db.eraseSome({ limit: 1_000, budgetMs: 15 }) > 0);
      while (db.indexSlice({ budgetMs: 8 }).hasRemovals);
      db.forgetSamples();
      db.truncateLog();
    }),
  );
}
