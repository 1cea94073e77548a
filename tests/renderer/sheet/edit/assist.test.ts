import { describe, expect, test } from 'vitest';
import { assistFor, commitText, takenPlace } from '#renderer/sheet/edit/assist.ts';
import { readingOf } from '#renderer/sheet/edit/label-reading.ts';
import type { CellReading, SheetEditor } from '#renderer/sheet/types.ts';
import { activityFields } from '#shared/domain/activity-fields.ts';
import { organizationTypes } from '#shared/domain/organization-type.ts';

const marks = {
  kind: 'choice',
  choices: [
    { text: '◎', label: '◎ 実施済', keys: ['1', '実施済', '⦿', '二重丸'] },
    { text: '○', label: '○ 継続推進', keys: ['2', '継続推進', '〇', 'o'] },
    { text: '△', label: '△ 一部実施', keys: ['3', '一部実施'] },
    { text: '×', label: '× 検討中', keys: ['4', '検討中', 'x'] },
    { text: '-', label: '-(対象外)', keys: [] },
    { text: '', label: '(空白)', keys: [] },
  ],
} as const satisfies SheetEditor;

const fields = activityFields.map((field) => field.label);
const many = { kind: 'many', labels: fields } as const satisfies SheetEditor;

function texts(editor: SheetEditor, typed: string, opened = false): readonly string[] {
  return assistFor(editor, undefined, { typed, opened }).items.map((item) => item.text);
}
function labels(editor: SheetEditor, typed: string): readonly string[] {
  return assistFor(editor, undefined, { typed, opened: false }).items.map((item) => item.label);
}

describe('choices while typing', () => {
  test.each([
    ['its glyph', '◎', ['◎']],
    ['its number', '1', ['◎']],
    ['its number in full width', '４', ['×']],
    ['the beginning of its reading', 'けいぞ', ['○']],
    ['a word within its meaning', '推進', ['○']],
    ['a word that two have', '実施', ['◎', '△']],
    ['another spelling of its glyph', '〇', ['○']],
    ['a half-typed kana', 'けんt', ['×']],
    ['katakana', 'ケント', ['×']],
    ['the long mark for a dash', 'ー', ['-']],
  ])('a choice is found by %s', (...[, typed, found]) => {
    expect(texts(marks, typed)).toEqual(found);
  });

  test('じっし finds what begins so', () => {
    expect(texts(marks, 'じっし')).toEqual(['◎']);
  });
  test('nothing typed shows all, and the cell’s own value shows all until something else is typed', () => {
    expect(texts(marks, '')).toHaveLength(6);
    expect(texts(marks, '◎', true)).toHaveLength(6);
    expect(texts(marks, '◎')).toEqual(['◎']);
    expect(texts(marks, 'けい', true)).toEqual(['○']);
    expect(texts(marks, '☆', true)).toHaveLength(6);
  });
  test('a text that fits nothing says so', () => {
    const assist = assistFor(marks, undefined, { typed: '☆', opened: false });
    expect(assist.items).toEqual([]);
    expect(assist.hint).toEqual({ tone: 'bad', text: expect.stringContaining('合うものがありません') });
  });
  test('a text beside the list that the ledger reads all the same is no mistake', () => {
    const read = (): CellReading => ({ ok: true, shown: '◎ 実施済' });
    expect(assistFor(marks, read, { typed: '◎(済)', opened: false }).hint).toEqual({ tone: 'good', text: '◎ 実施済' });
  });
  test('the number that names it stands beside a choice', () => {
    expect(assistFor(marks, undefined, { typed: '', opened: false }).items[0]).toEqual({
      text: '◎',
      label: '◎ 実施済',
      note: '1',
    });
  });
});

