import { foundation } from './0001-foundation.ts';
import type { Migration } from './migration.ts';

/** The static list of migrations, in order. */
export const migrations: readonly Migration[] = [foundation];
