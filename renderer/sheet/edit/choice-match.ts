import { searchKey } from '#shared/domain/search-key.ts';
import type { SheetChoice } from '#renderer/sheet/types.ts';
import { readingOf } from './label-reading.ts';

/** A longer text names no choice; comparing it would only take time. */
const longestTyped = 200;

/** What is compared: width, case, spaces and the kind of kana do not matter. A half-typed kana (じっs) counts as far as it is done. */
export function typedKey(typed: string): string {
  if (typed.length > longestTyped) return '\0';
  const key = searchKey(typed);
  return key.replace(/(?<=[ぁ-ゖ])[a-z]{1,3}$/u, '');
}

/** The choice that the typed text names exactly. Its text comes first: a mark may be another mark's number. */
export function exactChoice(choices: readonly SheetChoice[], typed: string): SheetChoice | undefined {
  const wanted = searchKey(typed.slice(0, longestTyped + 1));
  if (typed.length > longestTyped) return undefined;
  return (
    choices.find((choice) => choice.text === typed) ??
    choices.find((choice) => searchKey(choice.text) === wanted) ??
    choices.find((choice) => [choice.label, ...choice.keys].some((name) => name !== '' && searchKey(name) === wanted))
  );
}

const smallKana = 'ぁぃぅぇぉっゃゅょゎ';
const largeKana = 'あいうえおつやゆよわ';

/** しよう for しょう: small kana are easily typed as large ones, and the other way round. */
function kanaKey(key: string): string {
  return key.replace(/[ぁぃぅぇぉっゃゅょゎ]/gu, (kana) => largeKana[smallKana.indexOf(kana)] ?? kana);
}

/** True when the text begins like a label, like a word within it, or like its reading. */
export function fitsLabel(label: string, wanted: string): boolean {
  const kana = kanaKey(wanted);
  return (
    searchKey(label).includes(wanted) ||
    kanaKey(searchKey(label)).includes(kana) ||
    kanaKey(searchKey(readingOf(label))).startsWith(kana)
  );
}

/** The meaning behind the glyph: 実施済 of ◎ 実施済. A label that is the text itself stays. */
function meaning({ text, label }: SheetChoice): string {
  return label.startsWith(text) && label !== text ? label.slice(text.length).trim() : label;
}

function fitsChoice(choice: SheetChoice, wanted: string): boolean {
  return fitsLabel(meaning(choice), wanted) || choice.keys.some((key) => key !== '' && fitsLabel(key, wanted));
}

/** The choice that a text stands for: the one it names, or the only one that fits and so is the only one shown. */
export function meantChoice(choices: readonly SheetChoice[], typed: string): SheetChoice | undefined {
  if (typed.trim() === '') return undefined;
  const exact = exactChoice(choices, typed);
  if (exact !== undefined) return exact;
  const [first, ...others] = fittingChoices(choices, typed);
  return others.length === 0 ? first : undefined;
}

/** Choices that fit what is typed so far: an exact one first. Nothing typed: all. */
export function fittingChoices(choices: readonly SheetChoice[], typed: string): readonly SheetChoice[] {
  if (typed.trim() === '') return choices;
  const wanted = typedKey(typed);
  const exact = exactChoice(choices, typed);
  const others = choices.filter((choice) => choice !== exact && wanted !== '' && fitsChoice(choice, wanted));
  return exact === undefined ? others : [exact, ...others];
}