describe('what Enter commits in a list of choices', () => {
  test.each([
    ['1', '◎'],
    ['２', '○'],
    [' 検討中 ', '×'],
    ['じっしずみ', '◎'],
    ['じつしずみ', '◎'],
    ['けん', '×'],
    ['けいぞく', '○'],
    ['ｹｲｿﾞｸ', '○'],
    ['けいぞk', '○'],
    ['推進', '○'],
    ['実施', '実施'],
    ['○(一部)', '○(一部)'],
    ['みてい', 'みてい'],
    ['', ''],
    ['  ', ''],
  ])('typed %j becomes %j', (typed, text) => {
    expect(commitText(marks, typed, null)).toBe(text);
  });
  test('an item the user went to wins over what is typed', () => {
    expect(commitText(marks, '◎', { text: '○', label: '○ 継続推進' })).toBe('○');
  });
  test('the line that Enter takes is the one marked: the only one that fits, or the one the user went to', () => {
    const place = (typed: string, listPlace = -1) =>
      takenPlace(marks, typed, { items: assistFor(marks, undefined, { typed, opened: false }).items, listPlace });
    expect(place('けいぞく')).toBe(0);
    expect(place('実施')).toBe(-1);
    expect(place('実施', 1)).toBe(1);
    expect(place('')).toBe(-1);
  });
  test.each([
    ['にんい', '任意団体'],
    ['ニンイ', '任意団体'],
    ['ﾆﾝｲ', '任意団体'],
    ['しやかい', '社会福祉法人'],
    ['きぎよう', '企業'],
    ['まち', '自治会・まちづくり協議会'],
    ['法人', '法人'],
    ['ボランティア連合', 'ボランティア連合'],
  ])('a kind of group typed as %s becomes %s', (typed, text) => {
    const types: SheetEditor = {
      kind: 'choice',
      choices: organizationTypes.map((type, index) => ({ text: type, label: type, keys: [String(index + 1)] })),
    };
    expect(commitText(types, typed, null)).toBe(text);
  });
  test('a grade that is the number of another grade means itself', () => {
    const grades: SheetEditor = {
      kind: 'choice',
      choices: ['3', '2', '1'].map((grade, index) => ({ text: grade, label: grade, keys: [String(index + 1)] })),
    };
    expect(commitText(grades, '1', null)).toBe('1');
    expect(commitText(grades, '３', null)).toBe('3');
  });
});

