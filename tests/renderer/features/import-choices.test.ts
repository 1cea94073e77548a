import { describe, expect, test } from 'vitest';
import { mappedField, parseRows, rowsText, withMapping } from '#renderer/features/imports/choice-fields.ts';
import { previewFields, shownValue, whyText } from '#renderer/features/imports/preview-columns.tsx';
import type { ImportColumn, ImportPreview, ImportRow } from '#shared/contract/imports.ts';

describe('header rows typed by hand', () => {
  test.each([
    ['4', [4]],
    ['4-5', [4, 5]],
    ['４～５', [4, 5]],
    ['4、6', [4, 6]],
    ['', []],
  ])('「%s」 is read', (text, rows) => {
    expect(parseRows(text)).toEqual(rows);
  });
  test.each(['四', '5-4', '0', '1-999', '4-'])('「%s」 is not taken', (text) => {
    expect(parseRows(text)).toBeNull();
  });
  test('rows in sequence are written as a range', () => {
    expect(rowsText([4, 5])).toBe('4-5');
    expect(rowsText([4])).toBe('4');
    expect(rowsText([4, 6])).toBe('4, 6');
    expect(rowsText([])).toBe('');
  });
});

const column = (index: number, field: string | null): ImportColumn => ({
  index,
  letter: 'AB'[index] ?? '',
  header: '',
  field,
  hidden: false,
  samples: [],
});

describe('sending a column to another field', () => {
  const columns = [column(0, 'name'), column(1, null)];
  test('a field is never taken from two columns', () => {
    const choices = withMapping({}, columns, { index: 1, field: 'name' });
    expect(columns.map((each) => mappedField(choices, each))).toEqual([null, 'name']);
  });
  test('a column can be left out, and the other choices stay', () => {
    const choices = withMapping({ sheet: '一覧' }, columns, { index: 0, field: null });
    expect(choices).toEqual({ sheet: '一覧', mapping: { '0': null, '1': null } });
  });
});

describe('the preview', () => {
  const preview = {
    kind: 'organizations',
    columns: [column(0, 'phone'), column(1, 'city')],
    fieldOptions: [
      { field: 'phone', label: '電話番号' },
      { field: 'city', label: '市町' },
    ],
    changedFields: [
      { field: 'phone', label: '電話番号', count: 12 },
      { field: 'validUntil', label: '有効期限', count: 254 },
    ],
  } as unknown as ImportPreview; // boundary: only what the function looks at
  test('fields that change have a column, most changes first, then those that tell rows apart', () => {
    expect(previewFields(preview).map((each) => each.field)).toEqual(['validUntil', 'phone', 'city']);
  });
  test('dates and postal codes are shown as people write them', () => {
    expect(shownValue('validUntil', '2027-03-31')).toBe('R9.3.31');
    expect(shownValue('postal', '7501576')).toBe('750-1576');
    expect(shownValue('mark', '◎')).toBe('◎');
  });
  test('the reason is followed by what was mended', () => {
    const row = { reason: '登録番号が同じ', fixes: ['「〃」を上の行で補いました'] } as unknown as ImportRow; // boundary: as above
    expect(whyText(row)).toBe('登録番号が同じ ・ 「〃」を上の行で補いました');
  });
});
