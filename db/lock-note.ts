import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { japaneseDayAndTime } from '#shared/domain/japanese-time.ts';
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
  try {
    rmSync(notePath(ledgerPath), { force: true });
  } catch {
    // The stick was pulled out: the ledger is closed all the same.
  }
}

/** `holder` and `since` (Japanese time) for the message LEDGER_BUSY. */
export function holderParams(ledgerPath: string): ErrorParams {
  try {
    const note: unknown = JSON.parse(readFileSync(notePath(ledgerPath), 'utf8'));
    if (typeof note === 'object' && note !== null && 'actor' in note && 'since' in note) {
      const since = japaneseDayAndTime(new Date(String(note.since)));
      return { holder: String(note.actor) || '名前のない担当者', since: since || '時刻は不明' };
    }
  } catch {
    // fall through: held, but by whom is not known
  }
  return { holder: 'ほかの人(または別の画面)', since: '時刻は不明' };
}
