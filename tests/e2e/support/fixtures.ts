import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../fixtures');

/** Files as centers exchange them. */
export const fixtures = {
  statusList: path.join(folder, '山口市_実行計画実施状況一覧.xlsx'),
  registerR7: path.join(folder, '登録団体一覧_R7.xlsx'),
  registerR8: path.join(folder, '登録団体一覧_R8.xlsx'),
  registerCp932: path.join(folder, '登録団体一覧_cp932.csv'),
} as const;
