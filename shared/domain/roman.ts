const values: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
]);
const places = ['X', 'IX', 'V', 'IV', 'I'] as const;
const placeValues = [10, 9, 5, 4, 1] as const;

/** Value of a roman numeral of I to XXXIX in capitals; null for a text that is none in its proper form (IIII, VX). */
export function romanNumber(text: string): number | null {
  if (!/^[IVX]{1,6}$/.test(text)) return null;
  const digits = [...text].map((letter) => values.get(letter) ?? 0);
  const value = digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
  return value < 40 && romanOf(value) === text ? value : null;
}

function romanOf(value: number): string {
  let rest = value;
  let text = '';
  places.forEach((place, index) => {
    const step = placeValues[index] ?? 1;
    while (rest >= step) {
      text += place;
      rest -= step;
    }
  });
  return text;
}
