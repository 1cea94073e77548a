import type { ImportChoices, ImportKind } from '#shared/contract/imports.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Importer } from '../excel/recognise/importer.ts';
import type { Sheet, Workbook } from '../excel/workbook.ts';

export type RatedSheet = {
  readonly sheet: Sheet;
  readonly kind: ImportKind;
  readonly score: number;
  /** Names of the sheets of the file that this one joins. */
  readonly parts?: readonly string[];
};

export type ChosenSheet = {
  readonly sheet: Sheet;
  /** null: nobody knows this kind of sheet. */
  readonly importer: Importer | null;
  readonly rated: readonly RatedSheet[];
  /** Names of the sheets that were joined; empty for a sheet of the file. */
  readonly parts: readonly string[];
  /** Texts of the sheets before it that hold little: a cover may name the plan and the year. */
  readonly cover: readonly string[];
};

/** Below this a sheet is of unknown kind until the user says what it is. */
const KNOWN = 0.5;
/** Sheets beyond these are not looked into by themselves. */
const MAX_RATED = 60;

/** The sheet and its importer: as the user chose, else the best match over all importers; hidden sheets only if nothing else fits. */
export function chooseSheet(
  workbook: Workbook,
  importers: readonly Importer[],
  input: { readonly choices: ImportChoices; readonly fileName: string },
): ChosenSheet {
  const { choices, fileName } = input;
  const filled = workbook.sheets.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0) throw new AppError('WORKBOOK_EMPTY', { file: fileName });
  const single = workbook.sheets.map((sheet, index) => (index < MAX_RATED ? rate(sheet, importers) : unknown(sheet)));
  const rated = [...importers.flatMap((importer) => joined(single, importer)), ...single];
  const chosen = choices.sheet === undefined ? best(rated) : rated.find(({ sheet }) => sheet.name === choices.sheet);
  if (chosen === undefined) throw new AppError('IMPORT_SHEET_MISSING', { file: fileName, sheet: choices.sheet ?? '' });
  const kind = choices.kind ?? chosen.kind;
  const importer = importers.find((candidate) => candidate.kind === kind) ?? null;
  const parts = chosen.parts ?? [];
  return { sheet: chosen.sheet, importer, rated, parts, cover: coverTexts(single, parts[0] ?? chosen.sheet.name) };
}

/** The sheets that this importer knows as one, if they are one list; it wins over each of them. */
function joined(rated: readonly RatedSheet[], importer: Importer): readonly RatedSheet[] {
  const own = rated.filter(({ sheet, kind }) => kind === importer.kind && !sheet.hidden);
  const sheet = own.length < 2 ? undefined : importer.join?.(own.map((each) => each.sheet));
  if (sheet === undefined || sheet === null) return [];
  return [{ sheet, kind: importer.kind, score: 1, parts: own.map((each) => each.sheet.name) }];
}

const MAX_COVER_CELLS = 20;

function coverTexts(rated: readonly RatedSheet[], sheetName: string): readonly string[] {
  const before = rated.slice(
    0,
    rated.findIndex(({ sheet }) => sheet.name === sheetName),
  );
  const covers = before.filter(({ sheet, kind }) => kind === 'unknown' && !sheet.hidden);
  const texts = covers.map(({ sheet }) =>
    sheet.rows.flatMap((row) =>
      row.cells.flatMap((cell) => (cell === null || cell.text.trim() === '' ? [] : [cell.text])),
    ),
  );
  return texts.filter((cells) => cells.length <= MAX_COVER_CELLS).flat();
}

function rate(sheet: Sheet, importers: readonly Importer[]): RatedSheet {
  let winner = unknown(sheet);
  for (const importer of importers) {
    const score = importer.score(sheet);
    if (score >= KNOWN && score > winner.score) winner = { sheet, kind: importer.kind, score };
  }
  return winner;
}

function unknown(sheet: Sheet): RatedSheet {
  return { sheet, kind: 'unknown', score: 0 };
}

function best(rated: readonly RatedSheet[]): RatedSheet | undefined {
  const ranked = rated.toSorted((a, b) => rank(b) - rank(a));
  return ranked[0];
}

/** Known before unknown, visible before hidden, sure before doubtful, filled before empty; the first of equals. */
function rank({ sheet, kind, score }: RatedSheet): number {
  return (kind === 'unknown' ? 0 : 10) + (sheet.hidden ? -5 : 0) + score + (sheet.rows.length > 0 ? 2 : 0);
}
