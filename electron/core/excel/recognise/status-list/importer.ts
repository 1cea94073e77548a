import { statusListFields } from '#shared/messages/import-status-list.ts';
import type { Importer } from '../importer.ts';
import { matcherOf } from '../table/find-table.ts';
import { analyzeStatusList } from './analyze-list.ts';
import { joinSheets } from './join-sheets.ts';
import { scoreStatusList } from './score.ts';
import { statusListFieldKeys, statusListVocabulary } from './vocabulary.ts';

/** Knows the status list of a plan (実施状況一覧): headings, measures, 再掲, marks, shared notes. Source: domain.md 1.2 to 1.5. */
export const statusListImporter: Importer = {
  kind: 'status-list',
  fieldOptions: statusListFieldKeys.map((field) => ({ field, label: statusListFields[field] })),
  score: scoreStatusList,
  prepare: () => void matcherOf(statusListVocabulary),
  analyze: analyzeStatusList,
  join: (sheets) => {
    const sheet = joinSheets(sheets);
    return sheet === null ? null : { sheet, parts: sheets };
  },
};
