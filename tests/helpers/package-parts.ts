import { SaxesParser } from 'saxes';
import { unzipSync } from 'fflate';

/** All parts of a workbook as text, by path. */
export function packageTexts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = Object.entries(unzipSync(bytes));
  return new Map(parts.map(([name, content]) => [name, Buffer.from(content).toString('utf8')]));
}

/** The text of one part; throws when it is missing. */
export function partOf(bytes: Uint8Array, path: string): string {
  const text = packageTexts(bytes).get(path);
  if (text === undefined) throw new Error(`no part ${path}`);
  return text;
}

/** Parses a part with an independent XML parser; throws when it is not well-formed. */
export function assertWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

/** The XML of each cell by its address. Reads `<c …/>` and `<c …>…</c>`, with or without a prefix. */
export function cellsOf(xml: string): ReadonlyMap<string, string> {
  const cells = xml.matchAll(/<((?:\w+:)?)c (?:[^>]*?\s)?r="([A-Z]+[0-9]+)"[^>]*?(?:\/>|>.*?<\/\1c>)/gs);
  return new Map(Array.from(cells, (match) => [match[2] ?? '', match[0]]));
}
