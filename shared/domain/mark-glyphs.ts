/** A mark of a plan's legend: the glyph printed, what it means, and every spelling accepted for it (the glyph included). */
export type Mark = { readonly glyph: string; readonly label: string; readonly variants: readonly string[] };

/** Glyphs typed for the same mark. The first of each list is the one that is printed. Source: domain.md 1.3 and 6 no. 15. */
const doubleCircleGlyphs = ['◎', '⦿', '◉', '⊚', '二重丸'] as const;
/** 0 and O stand for ○ only in a column of marks; in a column of numbers they are a number. */
export const circleGlyphs = ['○', '〇', '◯', '⚪', '⭕', '❍', 'o', '0', 'о', '丸', 'まる', 'マル'] as const;
const triangleGlyphs = ['△', '▲', '⊿', '∆', 'Δ', '三角'] as const;
export const crossGlyphs = ['×', '✕', '✖', '╳', '✗', '✘', '❌', '⨯', 'x', 'х', 'ばつ', 'バツ', 'ペケ'] as const;

const families: readonly (readonly string[])[] = [doubleCircleGlyphs, circleGlyphs, triangleGlyphs, crossGlyphs];

/** All spellings of a glyph, itself first: '◯' gives ['◯', '○', '〇', …]; a glyph of no family ('S', '★') gives only itself. */
function glyphVariants(glyph: string): readonly string[] {
  const family = families.find((glyphs) => glyphs.includes(glyph)) ?? [];
  return [glyph, ...family.filter((other) => other !== glyph)];
}

/** A mark with all the spellings of its glyph. */
export function markOf(glyph: string, label: string): Mark {
  return { glyph, label, variants: glyphVariants(glyph) };
}
