/**
 * Unicode normalization that stays linear on hostile text.
 * The engine reorders a run of combining marks in quadratic time (100,000 marks take 15 s), so a run is cut at the
 * length the Unicode Stream-Safe format allows; no real word comes near it.
 */
const MAX_MARK_RUN = 30;
const longMarkRun = /[\p{M}\uFF9E\uFF9F]{31,}/gu;
const notCompatibilityIdeographs = /[^\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu;

function cutMarkRuns(text: string): string {
  if (text.length <= MAX_MARK_RUN) return text;
  return text.replace(longMarkRun, (run) => run.slice(0, MAX_MARK_RUN));
}

/**
 * NFC for text that is stored: decomposed kana (Mac) become one character, but 神 or 福 of a person's name
 * (compatibility ideographs, which plain NFC replaces) stay as they were typed.
 */
export function composeText(text: string): string {
  const cut = cutMarkRuns(text);
  // Nearly all text is composed already, and an import asks for every cell.
  if (cut.normalize('NFC') === cut) return cut;
  return cut.replace(notCompatibilityIdeographs, (part) => part.normalize('NFC'));
}

/** NFKC for text that is only compared or parsed: full width becomes half width, Ⅲ becomes III, ㈱ becomes (株). */
export function foldCompatibility(text: string): string {
  return cutMarkRuns(text).normalize('NFKC');
}
