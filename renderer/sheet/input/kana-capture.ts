import { toKatakana } from '#shared/domain/kana.ts';

/** A piece of the text typed so far and how it is read; null = unknown. Typed kana, Latin letters and digits read as themselves. */
type Piece = { readonly text: string; readonly reading: string | null };

/**
 * Listens to the events of a text field and knows how its text is read (フリガナ): what was in kana before it was converted.
 */
export type KanaCapture = {
  /** An edit begins with this text; only of an empty beginning the reading can be known. */
  begin(text: string): void;
  /** `selected`: the text that the composition replaces (the event's own data), for conversion again and for typing over. */
  compositionStart(selected?: string): void;
  compositionUpdate(data: string): void;
  compositionEnd(data: string): void;
  /** The whole text after any change of the field, also during a composition. */
  input(text: string, inputType?: string): void;
  /** Katakana of the whole text, '' when it is not known. */
  reading(): string;
};

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}ー\u3099\u309A\uFF9E\uFF9F]/u;
const ideograph = /[\p{Script=Han}々〆ヶ]/gu;
const openRomaji = /[a-zａ-ｚ]{1,4}$/iu;

/** Letters that read as themselves: no ideographs, and no signs that an IME makes of words (㈱, ①, ☎). */
const readsAsItself =
  /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Nd}\p{P}\p{Z}ー\u3099\u309A\n~+=|^$]*$/u;

