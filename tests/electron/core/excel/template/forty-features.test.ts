import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from 'xlsx';
import { fillTemplate, type TemplateEdit } from '#core/excel/template/fill-template.ts';
import { assertWellFormed, cellsOf, packageTexts, partOf } from '#tests/helpers/package-parts.ts';
import { changedZipEntries } from '#tests/helpers/raw-zip-entries.ts';
import { convertWithSoffice, NO_SOFFICE, soffice } from '#tests/helpers/soffice.ts';

const FORM = readFileSync(new URL('../../../../fixtures/様式_40特徴.xlsx', import.meta.url));
const SHEET = '様式第1号';
const SHEET_PART = 'xl/worksheets/sheet1.xml';
const COLUMNS = 'ABCDEFGHIJKL';

function valueFor(column: string, row: number): string | number {
  if (column === 'I' || column === 'J') return row * 10;
  if (column === 'H') return 46_000 + row;
  return column === 'K' ? '登録中' : `𠮷${row - 5}=1+1 <&>`;
}

const EDITS: readonly TemplateEdit[] = Array.from({ length: 20 }, (_, index) => index + 5).flatMap((row) =>
  Array.from(COLUMNS, (column) => ({ sheet: SHEET, ref: `${column}${row}`, value: valueFor(column, row) })),
);

/** Everything of the sheet but its cells. */
function withoutCells(xml: string): string {
  return xml.replace(/<sheetData>.*<\/sheetData>/s, '');
}

describe('filling the form with 40 features', () => {
  const filled = fillTemplate(FORM, EDITS);

  test('changes one zip entry and leaves all others byte for byte, in their order', () => {
    expect(changedZipEntries(FORM, filled)).toEqual([SHEET_PART]);
    expect([...packageTexts(filled).keys()]).toEqual([...packageTexts(FORM).keys()]);
    for (const [name, text] of packageTexts(filled)) if (/\.(xml|rels)$/.test(name)) assertWellFormed(text);
  });

  test('keeps merges, widths, validations, conditional formats, protection, links and print set-up', () => {
    expect(withoutCells(partOf(filled, SHEET_PART))).toBe(withoutCells(partOf(FORM, SHEET_PART)));
  });

  test('changes the named cells only, and of these not the style', () => {
    const before = cellsOf(partOf(FORM, SHEET_PART));
    const after = cellsOf(partOf(filled, SHEET_PART));
    const changed = [...after].filter(([ref, xml]) => before.get(ref) !== xml).map(([ref]) => ref);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(changed.toSorted()).toEqual(EDITS.map((edit) => edit.ref).toSorted());
    for (const ref of changed) {
      expect(/ s="\d+"/.exec(after.get(ref) ?? '')?.[0]).toBe(/ s="\d+"/.exec(before.get(ref) ?? '')?.[0]);
    }
  });

  test('reads back as it was written, texts as texts', () => {
    const sheet = read(filled, { cellFormula: true }).Sheets[SHEET];
    for (const { ref, value } of EDITS) expect([ref, sheet?.[ref]?.v]).toEqual([ref, value]);
    expect(sheet?.['A5']?.t).toBe('s');
    expect(cellsOf(partOf(filled, SHEET_PART)).get('I26')).toContain('<f>SUM(I5:I24)</f>');
  });

  test('lets LibreOffice work out the totals', (context) => {
    if (soffice === undefined) return context.skip(NO_SOFFICE);
    const sheet = read(convertWithSoffice(filled, 'xlsx')).Sheets[SHEET];
    const total = Array.from({ length: 20 }, (_, index) => (index + 5) * 10).reduce((sum, value) => sum + value, 0);
    expect([sheet?.['I26']?.v, sheet?.['J26']?.v, sheet?.['L26']?.v]).toEqual([total, total, 20]);
    expect(sheet?.['A5']?.v).toBe('𠮷0=1+1 <&>');
  });
});
