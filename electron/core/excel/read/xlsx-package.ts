import { XmlCursor } from './xml-cursor.ts';
import type { ZipArchive } from './zip-archive.ts';

type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: string };

export type XlsxPackage = {
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  readonly stringsPart: string | undefined;
  readonly stylesPart: string | undefined;
  /** Names of sheets that the file lists but does not hold. */
  readonly missing: readonly string[];
  /** A program without a calculator wrote the file: a 0 as the result of a formula is not a result. */
  readonly isUncalculated: boolean;
};

type Relation = { readonly type: string; readonly part: string };

/** The sheets of a workbook in order, and where its shared parts are. Chart and macro sheets hold no table and are left out. */
export function readXlsxPackage(archive: ZipArchive, workbookPart: string): XlsxPackage {
  const relations = readRelations(archive, workbookPart);
  const ofType = (name: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === name && archive.has(relation.part))?.part;
  const book: Book = { sheets: [], missing: [], is1904: false, isUncalculated: false };
  const cursor = new XmlCursor(archive.read(workbookPart), workbookPart);
  while (cursor.nextChild(0)) {
    const inBook = cursor.inside;
    while (cursor.nextOwnChild(inBook)) {
      if (cursor.name === 'workbookPr') book.is1904 = isTrue(cursor.attribute('date1904'));
      else if (cursor.name === 'calcPr') book.isUncalculated = isTrue(cursor.attribute('fullCalcOnLoad'));
      else if (cursor.name === 'sheets') readSheetList(cursor, book, { archive, relations });
    }
  }
  if (book.sheets.length === 0 && book.missing.length > 0) throw cursor.broken();
  return { ...book, stringsPart: ofType('sharedStrings'), stylesPart: ofType('styles') };
}

type Book = { readonly sheets: SheetPart[]; readonly missing: string[]; is1904: boolean; isUncalculated: boolean };
type Parts = { readonly archive: ZipArchive; readonly relations: ReadonlyMap<string, Relation> };

/** A sheet without a relation is no damage: modules of Excel 95 are listed with an empty one. */
function readSheetList(cursor: XmlCursor, book: Book, { archive, relations }: Parts): void {
  const inSheets = cursor.inside;
  while (cursor.nextOwnChild(inSheets)) {
    const id = cursor.attribute('id') ?? '';
    if (cursor.name !== 'sheet' || id === '') continue;
    const name = cursor.attribute('name') ?? '';
    const hidden = /hidden/i.test(cursor.attribute('state') ?? '');
    const relation = relations.get(id);
    if (relation !== undefined && relation.type !== 'worksheet') continue;
    if (relation === undefined || !archive.has(relation.part)) book.missing.push(name);
    else book.sheets.push({ name, hidden, part: relation.part });
  }
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value?.toLowerCase() === 'true';
}

/** By id. The last word of a type names it, in the transitional and the strict form of the format alike. */
function readRelations(archive: ZipArchive, workbookPart: string): Map<string, Relation> {
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const part = `${folder}_rels/${workbookPart.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  const cursor = new XmlCursor(archive.read(part), part);
  for (let event = cursor.next(); event !== 'end'; event = cursor.next()) {
    if (event !== 'open' || cursor.name !== 'Relationship' || cursor.attribute('TargetMode') === 'External') continue;
    const type = (cursor.attribute('Type') ?? '').split('/').at(-1) ?? '';
    relations.set(cursor.attribute('Id') ?? '', { type, part: resolvePart(folder, cursor.attribute('Target') ?? '') });
  }
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
