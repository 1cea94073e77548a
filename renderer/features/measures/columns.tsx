import type { CellReading, SheetChoice, SheetColumn } from '#renderer/sheet/types.ts';
import { MarkGlyph } from '#renderer/ui/mark-glyph.tsx';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import type { MeasureRow } from '#shared/contract/measures.ts';
import { shortFiscalYear } from '#shared/domain/fiscal-year.ts';
import { markOf } from '#shared/domain/mark-glyphs.ts';
import { readMark } from '#shared/domain/marks.ts';
import { measureReasons } from '#shared/messages/measures.ts';
import { measuresText } from '#shared/messages/ui/measures.ts';
import { markText } from './visible-rows.ts';

type List = CallOutput<'measures.list'>;
type MarkChoice = List['marks'][number];

/** A longer text names no mark. */
const longestMark = 200;

export type ColumnOptions = {
  readonly list: List;
  readonly editable: boolean;
  readonly former: ReadonlyMap<string, string> | null;
};

/** Spellings of a glyph that the ledger takes for it (〇 for ○), the glyph itself apart. */
function spellings({ glyph, label }: MarkChoice): readonly string[] {
  return markOf(glyph, label).variants.filter((variant) => variant !== glyph);
}

function choicesOf(marks: readonly MarkChoice[], withGlyph: boolean): readonly SheetChoice[] {
  return [
    ...marks.map((mark, index) => ({
      text: mark.glyph,
      label: withGlyph ? `${mark.glyph} ${mark.label}` : mark.label,
      keys: [String(index + 1), mark.label, ...spellings(mark)],
    })),
    { text: '-', label: measuresText.notApplicable, keys: [] },
    { text: '', label: measuresText.blank, keys: [] },
  ];
}

/** Reads a typed mark as the ledger does: its glyph in any spelling, its meaning, its number. */
function markReader(marks: readonly MarkChoice[]): (text: string) => CellReading {
  const known = marks.map(({ glyph, label }) => markOf(glyph, label));
  const refusal = marks.length === 0 ? measureReasons.noMarks : measureReasons.mark(marks.map((mark) => mark.glyph));
  const shown = (mark: MarkChoice | undefined): CellReading =>
    mark === undefined ? { ok: false, reason: refusal } : { ok: true, shown: listedMark(marks, mark.glyph) };
  return (text) => {
    if (text.length > longestMark) return { ok: false, reason: refusal };
    const read = readMark(text, known);
    if (read.state === 'blank') return { ok: true, shown: '' };
    if (read.state === 'not-applicable') return { ok: true, shown: measuresText.notApplicable };
    if (read.state === 'mark' && read.rest === undefined) return shown(marks.find(({ glyph }) => glyph === read.glyph));
    return shown(marks[Number(/^[1-9]$/u.exec(text.normalize('NFKC').trim())?.[0] ?? 0) - 1]);
  };
}

/** ◎ 実施済 for ◎; a word that is its own glyph stays alone, a text that is no mark as it is. */
function listedMark(marks: readonly MarkChoice[], text: string): string {
  const mark = marks.find(({ glyph }) => glyph === text);
  if (mark === undefined) return text === '-' ? measuresText.notApplicable : text;
  return mark.glyph === mark.label ? mark.label : `${mark.glyph} ${mark.label}`;
}

