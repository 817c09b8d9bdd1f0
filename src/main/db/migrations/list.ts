import { foundation } from './001-foundation.ts';
import type { Migration } from './migration.ts';

/** Every step there is, in order. */
export const migrations: readonly Migration[] = [foundation];
