import { searchKey } from '#shared/domain/search-key.ts';
import { fitsLabel, typedKey } from './choice-match.ts';

/** What stands in a cell of several labels: the labels so far, and what is being typed behind the last separator. */
export type ManyText = { readonly labels: readonly string[]; readonly open: string };

const separators = /[、,，・･;；/／|｜\n]/u;
/** More is no list of labels any more; it goes to the ledger as it is. */
const longestTyped = 5000;
/** Most parts that one label falls into at separators of its own (保健、医療又は福祉の増進 has two). */
const mostParts = 6;

function plain(text: string): string {
  return searchKey(text).replace(/[,・/;|]/gu, '');
}

type Known = { readonly labels: readonly string[]; readonly byKey: ReadonlyMap<string, string> };

function knownLabels(labels: readonly string[]): Known {
  return { labels, byKey: new Map(labels.map((label) => [plain(label), label])) };
}

/** 1 3 5: numbers of the list, parted by spaces alone. */
function numbersOf({ labels }: Known, word: string): readonly string[] | null {
  const numbers = word.normalize('NFKC').trim().split(/\s+/u);
  const named = numbers.map((number) => (/^\d{1,3}$/u.test(number) ? labels[Number(number) - 1] : undefined));
  return named.every((label) => label !== undefined) ? named : null;
}

/** The one label that begins so, or the only one that fits and so is the only one shown; two or none are no answer. */
function completed({ labels }: Known, word: string): string | undefined {
  const key = plain(word);
  const beginning = Array.from(key).length < 2 ? [] : labels.filter((label) => plain(label).startsWith(key));
  if (beginning.length === 1) return beginning[0];
  const wanted = typedKey(word);
  const fitting = wanted === '' ? [] : labels.filter((label) => fitsLabel(label, wanted));
  return fitting.length === 1 ? fitting[0] : undefined;
}

type Piece = { readonly texts: readonly string[]; readonly taken: number; readonly known: boolean };

function pieceAt(known: Known, parts: readonly string[], index: number): Piece {
  for (let taken = Math.min(mostParts, parts.length - index); taken > 0; taken -= 1) {
    const label = known.byKey.get(plain(parts.slice(index, index + taken).join('')));
    if (label !== undefined) return { texts: [label], taken, known: true };
  }
  const word = (parts[index] ?? '').trim();
  const numbers = word === '' ? null : numbersOf(known, word);
  return numbers === null
    ? { texts: word === '' ? [] : [word], taken: 1, known: false }
    : { texts: numbers, taken: 1, known: true };
}

function piecesOf(known: Known, typed: string): readonly Piece[] {
  const parts = typed.split(separators);
  const pieces: Piece[] = [];
  for (let index = 0; index < parts.length; ) {
    const piece = pieceAt(known, parts, index);
    pieces.push(piece);
    index += piece.taken;
  }
  return pieces;
}

/** Reads a cell's text while it is typed. A text behind the last separator that names no label yet is `open`. */
export function readMany(labels: readonly string[], typed: string): ManyText {
  if (typed.length > longestTyped) return { labels: [], open: typed };
  const pieces = piecesOf(knownLabels(labels), typed);
  const last = pieces.at(-1);
  const isOpen = last !== undefined && !last.known;
  const done = isOpen ? pieces.slice(0, -1) : pieces;
  return {
    labels: [...new Set(done.flatMap((piece) => piece.texts))],
    open: isOpen ? (last.texts[0] ?? '') : '',
  };
}

/**
 * The text of a cell as it is kept: one label a line, each once. Numbers and clear beginnings (まち) become their label;
 * a word that the list does not know stays as it was typed.
 */
export function completeMany(labels: readonly string[], typed: string): string {
  if (typed.length > longestTyped) return typed;
  const known = knownLabels(labels);
  const texts = piecesOf(known, typed).flatMap((piece) =>
    piece.known ? piece.texts : piece.texts.map((text) => completed(known, text) ?? text),
  );
  return [...new Set(texts)].join('\n');
}
