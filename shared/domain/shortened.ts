/** A text of at most `longest` characters: of a longer one the beginning and …, never half a character. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Cut before it is taken apart: a text may have 32,767 characters, each of one or two code units.
  const letters = Array.from(text.slice(0, (longest + 1) * 2));
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`;
}
