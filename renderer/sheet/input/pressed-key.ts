type Key = { readonly key: string; readonly code: string; readonly shiftKey: boolean };

/** Signs by their place on a Japanese keyboard: without and with Shift. */
const signs: Readonly<Record<string, readonly [plain: string, shifted: string] | undefined>> = {
  Semicolon: [';', '+'],
  Quote: [':', '*'],
  Minus: ['-', '='],
  Digit2: ['2', '"'],
  Digit7: ['7', "'"],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  Space: [' ', ' '],
};

/**
 * The pressed key in lower case: 'a', ';', 'arrowdown', 'f2', ' '. What it writes counts, so that every keyboard layout works;
 * its place only when it writes no plain character (kana input, 'Unidentified', 'Dead').
 */
export function pressedKey({ key, code, shiftKey }: Key): string {
  const written = key.normalize('NFKC');
  if (/^[ -~]$/.test(written)) return written.toLowerCase();
  const isNamed = key.length > 1 && key !== 'Unidentified' && key !== 'Dead';
  return isNamed ? key.toLowerCase() : keyOfPlace(code, shiftKey);
}

function keyOfPlace(code: string, shift: boolean): string {
  const sign = signs[code]?.[shift ? 1 : 0];
  if (sign !== undefined) return sign;
  const name = /^(?:Key|Digit|Numpad)(.+)$/.exec(code)?.[1] ?? code;
  return name.toLowerCase();
}
