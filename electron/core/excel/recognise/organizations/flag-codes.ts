import type { SheetRow } from '#core/excel/workbook.ts';
import { parsePublicFlag } from '#shared/domain/public-flag.ts';
import { foldWidth, matchKey } from '#shared/domain/text.ts';

/** What the codes of a column say: public or not; null = nobody can tell. By match key. */
export type FlagCodes = ReadonlyMap<string, boolean | null>;

const legendPart = /([0-9○◯〇◎●△×✕])\s*[:=.…-]?\s*([\p{L}]{1,8})/gu;
const bareCode = /^[0-9]$/;

/**
 * The meaning of codes: of a header that explains them (1:非公開 2:公開, ○=非公開 ×=公開), else none where 2 or more stands in the
 * column too: 1 may then be the first of two words, and the first word may be 非公開.
 */
export function flagCodes(header: string, texts: readonly string[]): FlagCodes {
  const legend = [...foldWidth(header).matchAll(legendPart)].flatMap(([, code = '', word = '']) => {
    const meaning = parsePublicFlag(word);
    return meaning === null ? [] : [[matchKey(code), meaning] as const];
  });
  const codes = new Map<string, boolean | null>(legend);
  if (codes.size > 1) return codes;
  const used = new Set(texts.map((text) => foldWidth(text).trim()).filter((text) => bareCode.test(text)));
  const isCoded = [...used].some((code) => code !== '0' && code !== '1');
  return isCoded ? new Map([...used].map((code) => [code, null])) : new Map();
}

/** All texts of a column below the header. */
export function columnTexts(rows: readonly SheetRow[], bodyStart: number, column: number): readonly string[] {
  return rows.filter((row) => row.index >= bodyStart).flatMap((row) => row.cells[column]?.text ?? []);
}
