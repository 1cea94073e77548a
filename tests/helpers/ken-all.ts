/** One line of Japan Post's list; the readings and flags say nothing here. */
export function kenAllLine(code: string, [prefecture, city, town]: readonly [string, string, string]): string {
  return `35201,"750  ","${code}","ﾔﾏｸﾞﾁｹﾝ","ｼﾓﾉｾｷｼ","ﾏﾁ","${prefecture}","${city}","${town}",0,0,1,0,0,0`;
}

/** A list of `codes` codes over `prefectures` prefectures, long enough to be the whole country's unless told otherwise. */
export function kenAll(codes = 101_050, prefectures = 47): string {
  const lines = Array.from({ length: codes }, (_, index) => {
    const place = index % prefectures;
    return kenAllLine(String(index).padStart(7, '0'), [`第${place}県`, `第${place}市`, `町${index}`]);
  });
  return `${lines.join('\r\n')}\r\n`;
}

/** The bytes of a text as Windows' Shift_JIS has them; every letter must be one of it. */
export function toShiftJis(text: string): Buffer {
  const letters = shiftJisLetters();
  return Buffer.concat(Array.from(text, (letter) => letters.get(letter) ?? missing(letter)));
}

function missing(letter: string): never {
  throw new Error(`no such letter in Shift_JIS: ${letter}`);
}

let known: ReadonlyMap<string, Buffer> | undefined;

function shiftJisLetters(): ReadonlyMap<string, Buffer> {
  if (known !== undefined) return known;
  const decoder = new TextDecoder('shift_jis');
  const letters = new Map<string, Buffer>();
  const note = (...bytes: readonly number[]): void => {
    const buffer = Buffer.from(bytes);
    const letter = decoder.decode(buffer);
    if (Array.from(letter).length === 1 && letter !== '\ufffd' && !letters.has(letter)) letters.set(letter, buffer);
  };
  for (let byte = 0; byte < 256; byte += 1) note(byte);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) note(lead, trail);
  }
  known = letters;
  return letters;
}
