/** Texts of cells, row by row. */
export type Matrix = readonly (readonly string[])[];

/** What is there to be pasted, or why there is nothing. */
export type PasteSource = { readonly plain: string; readonly matrix: Matrix } | { readonly problem: string };

/** More cells than this neither fit a clipboard nor a screen: whole lists go by file. */
export const largestClipboard = 200_000;
