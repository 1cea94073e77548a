import type { SheetCell } from '#core/excel/workbook.ts';
import { organizationField } from '#shared/domain/organization/fields.ts';
import { organizationFixes, organizationProblems } from '#shared/messages/import-organizations.ts';
import { oddCells } from '#shared/messages/import-table.ts';
import { oddCell, type OddCell } from '../table/odd-cell.ts';
import type { MappedColumn } from './columns.ts';
import { type DraftBuilder, labelOf } from './draft-builder.ts';

/** Cells of a sheet that were left out for what they hold, for one word about all of them. */
export type OddTally = { unsaved: number; dates: number };

export type SoundCell = {
  readonly cell: SheetCell | null;
  /** The cell holds something that is no value: it says nothing, not even that there is none. */
  readonly refused: boolean;
};

type Place = { readonly column: MappedColumn; readonly tally: OddTally };

/**
 * The cell when what it holds can be a value of its column. A word of a data tool is a blank cell; an error, a formula without a
 * result, TRUE or a date in the wrong place is never stored: the row asks, and without its name it is not written at all.
 */
export function soundCell(draft: DraftBuilder, cell: SheetCell | null, { column, tally }: Place): SoundCell {
  const odd = cell === null ? null : oddCell(cell);
  if (cell === null || odd === null) return { cell, refused: false };
  const own = soundValue(odd, cell, column);
  if (own !== undefined) {
    if (own !== cell) draft.fix(organizationFixes.dateInText(labelOf(column.field), own.text));
    return { cell: own, refused: false };
  }
  const isName = column.field === 'name';
  count(odd, tally);
  if (odd.kind === 'null-word' && !isName) return { cell: null, refused: false };
  const reason = reasonOf(odd, cell, labelOf(column.field));
  if (isName) draft.wait(organizationProblems.nameAsks(reason));
  else draft.problem(`${reason}${organizationProblems.cellLeftOut(labelOf(column.field))}`);
  return { cell: null, refused: true };
}

/** Undefined when the column cannot hold such a thing. */
function soundValue(odd: OddCell, cell: SheetCell, column: MappedColumn): SheetCell | undefined {
  const { kind } = organizationField(column.field);
  if (odd.kind === 'truth') return kind === 'public-flag' || column.matrixLabel !== null ? cell : undefined;
  if (odd.kind !== 'date') return undefined;
  if (kind === 'date' || (odd.isText && isPlainText(kind, column))) return cell;
  return kind === 'long-text' ? { ...cell, text: cell.text.replace('T', ' ') } : undefined;
}

/** 2025/4/1 in running text is what somebody wrote; so is 2024-01-12 in a column of such numbers. */
function isPlainText(kind: string, column: MappedColumn): boolean {
  return kind === 'long-text' || column.hasDateLikeCodes;
}

function count({ kind }: OddCell, tally: OddTally): void {
  if (kind === 'unsaved') tally.unsaved += 1;
  if (kind === 'date') tally.dates += 1;
}

function reasonOf(odd: OddCell, cell: SheetCell, label: string): string {
  switch (odd.kind) {
    case 'unsaved':
      return oddCells.unsavedFormula(label);
    case 'error':
      return organizationProblems.errorCell(label, cell.text);
    case 'date':
      return oddCells.becameDate(label, cell.text, odd.typed);
    case 'null-word':
    case 'truth':
      return organizationProblems.machineWord(label, cell.text);
  }
}
