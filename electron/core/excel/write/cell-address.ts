/** A1 notation and back. Rows and columns are 0-based everywhere in the program; only Excel's own text is 1-based. */
export type CellPosition = { readonly row: number; readonly column: number };

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → 'A', 25 → 'Z', 26 → 'AA'. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** {row: 9, column: 1} → 'B10'. */
export function cellReference({ row, column }: CellPosition): string {
  return columnLetters(column) + (row + 1);
}

/** 'B10' or '$B$10' → {row: 9, column: 1}; undefined when it is no address inside a sheet. */
export function parseCellReference(reference: string): CellPosition | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(reference);
  const letters = match?.[1];
  const digits = match?.[2];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row <= MAX_ROWS && column <= MAX_COLUMNS ? { row: row - 1, column: column - 1 } : undefined;
}
