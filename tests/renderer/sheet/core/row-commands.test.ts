import { expect, test } from 'vitest';
import { runCommand } from '#renderer/sheet/sheet-handle.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { openTestSheet, testColumn, testRows, type TestSheet } from '#tests/helpers/sheet/test-sheet.ts';

function openList(rows = 5): Promise<TestSheet> {
  return openTestSheet({
    columns: [testColumn('name'), testColumn('city')],
    rows: testRows({ name: Array.from({ length: rows }, (_, place) => `n${place + 1}`), city: ['x', 'y', 'x', 'y'] }),
    loaded: 200,
  });
}

test('Ctrl++ makes a row after the active one and goes there', async () => {
  const sheet = await openList();
  sheet.select('B2');
  sheet.press('Ctrl++');
  await sheet.until(() => sheet.active() === 'B3');
  await sheet.settled();
  expect(sheet.stored('name')).toEqual(['n1', 'n2', '', 'n3', 'n4', 'n5']);
  sheet.press('Home');
  sheet.type('new\n');
  await sheet.settled();
  expect(sheet.stored('name')[2]).toBe('new');
});

test('what was typed is entered before a row is made', async () => {
  const sheet = await openList();
  sheet.select('A2');
  sheet.type('typed');
  runCommand(sheet.runtime, 'insert');
  await sheet.until(() => sheet.active() === 'A3');
  await sheet.settled();
  expect(sheet.stored('name').slice(0, 3)).toEqual(['n1', 'typed', '']);
});

test('the rows of all selected cells are duplicated, in their order, and the first copy is gone to', async () => {
  const sheet = await openList();
  sheet.select('A4', 'B1:B2');
  runCommand(sheet.runtime, 'duplicate');
  await sheet.until(() => sheet.active() === 'B6');
  expect(sheet.stored('name')).toEqual(['n1', 'n2', 'n3', 'n4', 'n5', 'n1', 'n2', 'n4']);
});

test('Ctrl+- removes the rows of all selected cells at once', async () => {
  const sheet = await openList();
  sheet.select('A4', 'A1:B2');
  sheet.press('Ctrl+-');
  await sheet.until(() => sheet.stored('name').length === 2);
  expect(sheet.stored('name')).toEqual(['n3', 'n5']);
});

test('a removal that is given up or fails leaves the active cell on its record', async () => {
  const sheet = await openList();
  const { commands } = sheet.runtime.core.props();
  sheet.select('A2');
  if (commands !== undefined) Object.assign(commands, { remove: async () => false });
  sheet.press('Ctrl+-');
  await sheet.settled();
  if (commands !== undefined) Object.assign(commands, { remove: () => Promise.reject(new Error('locked')) });
  sheet.press('Ctrl+-');
  await sheet.until(() => sheet.told.includes('locked'));
  sheet.register.elsewhere((rows) => rows.slice(1));
  await sheet.settled();
  expect(sheet.active()).toBe('A1');
});

test('more than 10,000 rows are not acted on, which is said', async () => {
  const sheet = await openList(10_001);
  sheet.press('Ctrl+A', 'Ctrl+-');
  await sheet.until(() => sheet.told.length > 0);
  expect(sheet.told).toEqual([sheetText.tooManyRows('10,000')]);
  expect(sheet.stored('name')).toHaveLength(10_001);
});

test('one change for many rows is meant for those selected, or for all that the filter leaves', async () => {
  const sheet = await openList();
  await sheet.query({ filters: [{ columnId: 'city', kind: 'values', values: ['x', 'y'], exclude: false }] });
  sheet.select('A1', 'B3');
  expect(await sheet.runtime.rows.bulkTargets()).toEqual({
    selected: { count: 2, target: { rowIds: ['row 1', 'row 3'] } },
    filtered: { count: 4, target: { rowIds: ['row 1', 'row 2', 'row 3', 'row 4'] } },
  });
});

test('a command that cannot be done is told', async () => {
  const sheet = await openList();
  const { commands } = sheet.runtime.core.props();
  if (commands !== undefined) Object.assign(commands, { insert: () => Promise.reject(new Error('no year')) });
  sheet.press('Ctrl++');
  await sheet.until(() => sheet.told.includes('no year'));
  expect(sheet.stored('name')).toHaveLength(5);
});
