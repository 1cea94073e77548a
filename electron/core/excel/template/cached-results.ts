import { evaluateFormula, type FormulaInput, formulaReferences, type Lookup } from './formula.ts';
import type { CellEdit } from './cell-edit.ts';
import type { CellNode, SheetMap, TextNode } from './sheet-map.ts';
import { attribute, decodeXml, type Patch, tagsOf, withoutAttribute } from './xml-tags.ts';

/**
 * Beside each formula a workbook stores its last result, and not every program calculates anew when it opens a file
 * (LibreOffice trusts Excel's results, and Excel's protected view shows them). After a fill the stored results must not
 * be old ones. A formula without a stored result is left alone: every program has to calculate it.
 */
export type CacheRefresh = {
  readonly patches: readonly Patch[];
  /** Some result was removed because it could not be worked out here: the workbook has to be calculated on opening. */
  readonly needsCalculation: boolean;
};

/** Formulas that lean on formulas: deeper than this is no form, and the stack is finite. */
const MAX_DEPTH = 400;

const key = (row: number, column: number) => `${row},${column}`;

function textOf(xml: string, node: TextNode | undefined): string {
  return node === undefined ? '' : decodeXml(xml.slice(node.textStart, node.textEnd));
}

function plainFormula(xml: string, node: TextNode): string | undefined {
  const kind = attribute(xml, node.open, 't');
  const text = textOf(xml, node);
  // A follower of a shared formula has no text of its own; array formulas follow other rules.
  return text === '' || kind === 'array' || kind === 'dataTable' ? undefined : text;
}

function storedInput(xml: string, cell: CellNode): FormulaInput {
  const kind = attribute(xml, cell.open, 't') ?? 'n';
  if (kind === 's' || kind === 'inlineStr' || kind === 'str') return 'text';
  const text = textOf(xml, cell.value).trim();
  if (kind !== 'n') return 'unknown';
  return text === '' ? 'blank' : Number(text);
}

function editedInput(value: CellEdit['value']): FormulaInput {
  if (value === null || value === '') return 'blank';
  return typeof value === 'number' ? value : 'text';
}

/** Cell values after the edits, formulas worked out on demand; a circle of formulas is not understood. */
function lookupAfter(map: SheetMap, edits: readonly CellEdit[]): Lookup {
  const cells = new Map(
    map.rows.flatMap((row) => row.cells.map((cell) => [key(cell.row, cell.column), cell] as const)),
  );
  const known = new Map(edits.map((edit) => [key(edit.row, edit.column), editedInput(edit.value)]));
  let depth = 0;
  const lookup: Lookup = (row, column) => {
    const place = key(row, column);
    const found = known.get(place);
    if (found !== undefined) return found;
    if (depth > MAX_DEPTH) return 'unknown';
    const cell = cells.get(place);
    if (cell === undefined) return 'blank';
    if (cell.formula === undefined) return storedInput(map.xml, cell);
    known.set(place, 'unknown');
    const formula = plainFormula(map.xml, cell.formula);
    depth += 1;
    const result = formula === undefined ? undefined : evaluateFormula(formula, lookup);
    depth -= 1;
    known.set(place, result ?? 'unknown');
    return result ?? 'unknown';
  };
  return lookup;
}

function touches(xml: string, cell: CellNode, dirty: ReadonlySet<string>): boolean {
  const formula = cell.formula === undefined ? undefined : plainFormula(xml, cell.formula);
  if (formula === undefined) return true;
  const { ranges, opaque } = formulaReferences(formula);
  if (opaque) return true;
  return [...dirty].some((place) => {
    const [row = -1, column = -1] = place.split(',').map(Number);
    return ranges.some(({ r1, c1, r2, c2 }) => row >= r1 && row <= r2 && column >= c1 && column <= c2);
  });
}

/** Grows the set of changed cells through the formulas that could not be worked out, until it grows no more. */
function staleCells(xml: string, candidates: readonly CellNode[], dirty: Set<string>): readonly CellNode[] {
  const stale = new Set<CellNode>();
  for (let size = -1; size !== stale.size; ) {
    size = stale.size;
    for (const cell of candidates) {
      if (stale.has(cell) || !touches(xml, cell, dirty)) continue;
      stale.add(cell);
      dirty.add(key(cell.row, cell.column));
    }
  }
  return [...stale];
}

function resultPatches(xml: string, cell: CellNode, result: number): readonly Patch[] {
  if (cell.value === undefined) return [];
  const { start, end } = cell.open;
  const { textStart, textEnd } = cell.value;
  const patch = { start: textStart, end: textEnd, text: String(result === 0 ? 0 : result) };
  const kind = attribute(xml, cell.open, 't') ?? 'n';
  return kind === 'n' ? [patch] : [{ start, end, text: withoutAttribute(xml.slice(start, end), 't') }, patch];
}

/** Brings the stored results of a sheet's formulas up to date: worked out where possible, else removed. */
export function refreshCachedResults(map: SheetMap, edits: readonly CellEdit[]): CacheRefresh {
  const { xml } = map;
  const lookup = lookupAfter(map, edits);
  const dirty = new Set(edits.map((edit) => key(edit.row, edit.column)));
  const patches: Patch[] = [];
  const rest: CellNode[] = [];
  for (const cell of map.rows.flatMap((row) => row.cells)) {
    if (cell.formula === undefined) continue;
    const result = lookup(cell.row, cell.column);
    const stored = textOf(xml, cell.value);
    if (typeof result !== 'number') rest.push(cell);
    else if (stored === '') dirty.add(key(cell.row, cell.column));
    else if (storedInput(xml, cell) !== result) {
      dirty.add(key(cell.row, cell.column));
      patches.push(...resultPatches(xml, cell, result));
    }
  }
  const removed = staleCells(xml, rest, dirty).flatMap((cell) =>
    cell.value !== undefined && textOf(xml, cell.value) !== ''
      ? [{ start: cell.value.open.start, end: cell.value.end, text: '' }]
      : [],
  );
  return { patches: [...patches, ...removed], needsCalculation: removed.length > 0 };
}

/** Whether a sheet's text has formulas that may depend on other sheets. */
export function mayDependOnOtherSheets(xml: string): boolean {
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'f' || tag.kind !== 'open') continue;
    const end = xml.indexOf('<', tag.end);
    if (formulaReferences(decodeXml(xml.slice(tag.end, end))).opaque) return true;
  }
  return false;
}
