const halfWidth = /[\u0020-\u007e\uff61-\uff9f]/u;

/** Width of a text in full-width characters: a half-width one counts a little more than half, as the fonts have it. */
export function textUnits(text: string): number {
  let units = 0;
  for (const character of text) units += halfWidth.test(character) ? 0.56 : 1;
  return units;
}

/** Breaks a text into lines of at most `units` full-width characters; what does not fit into `lines` lines ends in …. */
export function wrapLabel(text: string, units: number, lines: number): string {
  const wrapped: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && textUnits(line + character) > units) {
      if (wrapped.length + 1 >= lines) return [...wrapped, `${[...line].slice(0, -1).join('')}…`].join('\n');
      wrapped.push(line);
      line = '';
    }
    line += character;
  }
  return [...wrapped, line].join('\n');
}
