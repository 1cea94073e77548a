import { isDash } from '#shared/domain/text.ts';
import type { ImportCell } from '#db/commands/plan-import.ts';
import type { StoredMarkSet } from '#db/queries/plan-tree.ts';

/** A mark or disposition as the preview prints it; '' = blank. */
export function importCellText(cell: ImportCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return 'glyph' in cell ? cell.glyph : cell.raw;
}

/** The stored counterpart. */
export function storedCellText(
  set: StoredMarkSet | null,
  markId: string | null | undefined,
  raw: string | null | undefined,
): string {
  const glyph = set?.marks.find((mark) => mark.id === markId)?.glyph;
  if (glyph !== undefined) return glyph;
  return raw === null || raw === undefined ? '' : isDash(raw) ? '-' : raw;
}