/** NO as a number, for sorting out a range; '12-1' and 'ア' are none. */
function numberOf(row: MeasureRow): number | null {
  const digits = /^\s*(\d{1,9})\s*$/u.exec(row.numberRaw.normalize('NFKC'))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** 完了 is good news, 廃止 wants a look, anything else goes on. */
function dispositionTone(text: string): TagTone {
  if (text === '完了') return 'good';
  if (text === '廃止') return 'bad';
  return text === '-' ? 'quiet' : 'info';
}

function originStatus(list: List, row: MeasureRow): string {
  const origin = list.rows.find((other) => other.kind === 'measure' && other.nodeId === row.nodeId);
  return origin === undefined
    ? ''
    : [markText(origin), origin.disposition.text].filter((text) => text !== '').join(' ');
}

function noteText(list: List, row: MeasureRow): string {
  if (row.kind !== 'repost') return row.note ?? '';
  return measuresText.repostOf(row.originPath, row.numberRaw, originStatus(list, row));
}

function nameText(row: MeasureRow): string {
  return row.kind === 'repost' ? `${row.name}${row.repostLabel}` : row.name;
}

function readName(text: string): CellReading {
  return text.trim() === '' ? { ok: false, reason: measureReasons.nameMissing } : { ok: true, shown: '' };
}

function isOwn(row: MeasureRow): boolean {
  return row.kind === 'measure';
}

function markColumn({ list, editable }: ColumnOptions): SheetColumn<MeasureRow> {
  const labels = new Map(list.marks.map((mark) => [mark.glyph, mark.label]));
  return {
    id: 'mark',
    title: list.fiscalYear === null ? measuresText.noYear : shortFiscalYear(list.fiscalYear),
    width: 64,
    align: 'center',
    text: (row) => (row.kind === 'repost' ? '-' : markText(row)),
    filter: 'choice',
    valueShown: (value) => listedMark(list.marks, value),
    read: markReader(list.marks),
    render: (row) => {
      const text = row.kind === 'repost' ? '-' : markText(row);
      const label = labels.get(text);
      return <MarkGlyph text={text} {...(label === undefined ? {} : { label })} />;
    },
    cellClass: (row) => (row.mark.state === 'unknown' ? 'cell-unknown' : ''),
    tooltip: (row) => (row.mark.state === 'unknown' ? measuresText.unknownMark : (labels.get(markText(row)) ?? '')),
    editable: isOwn,
    ...(editable ? { editor: { kind: 'choice' as const, choices: choicesOf(list.marks, true) } } : {}),
  };
}

function formerColumn({ list, former }: ColumnOptions): readonly SheetColumn<MeasureRow>[] {
  if (former === null || list.fiscalYear === null) return [];
  const text = (row: MeasureRow) => (row.kind === 'repost' ? '-' : (former.get(row.nodeId) ?? ''));
  return [
    {
      id: 'former',
      title: shortFiscalYear(list.fiscalYear - 1),
      width: 58,
      align: 'center',
      text,
      filter: 'choice',
      valueShown: (value) => listedMark(list.marks, value),
      render: (row) => <MarkGlyph text={text(row)} />,
    },
  ];
}

function dispositionColumn({ list, editable }: ColumnOptions): SheetColumn<MeasureRow> {
  const text = (row: MeasureRow) =>
    row.kind === 'repost' ? '-' : row.disposition.state === 'blank' ? '' : row.disposition.text;
  return {
    id: 'disposition',
    title: measuresText.disposition,
    width: 76,
    align: 'center',
    text,
    filter: 'choice',
    valueShown: (value) => listedMark(list.dispositions, value),
    read: markReader(list.dispositions),
    render: (row) => (text(row) === '' ? null : <Tag tone={dispositionTone(text(row))}>{text(row)}</Tag>),
    cellClass: (row) => (row.disposition.state === 'unknown' ? 'cell-unknown' : ''),
    editable: isOwn,
    ...(editable ? { editor: { kind: 'choice' as const, choices: choicesOf(list.dispositions, false) } } : {}),
  };
}

function noteColumn({ list, editable }: ColumnOptions): SheetColumn<MeasureRow> {
  return {
    id: 'note',
    title: measuresText.note,
    width: 240,
    flex: 1,
    text: (row) => noteText(list, row),
    filter: 'text',
    render: (row) =>
      row.noteSharedBy.length === 0 || row.kind === 'repost' ? (
        noteText(list, row).replaceAll('\n', ' ')
      ) : (
        <span className="shared-note">
          <span>{row.note}</span>
          <Tag tone="info">{measuresText.shared(row.noteSharedBy)}</Tag>
        </span>
      ),
    cellClass: (row) => (row.noteSharedBy.length > 0 && row.kind === 'measure' ? 'note-shared' : ''),
    tooltip: (row) => (row.kind === 'repost' ? measuresText.repostHint : (row.note ?? '')),
    mergeKey: (row) => (row.kind === 'measure' && row.noteSharedBy.length > 0 ? row.noteSharedBy.join('\n') : ''),
    editable: isOwn,
    ...(editable ? { editor: { kind: 'long-text' as const } } : {}),
  };
}

/** NO, item, last year's and this year's mark, what becomes of it, and the note. */
export function measureColumns(options: ColumnOptions): readonly SheetColumn<MeasureRow>[] {
  const text = options.editable ? { editor: { kind: 'text' as const } } : {};
  return [
    {
      id: 'numberRaw',
      title: measuresText.number,
      width: 50,
      align: 'right',
      text: (row) => row.numberRaw,
      filter: 'number',
      number: numberOf,
      editable: isOwn,
      ...text,
    },
    {
      id: 'name',
      title: measuresText.name,
      width: 290,
      text: nameText,
      filter: 'text',
      read: readName,
      tooltip: nameText,
      editable: isOwn,
      ...text,
    },
    ...formerColumn(options),
    markColumn(options),
    dispositionColumn(options),
    noteColumn(options),
  ];
}
