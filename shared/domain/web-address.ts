/** ASCII letters and signs, half or full width, and nothing else. */
const plainOrWide = /^[!-~！-～]+$/u;
const wideSign = /[Ａ-Ｚａ-ｚ０-９＠]/u;
const WIDE_OFFSET = 0xfee0;

/**
 * An address of mail or web as it is stored: as it was written. Only what is plain ASCII typed in full width (ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ)
 * becomes half width; a name in kana keeps its ー, a wave its 〜, and words beside an address stay words.
 */
export function narrowedAddress(text: string): string {
  if (!plainOrWide.test(text) || !wideSign.test(text)) return text;
  return text.replace(/[！-～]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - WIDE_OFFSET));
}
