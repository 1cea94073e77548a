import { foundation } from './0001-foundation.ts';
import { searchText } from './0002-search-text.ts';
import { savedViews } from './0003-saved-views.ts';
import type { Migration } from './migration.ts';

/** The static list of migrations, in order. */
export const migrations: readonly Migration[] = [foundation, searchText, savedViews];
