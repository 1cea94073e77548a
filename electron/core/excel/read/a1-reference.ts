/** A cell reference as OOXML writes it ('B12', '$B$12'), 0-based; undefined if it is none. Limits are checked by the builder. */
export function parseReference(text: string): { readonly row: number; readonly column: number } | undefined {
  const column = parseColumn(text);
  const digits = /^\$?[A-Z]{1,7}\$?(\d{1,10})$/i.exec(text)?.[1];
  if (column === undefined || digits === undefined) return undefined;
  return { row: Number(digits) - 1, column };
}

/** Column of a reference, without looking at its row: the sheet reader asks this for every cell. */
export function parseColumn(reference: string): number | undefined {
  let column = 0;
  let at = reference.charCodeAt(0) === 0x24 ? 1 : 0;
  for (const first = at; at < first + 8; at += 1) {
    const letter = (reference.charCodeAt(at) & ~0x20) - 0x40;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
}
