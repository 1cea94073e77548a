import type { ImportChoices, ImportKind } from '#shared/contract/imports.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Importer } from '../excel/recognise/importer.ts';
import { isExampleName, isPastName, yearOfName } from '../excel/recognise/table/sheet-name.ts';
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
  const found = own.length < 2 ? undefined : importer.join?.(own.map((each) => each.sheet));
  if (found === undefined || found === null) return [];
  return [{ sheet: found.sheet, kind: importer.kind, score: 1, parts: found.parts.map(({ name }) => name) }];
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
    if (winner.score >= 1) return winner; // nobody can be surer
  }
  return winner;
}

function unknown(sheet: Sheet): RatedSheet {
  return { sheet, kind: 'unknown', score: 0 };
}

/** How far a sheet may be behind the best one and still be the newer year of the same list. */
const NEARLY = 0.2;

function best(rated: readonly RatedSheet[]): RatedSheet | undefined {
  const ranked = rated.toSorted((a, b) => rank(b) - rank(a));
  const [first] = ranked;
  if (first === undefined || first.kind === 'unknown' || first.parts !== undefined) return first;
  const years = ranked.filter((each) => each.kind === first.kind && rank(each) >= rank(first) - NEARLY);
  return years.toSorted((a, b) => (yearOfName(b.sheet.name) ?? 0) - (yearOfName(a.sheet.name) ?? 0))[0];
}

/** Known before unknown, visible before hidden, no example, sure before doubtful, filled before empty, long before short. */
function rank({ sheet, kind, score }: RatedSheet): number {
  const doubt = (sheet.hidden ? 5 : 0) + (isExampleName(sheet.name) ? 4 : 0) + (isPastName(sheet.name) ? 2 : 0);
  const length = Math.min(sheet.rows.length, 100) / 1000;
  return (kind === 'unknown' ? 0 : 10) - doubt + score + (sheet.rows.length > 0 ? 2 : 0) + length;
}
