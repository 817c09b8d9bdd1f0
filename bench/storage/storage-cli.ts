import { type LibrarySize, libraryOf, sizeOf } from './build-library.ts';
import { benchErase } from './erase-bench.ts';
import { benchHolding } from './holding-bench.ts';
import { openCopy } from './library-copy.ts';
import { createLibraryText } from './library-text.ts';
import { header, measure, print, printCheck, summary } from './measure.ts';
import { benchAppend, benchRows, compareFlatness } from './rows-bench.ts';
import { benchSearch } from './search-bench.ts';

// Usage: npm run bench:storage [-- --small]
// Builds the libraries at its first run (minutes), then measures copies of them.

const small: LibrarySize = { sessions: 1_000, messages: 10_000, giant: 0 };
const large: LibrarySize = { sessions: 100_000, messages: 1_000_000, giant: 100_000 };
const isSmall = process.argv.includes('--small');

const smallSource = libraryOf(small);
const source = isSmall ? smallSource : libraryOf(large);
const size = isSmall ? small : large;

const library = openCopy(source);
const text = createLibraryText(99);
console.log(`\n${size.sessions} sessions, ${size.messages + size.giant} messages\n\n${header}`);
const { part, all } = sizeOf(library.connection, [
  'message_search',
  'session_search',
  'term_search',
  'search_',
]);
printCheck(
  'T15 size with the index / without',
  (all / (all - part)).toFixed(2),
  all / (all - part) <= 1.6,
  '<= 1.6',
);
const rows = benchRows(library, source, size.sessions, size.giant > 0);
if (!isSmall) {
  console.log('(the same with 1,000 sessions)');
  const other = openCopy(smallSource);
  const smallRows = benchRows(other, smallSource, small.sessions, false);
  other.close();
  compareFlatness(smallRows, rows);
}
benchAppend(library, text.question);
benchSearch(library);
print(
  measure('statistics of everything', 10, () =>
    library.reader.getStatistics({ scope: { kind: 'all' }, timeZone: 'Europe/Berlin' }),
  ),
);
benchErase(library);
library.close();
await benchHolding(source);
console.log(`\n${summary()}`);
