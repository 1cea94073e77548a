import { expect, test } from 'vitest';
import { runCommand } from '#renderer/sheet/sheet-handle.ts';
import { openTestSheet, testColumn, testRows, type TestSheet } from '#tests/helpers/sheet/test-sheet.ts';

function openList(): Promise<TestSheet> {
  const { filter: _, ...plain } = testColumn('note', { sortable: false });
  return openTestSheet({ columns: [testColumn('name'), plain], rows: testRows({ name: ['a', 'b'] }) });
}

test('Ctrl+Shift+L opens the menu of the active column below its header, where it has one', async () => {
  const sheet = await openList();
  sheet.select('B1');
  sheet.press('Ctrl+Shift+L');
  expect(sheet.state().panel).toBeNull();
  sheet.select('A2');
  sheet.press('Ctrl+Shift+L');
  expect(sheet.state().panel).toMatchObject({ kind: 'filter', columnId: 'name', anchor: { left: 0, bottom: 0 } });
});

test('the menu key opens the menu of the active cell beside it; Esc closes it', async () => {
  const sheet = await openList();
  sheet.select('B2');
  sheet.press('Shift+F10');
  expect(sheet.state().panel).toEqual({ kind: 'menu', x: 108, y: 52 });
  sheet.press('Escape');
  expect(sheet.state().panel).toBeNull();
});

test('Esc gives up what is typed first, and leaves the panel open', async () => {
  const sheet = await openList();
  runCommand(sheet.runtime, 'bulk');
  sheet.select('A1');
  sheet.type('x');
  sheet.press('Escape');
  expect(sheet.state()).toMatchObject({ editing: null, panel: { kind: 'bulk' } });
  sheet.press('Escape');
  expect(sheet.state().panel).toBeNull();
});

test('the same command opens the panel for many rows and closes it', async () => {
  const sheet = await openList();
  runCommand(sheet.runtime, 'bulk');
  expect(sheet.state().panel).toEqual({ kind: 'bulk' });
  runCommand(sheet.runtime, 'bulk');
  expect(sheet.state().panel).toBeNull();
});
