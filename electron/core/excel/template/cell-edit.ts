import { cellReference } from '#core/excel/write/cell-address.ts';
import { textElement } from '#core/excel/write/xml-text.ts';
import type { CellNode, RowNode, SheetMap } from './sheet-map.ts';
import { attribute, type Patch, withAttribute, withoutAttribute } from './xml-tags.ts';

/** A value for one cell of a sheet; the place is already the anchor of its merge. */
export type CellEdit = { readonly row: number; readonly column: number; readonly value: string | number | null };

function contentOf(value: string | number | null, prefix: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string') return `<${prefix}is>${textElement(value, prefix)}</${prefix}is>`;
  if (!Number.isFinite(value)) throw new RangeError('not a number for a template cell');
  return `<${prefix}v>${value === 0 ? 0 : value}</${prefix}v>`;
}

function filledCell(openTag: string, value: string | number | null, prefix: string): string {
  const content = contentOf(value, prefix);
  // cm and vm point to metadata of the old value. The style (s) and everything else stays.
  let open = withoutAttribute(withoutAttribute(openTag, 'cm'), 'vm').replace(/\s*\/?>$/, '>');
  if (typeof value === 'string' && content !== '') open = withAttribute(open, 't', 'inlineStr');
  else if (!/\st\s*=\s*["']n["']/.test(open)) open = withoutAttribute(open, 't');
  return content === '' ? open.replace(/>$/, '/>') : `${open}${content}</${prefix}c>`;
}

function styleForNewCell(map: SheetMap, row: RowNode | undefined, column: number): string {
  const formatted = row !== undefined && /^(1|true)$/.test(attribute(map.xml, row.open, 'customFormat') ?? '');
  const rowStyle = formatted ? attribute(map.xml, row.open, 's') : undefined;
  const style = rowStyle ?? map.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style;
  return style === undefined ? '' : ` s="${style}"`;
}

function newCell(map: SheetMap, row: RowNode | undefined, edit: CellEdit): string {
  const { prefix } = map.data;
  const open = `<${prefix}c r="${cellReference(edit)}"${styleForNewCell(map, row, edit.column)}>`;
  return filledCell(open, edit.value, prefix);
}

function isEmpty(value: string | number | null): boolean {
  return value === null || value === '';
}

function replaceCell(map: SheetMap, cell: CellNode, value: string | number | null): Patch | undefined {
  const hasContent = cell.open.kind === 'open' && cell.end - cell.open.end > `</${cell.open.prefix}c>`.length;
  if (isEmpty(value) && !hasContent) return undefined;
  const openTag = map.xml.slice(cell.open.start, cell.open.end);
  return { start: cell.open.start, end: cell.end, text: filledCell(openTag, value, cell.open.prefix) };
}

/** `spans` is only a hint of the row's width, but a wrong one is worse than none. */
function widenedSpans(map: SheetMap, row: RowNode, edits: readonly CellEdit[]): Patch | undefined {
  const [from, to] = (attribute(map.xml, row.open, 'spans') ?? '').split(':').map(Number);
  if (from === undefined || to === undefined) return undefined;
  const columns = edits.map((edit) => edit.column + 1);
  const [low, high] = [Math.min(from, ...columns), Math.max(to, ...columns)];
  if (low === from && high === to) return undefined;
  const { start, end } = row.open;
  return { start, end, text: withAttribute(map.xml.slice(start, end), 'spans', `${low}:${high}`) };
}

function patchOpenRow(map: SheetMap, row: RowNode, edits: readonly CellEdit[]): readonly Patch[] {
  const patches: Patch[] = [];
  const inserted: CellEdit[] = [];
  for (const edit of edits) {
    const cell = row.cells.find((candidate) => candidate.column === edit.column);
    const patch = cell === undefined ? undefined : replaceCell(map, cell, edit.value);
    if (patch !== undefined) patches.push(patch);
    if (cell !== undefined || isEmpty(edit.value)) continue;
    const next = row.cells.find((candidate) => candidate.column > edit.column);
    const at = next?.open.start ?? row.closeStart;
    patches.push({ start: at, end: at, text: newCell(map, row, edit) });
    inserted.push(edit);
  }
  const spans = inserted.length === 0 ? undefined : widenedSpans(map, row, inserted);
  return spans === undefined ? patches : [spans, ...patches];
}

function patchRow(map: SheetMap, row: RowNode, edits: readonly CellEdit[]): readonly Patch[] {
  if (row.open.kind === 'open') return patchOpenRow(map, row, edits);
  const cells = edits.filter((edit) => !isEmpty(edit.value)).map((edit) => newCell(map, row, edit));
  if (cells.length === 0) return [];
  const { start, end, prefix } = row.open;
  const open = withoutAttribute(map.xml.slice(start, end), 'spans').replace(/\s*\/>$/, '>');
  return [{ start, end, text: `${open}${cells.join('')}</${prefix}row>` }];
}

function insertRow(map: SheetMap, row: number, edits: readonly CellEdit[]): readonly Patch[] {
  const cells = edits.filter((edit) => !isEmpty(edit.value)).map((edit) => newCell(map, undefined, edit));
  if (cells.length === 0) return [];
  const { prefix } = map.data;
  const at = map.rows.find((candidate) => candidate.row > row)?.open.start ?? map.dataClose;
  return [{ start: at, end: at, text: `<${prefix}row r="${row + 1}">${cells.join('')}</${prefix}row>` }];
}

/** `<sheetData/>` has no inside to insert rows into. */
function openedData(map: SheetMap, patches: readonly Patch[]): readonly Patch[] {
  if (map.data.kind === 'open' || patches.length === 0) return patches;
  const { start, end, prefix } = map.data;
  const rows = patches.map((patch) => patch.text).join('');
  return [{ start, end, text: `<${prefix}sheetData>${rows}</${prefix}sheetData>` }];
}

/** The patches that put the edits into the sheet: existing cells keep all but their value, missing ones are inserted. */
export function editPatches(map: SheetMap, edits: readonly CellEdit[]): readonly Patch[] {
  const byRow = Map.groupBy(
    edits.toSorted((a, b) => a.row - b.row || a.column - b.column),
    (edit) => edit.row,
  );
  const patches = [...byRow].flatMap(([row, rowEdits]) => {
    const known = map.rows.find((candidate) => candidate.row === row);
    return known === undefined ? insertRow(map, row, rowEdits) : patchRow(map, known, rowEdits);
  });
  return openedData(map, patches);
}
