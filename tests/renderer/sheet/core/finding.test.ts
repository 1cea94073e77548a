import { expect, test } from 'vitest';
import type { FindState } from '#renderer/sheet/core/state.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import {
  openTestSheet,
  readOnlyColumn,
  testColumn,
  testRows,
  type TestSheet,
} from '#tests/helpers/sheet/test-sheet.ts';

function openList(loaded?: number): Promise<TestSheet> {
  return openTestSheet({
    columns: [
      testColumn('name'),
      testColumn('city'),
      testColumn('day', { shown: (row) => (row.cells['day'] === '2026-03-31' ? '令和8年3月31日' : '') }),
      readOnlyColumn('code'),
    ],
    rows: testRows({
      name: ['長門の会', '虹の会', '長門まつり', '海の会'],
      city: ['萩市', '長門市', '下関市', '長門市'],
      day: ['', '', '', '2026-03-31'],
      code: ['x1', 'x2', 'x3', '会'],
    }),
    ...(loaded === undefined ? {} : { loaded }),
  });
}

function look(sheet: TestSheet, find: Partial<FindState>): void {
  sheet.runtime.finding.change(find);
}

/** Presses F3 (or Shift+F3) and answers with the cell that was found. */
async function next(sheet: TestSheet, key = 'F3'): Promise<string | null> {
  const before = sheet.state().selection;
  const { announcement } = sheet.state();
  sheet.press(key);
  await sheet.until(() => sheet.state().selection !== before || sheet.state().announcement !== announcement);
  return sheet.active();
}

test('F3 goes from hit to hit, row by row in the order of the columns, and round at the end; Shift+F3 goes back', async () => {
  const sheet = await openList();
  sheet.select('A1');
  look(sheet, { text: '長門' });
  const found = [await next(sheet), await next(sheet), await next(sheet), await next(sheet)];
  expect(found).toEqual(['B2', 'A3', 'B4', 'A1']);
  expect([await next(sheet, 'Shift+F3'), await next(sheet, 'Shift+F3')]).toEqual(['B4', 'A3']);
});

test('in the rows after that of the active cell the search begins at their first column', async () => {
  const sheet = await openList();
  sheet.select('D1');
  look(sheet, { text: '長門' });
  expect([await next(sheet), await next(sheet)]).toEqual(['B2', 'A3']);
  expect(await next(sheet, 'Shift+F3')).toBe('B2');
});

test('the answer to an earlier search that comes late says nothing about the text that is looked for now', async () => {
  const sheet = await openList();
  const release = sheet.register.holdReading();
  look(sheet, { text: '長門' });
  sheet.press('F3');
  // By then the first search is on its way.
  await sheet.grid.view();
  sheet.register.holdReading()();
  look(sheet, { text: '虹' });
  await sheet.until(() => sheet.state().find.count === 1);
  const { selection } = sheet.state();
  release();
  await sheet.until(() => sheet.state().selection !== selection);
  expect(sheet.state().find.count).toBe(1);
});

test('how many rows hold the text and which of them the active cell is in is known', async () => {
  const sheet = await openList();
  sheet.select('A1');
  look(sheet, { text: '長門' });
  await next(sheet);
  await sheet.until(() => sheet.state().find.place !== null);
  expect(sheet.state().find).toMatchObject({ count: 4, place: 2, busy: false });
});

test('the text is looked for as soon as the user stops typing, and only for the last text', async () => {
  const sheet = await openList();
  look(sheet, { text: '長' });
  look(sheet, { text: '虹' });
  await sheet.until(() => sheet.state().find.count !== null);
  expect(sheet.state().find).toMatchObject({ count: 1, place: null, busy: false });
});

test('a text is found as it is shown as well, and case, width and kana do not matter', async () => {
  const sheet = await openList();
  sheet.select('A1');
  look(sheet, { text: '令和8年' });
  expect(await next(sheet)).toBe('C4');
  sheet.select('A1');
  look(sheet, { text: 'Ｘ２' });
  expect(await next(sheet)).toBe('D2');
});

test('with whole cells only a cell that is just the text is found', async () => {
  const sheet = await openList();
  sheet.select('A1');
  look(sheet, { text: '会', wholeCell: true });
  expect(await next(sheet)).toBe('D4');
});

test('a hit in a hidden column is passed over', async () => {
  const sheet = await openList();
  sheet.grid.hide('city');
  sheet.select('A1');
  look(sheet, { text: '長門' });
  expect([await next(sheet), await next(sheet)]).toEqual(['A3', 'A1']);
});

