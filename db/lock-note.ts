import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ErrorParams } from '#shared/rpc/app-error.ts';

/** The lock itself is SQLite's; this note beside the ledger only says who holds it, since when. */
function notePath(ledgerPath: string): string {
  return `${ledgerPath}-使用中.json`;
}

export function writeLockNote(ledgerPath: string, actor: string): void {
  try {
    writeFileSync(notePath(ledgerPath), JSON.stringify({ actor, since: new Date().toISOString(), pid: process.pid }));
  } catch {
    // The note is a courtesy: a folder that refuses it must not keep the ledger from opening.
  }
}

export function removeLockNote(ledgerPath: string): void {
  rmSync(notePath(ledgerPath), { force: true });
}

/** `holder` and `since` (local time) for the message LEDGER_BUSY. */
export function holderParams(ledgerPath: string): ErrorParams {
  try {
    const note: unknown = JSON.parse(readFileSync(notePath(ledgerPath), 'utf8'));
    if (typeof note === 'object' && note !== null && 'actor' in note && 'since' in note) {
      const since = new Date(String(note.since)).toLocaleString('ja-JP', { dateStyle: 'medium', timeStyle: 'short' });
      return { holder: String(note.actor) || '名前のない担当者', since };
    }
  } catch {
    // fall through: held, but by whom is not known
  }
  return { holder: 'ほかの人(または別の画面)', since: '時刻は不明' };
}
