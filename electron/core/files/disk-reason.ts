import { fileErrorCode } from './retry.ts';

/** Why a file of the program's own could not be written, in words that fit into a message: 'ディスクの空き容量が足りません'. */
export function diskReason(error: unknown): string {
  switch (fileErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'ディスクの空き容量が足りません';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return '書き込みが許されていません';
    case 'ENOTDIR':
    case 'EEXIST':
      return '同じ名前のファイルがあります';
    case 'ENAMETOOLONG':
      return '場所の名前が長すぎます';
    default:
      return '置き場所に届きません';
  }
}
