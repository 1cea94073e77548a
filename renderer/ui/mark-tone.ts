/** Colour of a status mark by its shape: 1 done, 2 going on, 3 partly, 4 not yet, 0 anything else. Variants of a glyph share a tone. */
export function markTone(glyph: string): 0 | 1 | 2 | 3 | 4 {
  if ('◎'.includes(glyph) && glyph !== '') return 1;
  if (['○', '〇', '◯', '●'].includes(glyph)) return 2;
  if (['△', '▲'].includes(glyph)) return 3;
  if (['×', '✕', '✖', 'x', 'X', 'ｘ', 'Ｘ'].includes(glyph)) return 4;
  return 0;
}