function ownReading(text: string): string | null {
  return readsAsItself.test(text) ? text : null;
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

function isOwn(piece: Piece): boolean {
  return piece.reading === piece.text;
}

/** Pieces up to and from a place of their text; a converted piece that is cut has no known reading any more. */
function cut(pieces: readonly Piece[], at: number): readonly [readonly Piece[], readonly Piece[]] {
  let start = 0;
  for (const [index, piece] of pieces.entries()) {
    const end = start + piece.text.length;
    if (at <= start) return [pieces.slice(0, index), pieces.slice(index)];
    if (at < end) {
      const part = (text: string): Piece => ({ text, reading: isOwn(piece) ? text : null });
      const halves = [part(piece.text.slice(0, at - start)), part(piece.text.slice(at - start))] as const;
      return [
        [...pieces.slice(0, index), halves[0]],
        [halves[1], ...pieces.slice(index + 1)],
      ];
    }
    start = end;
  }
  return [pieces, []];
}

/** Own pieces side by side are one: a text of 100,000 typed letters is one piece. */
function append(pieces: readonly Piece[], added: readonly Piece[]): readonly Piece[] {
  const result = [...pieces];
  for (const piece of added) {
    const last = result.at(-1);
    if (last !== undefined && isOwn(last) && isOwn(piece))
      result[result.length - 1] = { text: last.text + piece.text, reading: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

/** Reading that a conversion hands on. A lone n is ん; of another consonant the vowel was never seen. */
function handedOn(pieces: readonly Piece[]): string | null {
  if (pieces.length === 0 || pieces.some((piece) => piece.reading === null)) return null;
  const read = pieces.map((piece) => piece.reading ?? '').join('');
  const [romaji = ''] = openRomaji.exec(read) ?? [];
  if (romaji === '' || !kana.test(read)) return read;
  return /^[nｎ]$/iu.test(romaji) ? `${read.slice(0, -1)}ん` : null;
}

/** Every ideograph is read with at least one kana; less means that an IME has guessed the rest of the word. */
function isLongEnough(reading: string, text: string): boolean {
  return reading.length >= (text.match(ideograph)?.length ?? 0);
}

/** Widens a changed stretch to whole converted pieces: 松永 that becomes 松長 is read as before as a whole. */
function wholePieces(pieces: readonly Piece[], from: number, to: number): readonly [number, number] {
  let [start, wideFrom, wideTo] = [0, from, to];
  for (const piece of pieces) {
    const end = start + piece.text.length;
    if (!isOwn(piece)) {
      if (start < from && from < end) wideFrom = start;
      if (start < to && to < end) wideTo = end;
    }
    start = end;
  }
  return [wideFrom, wideTo];
}

/** Letters or digits in place of kana (NPO for えぬぴーおー) were converted, not typed. */
function replacesKana(made: string, replaced: string): boolean {
  return !kana.test(made) && /[\p{L}\p{Nd}]/u.test(made) && kana.test(replaced);
}

/** The composition after an update: what stayed keeps its reading, new kana read as themselves, converted text takes over. */
function composed(before: readonly Piece[], data: string): readonly Piece[] {
  const text = joined(before);
  const start = commonStart(text, data);
  const end = commonEnd(text, data, Math.min(text.length, data.length) - start);
  const fresh = data.slice(start, data.length - end);
  const own = replacesKana(fresh, text.slice(start, text.length - end)) ? null : ownReading(fresh);
  const [from, to] = own === null ? wholePieces(before, start, text.length - end) : [start, text.length - end];
  const [head, rest] = cut(before, from);
  const [middle, tail] = cut(rest, to - from);
  const made = data.slice(from, data.length - (text.length - to));
  return append(
    [...head],
    [...(made === '' ? [] : [{ text: made, reading: own ?? converted(middle, made) }]), ...tail],
  );
}

function converted(from: readonly Piece[], made: string): string | null {
  const reading = handedOn(from);
  return reading !== null && isLongEnough(reading, made) ? reading : null;
}

function fullWidthKana(text: string): string {
  return text.replace(/[\uFF66-\uFF9F]+/gu, (half) => half.normalize('NFKC'));
}

type State = {
  /** The text outside the running composition. */
  settled: readonly Piece[];
  composition: readonly Piece[] | null;
  /** Changed elsewhere than at its end, or begun with a text: unknown until the field is empty. */
  lost: boolean;
};

function begun(text: string): State {
  const settled = text === '' ? [] : [{ text, reading: null }];
  return { settled, composition: null, lost: text !== '' };
}

/** Takes the pieces of a text that stands at the end; a text that stands elsewhere is lost. */
function takeEnd(state: State, text: string): readonly Piece[] {
  const whole = joined(state.settled);
  if (text === '') return [];
  if (!whole.endsWith(text)) {
    state.lost = true;
    return [{ text, reading: null }];
  }
  const [rest, taken] = cut(state.settled, whole.length - text.length);
  state.settled = rest;
  return taken;
}

function startComposition(state: State, selected: string): void {
  state.composition = takeEnd(state, selected);
  if (state.settled.length === 0) state.lost = false;
}

/** Converted text out of nowhere is the text before the caret, converted again. */
function beginningOf(state: State, data: string): readonly Piece[] {
  const isAgain = data !== '' && ownReading(data) === null && joined(state.settled).endsWith(data);
  return isAgain ? takeEnd(state, data) : [];
}

function updateComposition(state: State, data: string): void {
  const former = state.composition ?? [];
  state.composition = composed(former.length === 0 ? beginningOf(state, data) : former, data);
}

function endComposition(state: State, data: string): void {
  // The end alone tells what is kept: a part that is confirmed first, or nothing after Esc.
  if (data !== joined(state.composition ?? [])) updateComposition(state, data);
  state.settled = append(state.settled, state.composition ?? []);
  state.composition = null;
}

/** The text as the field shows it during a composition: one that is not at the end cannot be followed. */
function checkComposition(state: State, text: string): void {
  const running = joined(state.composition ?? []);
  if (text === joined(state.settled) + running) return;
  state.lost = text !== running;
  if (!state.lost) state.settled = [];
}

/** What one key types reads as itself; a pasted text may be anything. */
function addedPiece(text: string, inputType: string): Piece {
  const isTyped = inputType === 'insertText' || inputType === 'insertLineBreak' || inputType === '';
  return { text, reading: isTyped && Array.from(text).length === 1 ? ownReading(text) : null };
}

function changeText(state: State, text: string, inputType: string): void {
  const former = joined(state.settled);
  if (text === former) return;
  const start = commonStart(former, text);
  const isAtEnd = start === text.length || start === former.length;
  if (!isAtEnd && commonEnd(former, text, Math.min(former.length, text.length) - start) > 0) state.lost = true;
  const [kept] = cut(state.settled, start);
  state.settled = append(kept, start === text.length ? [] : [addedPiece(text.slice(start), inputType)]);
  if (text === '') state.lost = false;
}

function readingOf({ settled, composition, lost }: State): string {
  const pieces = [...settled, ...(composition ?? [])];
  if (lost || pieces.some((piece) => piece.reading === null)) return '';
  // A consonant that waits for its vowel is no kana yet.
  const open = composition === null ? '' : (composition.at(-1)?.reading ?? '');
  const romaji = openRomaji.exec(open)?.[0] ?? '';
  const whole = pieces.map((piece) => piece.reading ?? '').join('');
  return toKatakana(fullWidthKana(whole.slice(0, whole.length - romaji.length)));
}

export function createKanaCapture(): KanaCapture {
  let state = begun('');
  return {
    begin: (text) => {
      state = begun(text);
    },
    compositionStart: (selected = '') => startComposition(state, selected),
    compositionUpdate: (data) => updateComposition(state, data),
    compositionEnd: (data) => endComposition(state, data),
    input: (text, inputType = '') => {
      if (state.composition === null) changeText(state, text, inputType);
      else checkComposition(state, text);
    },
    reading: () => readingOf(state),
  };
}
