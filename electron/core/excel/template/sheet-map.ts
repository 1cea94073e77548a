import { parseCellReference } from '#core/excel/write/cell-address.ts';
import type { MergeRange } from '#core/excel/workbook.ts';
import { attribute, type Tag, tagsOf } from './xml-tags.ts';
import { ZipError } from './zip-archive.ts';

/** An element with text inside a cell: the whole of it, and the text between its tags. */
export type TextNode = {
  readonly open: Tag;
  readonly end: number;
  readonly textStart: number;
  readonly textEnd: number;
};

export type CellNode = {
  readonly row: number;
  readonly column: number;
  readonly open: Tag;
  readonly end: number;
  readonly formula: TextNode | undefined;
  readonly value: TextNode | undefined;
};

export type RowNode = {
  readonly row: number;
  readonly open: Tag;
  /** Where `</row>` starts; of a self-closing row, where it ends. */
  readonly closeStart: number;
  readonly cells: readonly CellNode[];
};

/** Where everything of a worksheet lies in its text. Rows and columns are 0-based. */
export type SheetMap = {
  readonly xml: string;
  readonly data: Tag;
  readonly dataClose: number;
  readonly rows: readonly RowNode[];
  readonly merges: readonly MergeRange[];
  readonly columnStyles: readonly { readonly from: number; readonly to: number; readonly style: string }[];
  readonly dimension: Tag | undefined;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads one tag after another; what a tag means depends on what is open around it. */
class Reader {
  readonly xml: string;
  readonly rows: (Omit<Mutable<RowNode>, 'cells'> & { cells: Mutable<CellNode>[] })[] = [];
  readonly merges: MergeRange[] = [];
  readonly columnStyles: { from: number; to: number; style: string }[] = [];
  data: Tag | undefined;
  dataClose = 0;
  dimension: Tag | undefined;
  private inData = false;
  private cell: Mutable<CellNode> | undefined;

  constructor(xml: string) {
    this.xml = xml;
  }

  read(tag: Tag): void {
    if (tag.name === 'sheetData') this.readData(tag);
    else if (this.inData) this.readInData(tag);
    else if (tag.name === 'dimension' && tag.kind !== 'close') this.dimension = tag;
    else if (tag.name === 'col' && tag.kind !== 'close') this.readColumn(tag);
    else if (tag.name === 'mergeCell' && tag.kind !== 'close') this.readMerge(tag);
  }

  private readData(tag: Tag): void {
    if (tag.kind === 'close') this.dataClose = tag.start;
    else {
      this.data = tag;
      this.dataClose = tag.end;
    }
    this.inData = tag.kind === 'open';
  }

  private readInData(tag: Tag): void {
    if (tag.name === 'row') this.readRow(tag);
    else if (tag.name === 'c') this.readCell(tag);
    else if (this.cell !== undefined && (tag.name === 'f' || tag.name === 'v')) this.readContent(this.cell, tag);
  }

  private readRow(tag: Tag): void {
    const current = this.rows.at(-1);
    if (tag.kind === 'close') {
      if (current !== undefined) current.closeStart = tag.start;
      return;
    }
    const row = Number(attribute(this.xml, tag, 'r') ?? Number.NaN) - 1;
    // A row or cell may leave out its place and follow the one before; no program that people use writes that.
    if (!Number.isInteger(row) || row <= (current?.row ?? -1)) throw new ZipError('rows without a number');
    this.rows.push({ row, open: tag, closeStart: tag.end, cells: [] });
  }

  private readCell(tag: Tag): void {
    if (tag.kind === 'close') {
      if (this.cell !== undefined) this.cell.end = tag.end;
      this.cell = undefined;
      return;
    }
    const place = parseCellReference(attribute(this.xml, tag, 'r') ?? '');
    if (place === undefined) throw new ZipError('cells without an address');
    const cell = { ...place, open: tag, end: tag.end, formula: undefined, value: undefined };
    this.rows.at(-1)?.cells.push(cell);
    if (tag.kind === 'open') this.cell = cell;
  }

  private readContent(cell: Mutable<CellNode>, tag: Tag): void {
    const key = tag.name === 'f' ? 'formula' : 'value';
    const known = cell[key];
    if (tag.kind !== 'close') {
      cell[key] = { open: tag, end: tag.end, textStart: tag.end, textEnd: tag.end };
    } else if (known !== undefined) cell[key] = { ...known, textEnd: tag.start, end: tag.end };
  }

  private readColumn(tag: Tag): void {
    const style = attribute(this.xml, tag, 'style');
    const [from, to] = [Number(attribute(this.xml, tag, 'min')) - 1, Number(attribute(this.xml, tag, 'max')) - 1];
    if (style !== undefined) this.columnStyles.push({ from, to, style });
  }

  private readMerge(tag: Tag): void {
    const [first, last] = (attribute(this.xml, tag, 'ref') ?? '').split(':').map(parseCellReference);
    if (first !== undefined && last !== undefined) {
      this.merges.push({ r1: first.row, c1: first.column, r2: last.row, c2: last.column });
    }
  }
}

/** Maps a worksheet's text. Throws ZipError when it is none, or one whose cells do not say where they are. */
export function mapSheet(xml: string): SheetMap {
  const reader = new Reader(xml);
  for (const tag of tagsOf(xml)) reader.read(tag);
  const { data, dataClose, rows, merges, columnStyles, dimension } = reader;
  if (data === undefined) throw new ZipError('no sheetData');
  return { xml, data, dataClose, rows, merges, columnStyles, dimension };
}