describe('several labels', () => {
  test('all labels are shown with their ticks and order; a toggle gives the new text', () => {
    const assist = assistFor(many, undefined, { typed: 'まちづくりの推進\n観光の振興', opened: true });
    expect(assist.items).toHaveLength(fields.length);
    const ticked = assist.items.filter((item) => item.checked);
    expect(ticked.map((item) => item.note)).toEqual(['1番目', '2番目']);
    expect(ticked[0]?.text).toBe('観光の振興\n');
    expect(assist.items.find((item) => item.label === '環境の保全')?.text).toBe(
      'まちづくりの推進\n観光の振興\n環境の保全\n',
    );
  });
  test('what is typed behind the last separator filters, by word or by reading', () => {
    expect(labels(many, 'まちづくりの推進、かんこ')).toEqual(['観光の振興']);
    expect(labels(many, 'まちづくりの推進、スポーツ')).toEqual(['学術、文化、芸術又はスポーツの振興']);
    expect(labels(many, 'まちづくりの推進、')).toHaveLength(fields.length);
  });
  test('picking while a label is half typed replaces the half', () => {
    const [item] = assistFor(many, undefined, { typed: 'まちづくりの推進、観', opened: false }).items;
    expect(item?.text).toBe('まちづくりの推進\n観光の振興\n');
    expect(commitText(many, 'まちづくりの推進、観', item ?? null)).toBe('まちづくりの推進\n観光の振興');
  });
  test('a label that the list does not know stays in sight, so that it can be taken away', () => {
    expect(labels(many, '動物愛護\nまちづくりの推進')).toContain('動物愛護');
  });
  test.each([
    ['numbers', '1 3 5', [fields[0], fields[2], fields[4]].join('\n')],
    ['numbers with separators, full width', '１、３', [fields[0], fields[2]].join('\n')],
    ['clear beginnings and readings', 'まち・かんこう・観光', 'まちづくりの推進\n観光の振興'],
    ['the only one that is shown', '子', '子どもの健全育成'],
    ['a word that several hold', '振興', '振興'],
    [
      'labels that hold separators themselves',
      '学術、文化、芸術又はスポーツの振興、観光の振興',
      `${fields[5]}\n${fields[3]}`,
    ],
    ['a label twice', '観光の振興,観光の振興', '観光の振興'],
    ['words the list does not know', '動物愛護、猫', '動物愛護\n猫'],
    ['a number beyond the list', '99', '99'],
    ['nothing', ' 、 ', ''],
    ['a beginning that several have', '子ども・情報化社会の発展', '子どもの健全育成\n情報化社会の発展'],
  ])('Enter completes %s', (...[, typed, text]) => {
    expect(commitText(many, typed, null)).toBe(text);
  });
  test('what Enter will complete is told before', () => {
    expect(assistFor(many, undefined, { typed: 'まち', opened: false }).hint).toEqual({
      tone: 'good',
      text: '→ まちづくりの推進',
    });
  });
  test('a label unticked a moment ago is not taken again by Enter', () => {
    const items = (typed: string) => assistFor(many, undefined, { typed, opened: true }).items;
    const typed = items('観光の振興').find((item) => item.label === '観光の振興')?.text ?? '';
    const unticked = items(typed).find((item) => item.label === '観光の振興') ?? null;
    expect(unticked?.checked).toBe(false);
    expect(commitText(many, typed, unticked)).toBe('');
  });
  test('typing goes on behind a label that was ticked', () => {
    const [item] = assistFor(many, undefined, { typed: 'かんこう', opened: false }).items;
    expect(labels(many, `${item?.text}まち`)).toEqual(['まちづくりの推進']);
    expect(commitText(many, `${item?.text}まち`, null)).toBe('観光の振興\nまちづくりの推進');
  });
  test('Enter on a ticked label does not untick it', () => {
    const typed = 'まちづくりの推進\n観光の振興';
    const ticked = assistFor(many, undefined, { typed, opened: true }).items.find((item) => item.checked) ?? null;
    expect(commitText(many, typed, ticked)).toBe(typed);
  });
});

describe('what a typed text means', () => {
  const read = (text: string): CellReading =>
    text === 'R7.4.1' ? { ok: true, shown: '令和7年4月1日(火)' } : { ok: false, reason: '日付として読めません。' };
  const hint = (typed: string) => assistFor({ kind: 'text' }, read, { typed, opened: false }).hint;
  test('it is told below the cell', () => {
    expect(hint('R7.4.1')).toEqual({ tone: 'good', text: '令和7年4月1日(火)' });
    expect(hint('あ')).toEqual({ tone: 'bad', text: '日付として読めません。' });
  });
  test('nothing is told of an empty cell or of a text that means itself', () => {
    expect(hint(' ')).toBeNull();
    const same = (text: string): CellReading => ({ ok: true, shown: text });
    expect(assistFor({ kind: 'text' }, same, { typed: '083-226-4040', opened: false }).hint).toBeNull();
  });
  test('plain text is committed as it was typed', () => {
    expect(commitText({ kind: 'text' }, ' あ ', null)).toBe(' あ ');
  });
});

test('every label of the lists can be found by its reading', () => {
  const read = [...fields, ...organizationTypes, '実施済', '継続推進', '一部実施', '検討中', '完了', '継続', '廃止'];
  expect(read.filter((label) => readingOf(label) === '')).toEqual([]);
  expect(readingOf('保健、医療又は福祉の増進')).toBe('ほけん、いりょうまたはふくしのぞうしん');
});

describe('hostile text', () => {
  test.each([
    '<img src=x onerror=alert(1)>'.repeat(4000),
    '、'.repeat(100_000),
    '\u0000\uD800'.repeat(50_000),
    'a'.repeat(100_000),
  ])('text %# neither fits nor changes nor takes time', (typed) => {
    const started = performance.now();
    for (const editor of [marks, many]) {
      assistFor(editor, undefined, { typed, opened: false });
      expect(commitText(editor, typed, null)).toBe(typed);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
