import { type ManualPage, readManual } from '#shared/manual/page.ts';
import { indexManual, type ManualIndex } from '#shared/manual/search.ts';

/** The files of docs/manual, bundled at build time: the program needs neither files nor a network for its help. */
const files = import.meta.glob<string>('../../../docs/manual/*.md', { query: '?raw', import: 'default', eager: true });

export const manualPages: readonly ManualPage[] = readManual(files);

let built: ManualIndex | undefined;

/** Made at the first search, not at the start of the program. */
export function manualIndex(): ManualIndex {
  built ??= indexManual(manualPages);
  return built;
}

export function pageNamed(name: string): ManualPage | undefined {
  return manualPages.find((page) => page.name === name);
}
