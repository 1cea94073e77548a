/** Share of the shorter name's pairs of letters that the other has, too: 0 to 1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  return common(left, right) / Math.max(1, Math.min(left.size, right.size));
}

/** Share of pairs of letters that both names have: 0 to 1. */
export function dice(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  return (2 * common(left, right)) / Math.max(1, left.size + right.size);
}

function common(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return [...left].filter((pair) => right.has(pair)).length;
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
