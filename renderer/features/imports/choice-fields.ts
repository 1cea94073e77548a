import type { ImportChoices, ImportColumn } from '#shared/contract/imports.ts';

/** '4' → [4], '4-5' → [4, 5], '4, 5' → [4, 5]; null when it is not a list of rows. */
export function parseRows(text: string): readonly number[] | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s、]/gu, (blank) => (blank === '、' ? ',' : ''));
  if (plain === '') return [];
  const rows: number[] = [];
  for (const part of plain.split(',')) {
    const match = /^(\d{1,6})(?:[-~〜](\d{1,6}))?$/u.exec(part);
    if (match === null) return null;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (from < 1 || to < from || to - from > 20) return null;
    for (let row = from; row <= to; row++) rows.push(row);
  }
  return rows;
}

/** [4, 5] → '4-5' */
export function rowsText(rows: readonly number[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return '';
  return last - first === rows.length - 1 && rows.length > 1 ? `${first}-${last}` : rows.join(', ');
}

/** The choices with one column sent to another field; a field that another column had is taken from it. */
export function withMapping(
  choices: ImportChoices,
  columns: readonly ImportColumn[],
  { index, field }: { readonly index: number; readonly field: string | null },
): ImportChoices {
  const current = Object.fromEntries(columns.map((column) => [String(column.index), column.field]));
  const mapping: Record<string, string | null> = { ...current, ...choices.mapping };
  for (const [key, other] of Object.entries(mapping)) if (field !== null && other === field) mapping[key] = null;
  mapping[String(index)] = field;
  return { ...choices, mapping };
}

/** The field a column goes to, with what was chosen since the file was read. */
export function mappedField(choices: ImportChoices, column: ImportColumn): string | null {
  const chosen = choices.mapping?.[String(column.index)];
  return chosen === undefined ? column.field : chosen;
}
