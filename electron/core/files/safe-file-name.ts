const MAX_UNITS = 200;
/** Linux and USB file systems count bytes, and a kanji has three. */
const MAX_BYTES = 240;
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '”',
  '/': '／',
  '\\': '￥',
  '|': '｜',
  '?': '？',
  '*': '＊',
};
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))/i;

function shortened(stem: string, extension: string): string {
  const characters = Array.from(stem);
  while (characters.length > 0) {
    const name = characters.join('') + extension;
    if (name.length <= MAX_UNITS && Buffer.byteLength(name) <= MAX_BYTES) break;
    characters.pop();
  }
  return characters.join('');
}

/**
 * A file name that Windows, macOS and Linux accept, proposed for an export: forbidden characters become full-width
 * look-alikes. `extension` is '' or starts with a dot, and is kept whole.
 */
export function safeFileName(name: string, extension = ''): string {
  const readable = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[<>:"/\\|?*]/g, (character) => REPLACEMENTS[character] ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]+/gu, ' ')
    .trim();
  const stem = shortened(readable, extension).replace(/[. ]+$/, '');
  if (stem === '' || /^\.+$/.test(stem)) return `無題${extension}`;
  return RESERVED.test(stem) ? `＿${stem}${extension}` : stem + extension;
}
