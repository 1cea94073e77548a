import type { SheetChoice } from './types.ts';

/** Width, case and surrounding blanks do not matter when choosing by keyboard. */
function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** The choice that the typed text names exactly: its text, its label, or one of its keys. */
export function exactChoice(choices: readonly SheetChoice[], typed: string): SheetChoice | undefined {
  const wanted = plain(typed);
  return choices.find((choice) => [choice.text, choice.label, ...choice.keys].some((name) => plain(name) === wanted));
}

/** Choices that fit what is typed so far: an exact one first, then those containing it. Nothing typed: all. */
export function fittingChoices(choices: readonly SheetChoice[], typed: string): readonly SheetChoice[] {
  const wanted = plain(typed);
  if (wanted === '') return choices;
  const exact = exactChoice(choices, typed);
  const others = choices.filter((choice) => choice !== exact && plain(choice.label).includes(wanted));
  return exact === undefined ? others : [exact, ...others];
}

/** What is stored for a typed text: the choice it names, else the text itself (the ledger then says what is wrong with it). */
export function chosenText(choices: readonly SheetChoice[], typed: string): string {
  return exactChoice(choices, typed)?.text ?? typed.trim();
}
