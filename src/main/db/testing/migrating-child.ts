import { writeSync } from 'node:fs';
import { openConnection } from '../database.ts';
import { migrations } from '../migrations/list.ts';

// Opens the database in argv[2] with one more migration, which says when it is half way and then never ends.

openConnection(process.argv[2] ?? '', [
  ...migrations,
  {
    version: migrations.length + 1,
    name: 'never ends',
    up(connection) {
      // Far more than the page cache holds, so that some of it is in the log when the kill comes.
      connection.exec(`
        CREATE TABLE half_way (bytes BLOB NOT NULL) STRICT;
        UPDATE sessions SET title = 'spoilt';
        WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers LIMIT 40)
        INSERT INTO half_way (bytes) SELECT randomblob(1000000) FROM numbers;
      `);
      writeSync(1, 'half way\n');
      for (;;);
    },
  },
]);
