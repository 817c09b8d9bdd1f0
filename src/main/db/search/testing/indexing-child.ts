import { writeSync } from 'node:fs';
import { openConnection } from '../../database.ts';
import { createDatabase } from '../../repository.ts';

// Indexes what is in the database of argv[2], slice by slice, changing messages on the way, until it is killed.

const connection = openConnection(process.argv[2] ?? '');
const db = createDatabase(connection);
for (let slice = 0; ; slice += 1) {
  db.indexSlice({ budgetMs: 0.5 });
  db.mergeSlice({ pages: 4 });
  connection.exec(`
    UPDATE messages SET content = content || ' again' WHERE id % 97 = ${slice % 97};
    DELETE FROM messages WHERE id % 1009 = ${slice % 1009};
  `);
  writeSync(1, `${slice}\n`);
}
