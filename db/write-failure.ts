import { AppError } from '#shared/rpc/app-error.ts';

const reasons: readonly (readonly [string, string])[] = [
  ['SQLITE_FULL', 'ディスクの空き容量が足りません'],
  ['SQLITE_IOERR', 'ディスクの読み書きに失敗しました'],
  ['SQLITE_READONLY', '書き込みが許されていない場所です'],
  ['SQLITE_BUSY', 'ほかの人が使用中です'],
  ['SQLITE_CORRUPT', 'ファイルが壊れています'],
  ['SQLITE_CANTOPEN', 'ファイルの置き場所に届きません'],
];

/** A disk's failure in words; anything else (a bug, an AppError) as it is. */
export function writeFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons.find(([prefix]) => code.startsWith(prefix))?.[1];
  return reason === undefined ? error : new AppError('LEDGER_WRITE_FAILED', { reason }, { cause: error });
}
