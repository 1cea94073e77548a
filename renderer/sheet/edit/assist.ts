import type { SheetChoice, SheetColumn, SheetEditor } from '#renderer/sheet/types.ts';
import { shortened } from '#shared/domain/shortened.ts';
import { sheetEditText } from '#shared/messages/ui/sheet-edit.ts';
import { fitsLabel, fittingChoices, meantChoice, typedKey } from './choice-match.ts';
import { completeMany, type ManyText, readMany } from './many-text.ts';

/** One line of the list below the cell. */
export type AssistItem = {
  /** What the cell's text becomes when the item is picked or toggled. */
  readonly text: string;
  readonly label: string;
  /** Only in lists of several values. */
  readonly checked?: boolean;
  /** Small words at the end of the line: the number that names it, its place among the chosen. */
  readonly note?: string;
};

export type AssistHint = { readonly tone: 'plain' | 'good' | 'bad'; readonly text: string };

/** What is shown below the cell while it is edited. */
export type Assist = { readonly items: readonly AssistItem[]; readonly hint: AssistHint | null };

type Read = SheetColumn<never>['read'];

const longestHint = 80;

function choiceItem(choice: SheetChoice): AssistItem {
  const note = choice.keys[0];
  const label = choice.label === '' ? choice.text : choice.label;
  return note === undefined ? { text: choice.text, label } : { text: choice.text, label, note };
}

function choiceAssist(choices: readonly SheetChoice[], typed: string, opened: boolean): Assist {
  const found = fittingChoices(choices, typed);
  const isOwn = choices.some((choice) => choice.text === typed);
  const fitting = opened && (isOwn || found.length === 0) ? choices : found;
  const hint: AssistHint | null = fitting.length === 0 ? { tone: 'bad', text: sheetEditText.noneFits } : null;
  return { items: fitting.map(choiceItem), hint };
}

function manyItem(label: string, { labels }: ManyText, number: number): AssistItem {
  const place = labels.indexOf(label);
  const checked = place !== -1;
  const next = checked ? labels.filter((other) => other !== label) : [...labels, label];
  const note = checked ? sheetEditText.manyOrder(place + 1) : number === 0 ? '' : String(number);
  // The line end lets the next label be typed at once; commitText takes it away.
  return { text: `${next.join('\n')}\n`, label, checked, note };
}

/** Labels of the list, and those of the cell that the list does not know, so that they can be taken away. */
function manyAssist(labels: readonly string[], typed: string): Assist {
  const now = readMany(labels, typed);
  const wanted = typedKey(now.open);
  const strange = now.labels.filter((label) => !labels.includes(label));
  const items = [...labels, ...strange]
    .map((label, index) => manyItem(label, now, index < labels.length ? index + 1 : 0))
    .filter(({ label }) => wanted === '' || fitsLabel(label, wanted));
  return { items, hint: manyHint(labels, { typed, now, fits: items.length > 0 }) };
}

function manyHint(
  labels: readonly string[],
  { typed, now, fits }: { readonly typed: string; readonly now: ManyText; readonly fits: boolean },
): AssistHint {
  if (!fits) return { tone: 'bad', text: sheetEditText.noneFitsMany };
  const kept = completeMany(labels, typed);
  const closed = [...now.labels, ...(now.open === '' ? [] : [now.open])].join('\n');
  // Only a beginning that Enter completes needs saying; the ticks show the rest.
  if (kept !== closed) return { tone: 'good', text: hintLine(sheetEditText.becomes(kept.replaceAll('\n', ' / '))) };
  return { tone: 'plain', text: sheetEditText.manyKeys };
}

function hintLine(text: string): string {
  return shortened(text.replace(/\s+/gu, ' '), longestHint);
}

/** The line of the list that Enter takes: the one the user went to, or the only one that fits what is typed; -1 = none. */
export function takenPlace(editor: SheetEditor, typed: string, { items, listPlace }: Taking): number {
  if (listPlace >= 0 || editor.kind !== 'choice') return listPlace;
  const meant = meantChoice(editor.choices, typed);
  return meant === undefined ? -1 : items.findIndex(({ text }) => text === meant.text);
}

type Taking = { readonly items: readonly AssistItem[]; readonly listPlace: number };

/** What the ledger will make of the text; nothing when that is the text itself. */
function readingHint(read: Read, typed: string): AssistHint | null {
  if (read === undefined || typed.trim() === '') return null;
  const reading = read(typed);
  if (!reading.ok) return { tone: 'bad', text: reading.reason };
  if (reading.shown === '' || reading.shown === typed.trim()) return null;
  return { tone: 'good', text: hintLine(reading.shown) };
}

/**
 * Values that fit what is typed, and what the typed text means. `opened`: the list was opened or the edit began with the cell's
 * own value (F2, double click), so that all choices are shown until something that fits is typed.
 */
export function assistFor(
  editor: SheetEditor,
  read: Read,
  { typed, opened }: { readonly typed: string; readonly opened: boolean },
): Assist {
  switch (editor.kind) {
    case 'choice': {
      const assist = choiceAssist(editor.choices, typed, opened);
      const reading = readingHint(read, typed);
      // Several fit and none is marked: Enter leaves the text to the ledger, so what that makes of it is told.
      const isOpen = assist.items.length > 1 && !opened && meantChoice(editor.choices, typed) === undefined;
      if (isOpen && reading?.tone === 'good') return { ...assist, hint: reading };
      // A text outside the list that the ledger reads all the same (⦿ for ◎) is no mistake.
      return assist.items.length === 0 && reading?.tone === 'good' ? { ...assist, hint: reading } : assist;
    }
    case 'many':
      return manyAssist(editor.labels, typed);
    case 'text':
    case 'long-text':
      return { items: [], hint: readingHint(read, typed) };
  }
}

/**
 * What Enter or Tab commits: the item the user went to by arrow key (`activeItem`, null when none), the choice that is named
 * exactly or is the only one that fits, the labels that are named, else the text as it was typed. Nothing is changed that was not shown.
 */
export function commitText(editor: SheetEditor, typed: string, activeItem: AssistItem | null): string {
  if (editor.kind === 'choice') {
    if (activeItem !== null) return activeItem.text;
    return typed.trim() === '' ? '' : (meantChoice(editor.choices, typed)?.text ?? typed);
  }
  if (editor.kind === 'many') {
    // Going to a label and Enter takes it. After a tick (its text ends the line) and on a ticked label, Enter only ends the edit.
    const isTaken = activeItem !== null && activeItem.checked === false && !typed.endsWith('\n');
    return completeMany(editor.labels, isTaken ? activeItem.text : typed);
  }
  return typed;
}