test('hits in rows that are not loaded are found', async () => {
  const sheet = await openList(1);
  sheet.select('A1');
  look(sheet, { text: '下関' });
  expect(await next(sheet)).toBe('B3');
});

test('what is nowhere is said to be nowhere, and the active cell stays', async () => {
  const sheet = await openList();
  sheet.select('B3');
  look(sheet, { text: 'どこにもない' });
  await next(sheet);
  expect(sheet.active()).toBe('B3');
  expect(sheet.state().announcement).toBe(sheetText.notFound('どこにもない'));
});

test('after a change of the register the text is looked for again', async () => {
  const sheet = await openList();
  sheet.select('A1');
  look(sheet, { text: '虹' });
  expect(await next(sheet)).toBe('A2');
  sheet.register.elsewhere((rows) => rows.map((row) => ({ ...row, cells: { ...row.cells, city: '虹市' } })));
  await sheet.settled();
  expect([await next(sheet), await next(sheet)]).toEqual(['B2', 'B3']);
});

test('all hits are shown before they are replaced, however few; what is agreed to is one step', async () => {
  const sheet = await openList();
  look(sheet, { text: '長門', replacement: '萩' });
  sheet.runtime.finding.replaceAll();
  const preview = await sheet.preview();
  expect(preview).toMatchObject({ title: sheetText.replace, check: { changed: 4, refusedTotal: 0 } });
  expect(preview.samples).toContainEqual({ record: 'row 2', column: 'city', before: '長門市', after: '萩市' });
  expect(sheet.register.written).toEqual([]);
  preview.answer(true);
  await sheet.settled();
  expect(sheet.stored('name')).toEqual(['萩の会', '虹の会', '萩まつり', '海の会']);
  expect(sheet.stored('city')).toEqual(['萩市', '萩市', '下関市', '萩市']);
  expect(sheet.register.written.map(({ label }) => label)).toEqual([sheetText.replaceLabel('長門', '萩')]);
  expect(sheet.state().preview).toBeNull();
});

test('replacements that are given up change nothing', async () => {
  const sheet = await openList();
  look(sheet, { text: '長門', replacement: '萩' });
  sheet.runtime.finding.replaceAll();
  (await sheet.preview()).answer(false);
  await sheet.settled();
  expect(sheet.register.written).toEqual([]);
  expect(sheet.state().preview).toBeNull();
});

test('only what is selected is replaced when that is asked for; cells that cannot be changed are counted', async () => {
  const sheet = await openList();
  sheet.select('A1:A2', 'D4');
  look(sheet, { text: '会', replacement: '協会', onlySelection: true });
  sheet.runtime.finding.replaceAll();
  const preview = await sheet.preview();
  expect(preview.skipped).toBe(1);
  preview.answer(true);
  await sheet.settled();
  expect(sheet.stored('name')).toEqual(['長門の協会', '虹の協会', '長門まつり', '海の会']);
  expect(sheet.stored('code')[3]).toBe('会');
});

test('replacing one by one replaces in the active cell and goes on to the next hit', async () => {
  const sheet = await openList();
  sheet.select('A1');
  look(sheet, { text: '長門', replacement: '萩' });
  sheet.runtime.finding.replaceOne();
  await sheet.until(() => sheet.active() === 'B2');
  await sheet.settled();
  expect(sheet.stored('name')[0]).toBe('萩の会');
  expect(sheet.stored('city')[1]).toBe('長門市');
  sheet.runtime.finding.replaceOne();
  await sheet.until(() => sheet.active() === 'A3');
  expect(sheet.stored('city')[1]).toBe('萩市');
});

test('nothing to be replaced is said so, and no preview opens', async () => {
  const sheet = await openList();
  look(sheet, { text: 'どこにもない', replacement: 'x' });
  sheet.runtime.finding.replaceAll();
  await sheet.until(() => sheet.state().announcement === sheetText.notFound('どこにもない'));
  await sheet.settled();
  expect(sheet.state().preview).toBeNull();
});

test('Ctrl+F and Ctrl+H open the bar, Esc closes it; what was typed in a cell is entered first', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.press('Ctrl+H');
  expect(sheet.state().panel).toEqual({ kind: 'find', mode: 'replace' });
  sheet.press('Escape', 'Ctrl+F');
  expect(sheet.state().panel).toEqual({ kind: 'find', mode: 'find' });
  sheet.press('Escape');
  expect(sheet.state().panel).toBeNull();
});
