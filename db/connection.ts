import type Database from 'better-sqlite3';

/** The one SQLite handle of an open ledger. Only db/ touches it. */
export type Connection = Database.Database;
