import path from 'node:path';
import { sessionNotices } from '#shared/messages/session.ts';

const syncFolders = ['onedrive', 'dropbox', 'google drive', 'googledrive', 'マイドライブ', 'icloud', 'box sync'];

/**
 * A sentence when a ledger lies where SQLite files break: network folders (UNC) and folders that a sync client rewrites.
 * null for an ordinary local folder. Source: reliability.md hazard 8.
 */
export function placeWarning(file: string): string | null {
  if (/^(\\\\|\/\/)[^\\/?.]/.test(file)) return sessionNotices.networkPlace;
  const parts = path
    .resolve(file)
    .split(/[\\/]/)
    .map((part) => part.toLowerCase());
  const inSync = parts.some((part) => syncFolders.some((name) => part === name || part.startsWith(`${name} -`)));
  return inSync ? sessionNotices.syncPlace : null;
}
