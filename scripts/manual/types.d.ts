/** The parts of shared/manual that the printer reads; that folder is typed by itself. */
export type Line = readonly { readonly kind: string; readonly text: string; readonly target?: string }[];

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly anchor: string }
  | { readonly kind: 'paragraph' | 'note'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] };

export type Page = { readonly name: string; readonly title: string; readonly blocks: readonly Block[] };
