const MAX_LENGTH = 31;
/** Full-width look-alikes, so that 「実施状況[R7]」 is still readable as such. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  ':': '：',
  '\\': '￥',
  '/': '／',
  '?': '？',
  '*': '＊',
  '[': '［',
  ']': '］',
};

function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length)
        .toWellFormed()
        .replace(/\ufffd$/, '');
}

/** A name that Excel accepts for a sheet: at most 31 UTF-16 units, no forbidden or control characters, never empty. */
export function safeSheetName(name: string): string {
  const readable = name
    .toWellFormed()
    .replace(/[:\\/?*[\]]/g, (character) => REPLACEMENTS[character] ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]+/g, ' ')
    .replace(/^['\s]+/, '');
  const short = cut(readable, MAX_LENGTH).replace(/['\s]+$/, '');
  if (short === '') return 'シート';
  // Excel keeps this name for its own change tracking.
  return short.toLowerCase() === 'history' ? `${short}_` : short;
}

/** Names for the sheets of one book, by position: each safe, and no two equal for Excel, which ignores case. */
export function safeSheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = safeSheetName(name);
    let candidate = base;
    for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) {
      const suffix = `(${number})`;
      candidate = cut(base, MAX_LENGTH - suffix.length) + suffix;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
