import { matchKey } from '#shared/domain/text.ts';
import type { TableColumn } from '../table/vocabulary.ts';
import { numbersFit } from './vocabulary.ts';

export const levelFields = ['level1', 'level2', 'level3', 'level4'] as const;
export const levelNumberFields = ['level1Number', 'level2Number', 'level3Number'] as const;

type Samples = (column: number) => readonly string[];

/** Headings of these words may be a level that the vocabulary does not place: 基本事業, 施策の体系, 取組の視点. */
const levelWord =
  /方針|目標|施策|柱|政策|分野|項目|方向|テーマ|視点|課題|体系|事業|取組|プロジェクト|分類|大区分|中区分/u;
const noLevel =
  /課題|理由|課$|部$|係$|担当|所管|主管|年度|期間|予算|費|額|番号|数|評価|状況|実績|成果|今後|内容|指標|備考|対象|手法/u;
const numberWord = /(?:番号|no\.?|№|コード|記号|#)$/u;

/**
 * Heading columns beside those that the vocabulary found: unknown columns between a heading column and the names, and the columns
 * of their numbers (方針番号 | 基本方針). Levels are numbered anew in the order they stand in.
 */
export function chooseLevels(columns: readonly TableColumn[], samples: Samples): readonly TableColumn[] {
  return chooseNumbers(addLevels(columns, samples), samples);
}

function addLevels(columns: readonly TableColumn[], samples: Samples): readonly TableColumn[] {
  const name = columns.find((column) => column.field === 'name');
  const known = levelFields.flatMap((field) => columns.filter((column) => column.field === field));
  if (name === undefined) return columns;
  const added = columns.filter(
    (column) => column.field === null && isBetween(column, name, known) && looksLikeLevel(column, name, samples),
  );
  if (added.length === 0 || known.length + added.length > levelFields.length) return columns;
  // Outermost first, as the known ones stand; without them the names stand right of their headings.
  const leftToRight = (known[0]?.index ?? 0) < name.index;
  const ordered = [...known, ...added].toSorted((a, b) => (leftToRight ? a.index - b.index : b.index - a.index));
  return columns.map((column) => {
    const depth = ordered.indexOf(column);
    return depth < 0 ? column : { ...column, field: levelFields[depth] ?? null };
  });
}

/** Left of the names, or between them and a heading column that stands right of them. */
function isBetween(column: TableColumn, name: TableColumn, known: readonly TableColumn[]): boolean {
  if (column.index < name.index) return known.every((level) => level.index < name.index);
  return known.some((level) => level.index > column.index);
}

/** Names of headings: short texts that stand for several items each, repeated or above blanks. */
function looksLikeLevel({ index, header }: TableColumn, name: TableColumn, samples: Samples): boolean {
  const key = matchKey(header.split('>').at(-1) ?? '');
  if (!levelWord.test(key) || noLevel.test(key)) return false;
  const texts = samples(index);
  const names = texts.filter((text) => text.length >= 3 && !text.endsWith('。'));
  const spread = Math.min(new Set(texts).size, texts.length);
  return texts.length > 0 && names.length >= texts.length * 0.8 && spread <= samples(name.index).length * 0.8;
}

/** 番号 right before a heading column holds that column's numbers, unless the items have no other. */
function chooseNumbers(columns: readonly TableColumn[], samples: Samples): readonly TableColumn[] {
  const right = (column: TableColumn): TableColumn | undefined =>
    columns.find((other) => other.index === column.index + 1);
  const isNumber = (column: TableColumn): boolean =>
    (column.field === null || column.field === 'numberRaw') && isNumberColumn(column, right(column), samples);
  const numbers = columns.filter(isNumber);
  const beside = numbers.filter((column) => right(column)?.field === 'name');
  const hasNumbers = columns.some((column) => column.field === 'numberRaw');
  const ofItems =
    beside.find((column) => column.field === 'numberRaw' || hasNumberWord(column)) ??
    (hasNumbers ? undefined : beside[0]);
  const fields = new Map<number, string | null>();
  for (const column of numbers) {
    const owner = right(column);
    if (owner === undefined) continue;
    const isNamed = matchKey(owner.header).includes(matchKey(column.header).replace(numberWord, '') || '\n');
    const field = numberFieldOf(owner.field);
    if (field !== undefined && (ofItems !== undefined || isNamed)) fields.set(column.index, field);
  }
  if (ofItems !== undefined) fields.set(ofItems.index, 'numberRaw');
  return columns.map((column) => {
    const field = fields.get(column.index);
    if (field !== undefined) return { ...column, field };
    const isReplaced = column.field === 'numberRaw' && ofItems !== undefined;
    return isReplaced ? { ...column, field: null } : column;
  });
}

function numberFieldOf(level: string | null): string | undefined {
  return levelNumberFields.find((field) => field === `${level}Number`);
}

function isNumberColumn(column: TableColumn, owner: TableColumn | undefined, samples: Samples): boolean {
  const texts = samples(column.index);
  if (texts.length === 0 || numbersFit(texts) < 0.6) return false;
  const isPlain = column.header === '' || column.header === owner?.header;
  return column.field === 'numberRaw' || isPlain || hasNumberWord(column);
}

function hasNumberWord({ header }: TableColumn): boolean {
  return numberWord.test(matchKey(header.split('>').at(-1) ?? ''));
}
