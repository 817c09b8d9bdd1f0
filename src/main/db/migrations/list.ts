import { foundation } from './001-foundation.ts';
import { library } from './002-library.ts';
import { search } from './003-search.ts';
import { statistics } from './004-statistics.ts';
import { composing } from './005-composing.ts';
import { unfinished } from './006-unfinished.ts';
import type { Migration } from './migration.ts';

/** Every step there is, in order. */
export const migrations: readonly Migration[] = [
  foundation,
  library,
  search,
  statistics,
  composing,
  unfinished,
];
