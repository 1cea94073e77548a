import { applyPatches, attribute, type Tag, tagsOf, withAttribute } from './xml-tags.ts';
import { partBytes, readZip, type ZipArchive, ZipError } from './zip-archive.ts';

/** A workbook opened for patching: where its sheets are, by the name on the tab. */
export type WorkbookParts = {
  readonly archive: ZipArchive;
  readonly workbookPath: string;
  readonly workbookXml: string;
  readonly sheets: ReadonlyMap<string, string>;
  /** The workbook itself tells every program to calculate all formulas when it opens it. */
  readonly calculatesOnLoad: boolean;
};

/** The text of a part. Throws ZipError when it is missing or not UTF-8, so that nothing is ever half understood. */
export function partText(archive: ZipArchive, path: string): string {
  const entry = archive.entries.find((candidate) => candidate.name === path);
  if (entry === undefined) throw new ZipError(`no part ${path}`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(partBytes(archive, entry));
  } catch {
    throw new ZipError(`unreadable part ${path}`);
  }
}

type Relation = { readonly id: string; readonly type: string; readonly path: string };

function resolveTarget(folder: string, target: string): string {
  // URL resolves '/xl/a.xml', 'a.xml' and '../a.xml' as the package format demands.
  return decodeURIComponent(new URL(target, `zip:///${folder}`).pathname).replace(/^\/+/, '');
}

function relationsOf(archive: ZipArchive, partPath: string): readonly Relation[] {
  const slash = partPath.lastIndexOf('/') + 1;
  const folder = partPath.slice(0, slash);
  const xml = partText(archive, `${folder}_rels/${partPath.slice(slash)}.rels`);
  return [...tagsOf(xml)]
    .filter((tag) => tag.name === 'Relationship' && attribute(xml, tag, 'TargetMode') !== 'External')
    .map((tag) => ({
      id: attribute(xml, tag, 'Id') ?? '',
      type: attribute(xml, tag, 'Type') ?? '',
      path: resolveTarget(folder, attribute(xml, tag, 'Target') ?? ''),
    }));
}

function sheetPaths(xml: string, relations: readonly Relation[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'sheet' || tag.kind === 'close') continue;
    const name = attribute(xml, tag, 'name');
    const id = attribute(xml, tag, '\\w+:id');
    const relation = relations.find((candidate) => candidate.id === id);
    if (name !== undefined && relation !== undefined) paths.set(name, relation.path);
  }
  return paths;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Finds the sheets of a workbook. Throws ZipError or RangeError when the bytes are no workbook. */
export function openWorkbookParts(bytes: Uint8Array): WorkbookParts {
  const archive = readZip(bytes);
  const workbookPath = relationsOf(archive, '').find((relation) => relation.type.endsWith('/officeDocument'))?.path;
  if (workbookPath === undefined) throw new ZipError('no workbook');
  const workbookXml = partText(archive, workbookPath);
  const relations = relationsOf(archive, workbookPath);
  const calculation = [...tagsOf(workbookXml)].find((tag) => tag.name === 'calcPr');
  return {
    archive,
    workbookPath,
    workbookXml,
    sheets: sheetPaths(workbookXml, relations),
    calculatesOnLoad: calculation !== undefined && isTrue(attribute(workbookXml, calculation, 'fullCalcOnLoad')),
  };
}

/** Elements that the schema wants before calcPr. */
const BEFORE_CALCULATION = new Set(['sheets', 'functionGroups', 'externalReferences', 'definedNames']);

/** workbook.xml with the order to calculate everything when the file is opened. */
export function withCalculationOnLoad(xml: string): string {
  let before: Tag | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'calcPr' && tag.kind !== 'close') {
      const text = withAttribute(xml.slice(tag.start, tag.end), 'fullCalcOnLoad', '1');
      return applyPatches(xml, [{ start: tag.start, end: tag.end, text }]);
    }
    if (BEFORE_CALCULATION.has(tag.name) && tag.kind !== 'open') before = tag;
  }
  if (before === undefined) return xml;
  const text = `<${before.prefix}calcPr fullCalcOnLoad="1"/>`;
  return applyPatches(xml, [{ start: before.end, end: before.end, text }]);
}
