import { formatCount } from '#renderer/ui/format.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { SheetBatch } from '../types.ts';
import type { NewValues } from './state.ts';
import type { SheetCore } from './sheet-core.ts';

const mostListed = 12;

/** Values that a batch would add to the lists of its columns; null at once when none of them has a list that grows. */
export function newValuesIn<Row>(
  core: SheetCore<Row>,
  { edits, additions }: SheetBatch<Row>,
): Promise<readonly NewValues[]> | null {
  const wanted = core.props().columns.flatMap((column) => {
    const typed = edits.flatMap(({ columnId, text }) => (columnId === column.id ? [text] : []));
    const added = additions.map((addition) => addition[column.id] ?? '');
    const texts = [...new Set([...typed, ...added])].filter((text) => text !== '');
    return column.newValues === undefined || texts.length === 0 ? [] : [{ column, texts }];
  });
  if (wanted.length === 0) return null;
  return Promise.all(
    wanted.map(async ({ column, texts }) => ({
      column: column.title,
      names: (await column.newValues?.(texts)) ?? [],
    })),
  ).then((found) => found.filter(({ names }) => names.length > 0));
}

/** A value that nobody has used yet may be a slip of the finger: asked before it is made. */
export async function agreesToNew<Row>({ ask }: SheetCore<Row>, values: readonly NewValues[]): Promise<boolean> {
  const [first] = values;
  if (first === undefined) return true;
  const [name = ''] = first.names;
  const isOne = values.length === 1 && first.names.length === 1;
  return ask({
    title: isOne ? sheetText.newValueTitle(first.column, name) : sheetText.newValuesTitle,
    body: isOne
      ? sheetText.newValueBody(first.column)
      : `${newValueLines(values).join('\n')}\n${sheetText.newValuesBody}`,
    ok: sheetText.newValueOk,
    careful: true,
  });
}

/** 種別: 「A」「B」, one line for each column. */
export function newValueLines(values: readonly NewValues[]): readonly string[] {
  return values.map(({ column, names }) => {
    const rest = names.length - mostListed;
    return sheetText.newValueLine(column, names.slice(0, mostListed), rest > 0 ? formatCount(rest) : '');
  });
}
