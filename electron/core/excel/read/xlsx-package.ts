import { XmlCursor } from './xml-cursor.ts';
import type { ZipArchive } from './zip-archive.ts';

type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: string };

export type XlsxPackage = {
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  readonly stringsPart: string | undefined;
  readonly stylesPart: string | undefined;
};

type Relation = { readonly type: string; readonly part: string };

/** The sheets of a workbook in order, and where its shared parts are. Chart and macro sheets hold no table and are left out. */
export function readXlsxPackage(archive: ZipArchive, workbookPart: string): XlsxPackage {
  const relations = readRelations(archive, workbookPart);
  const ofType = (name: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === name && archive.has(relation.part))?.part;
  const sheets: SheetPart[] = [];
  let is1904 = false;
  const cursor = new XmlCursor(archive.read(workbookPart), workbookPart);
  for (let event = cursor.next(); event !== 'end'; event = cursor.next()) {
    if (event !== 'open') continue;
    if (cursor.name === 'workbookPr') is1904 = isTrue(cursor.attribute('date1904'));
    if (cursor.name !== 'sheet') continue;
    const relation = relations.get(cursor.attribute('id') ?? '');
    if (relation === undefined) throw cursor.broken();
    const hidden = /hidden/i.test(cursor.attribute('state') ?? '');
    if (relation.type === 'worksheet')
      sheets.push({ name: cursor.attribute('name') ?? '', hidden, part: relation.part });
  }
  return { sheets, is1904, stringsPart: ofType('sharedStrings'), stylesPart: ofType('styles') };
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
