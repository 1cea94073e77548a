import { expect, test } from 'vitest';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { openTestSheet, testColumn, testRows, type TestSheet } from '#tests/helpers/sheet/test-sheet.ts';

// Keys without a pause between them: each is meant for what the ones before it have left.

function openList(): Promise<TestSheet> {
  return openTestSheet({
    columns: [testColumn('members'), testColumn('citizens')],
    rows: testRows({ members: ['192', '213', '10', '100'], citizens: ['80', '90', '5', '6'] }),
  });
}

const start = ['192', '213', '10', '100'];

test('what is typed fast lands cell by cell, and each entry is one step back', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('11\n12\n13\n');
  expect(sheet.active()).toBe('A4');
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(['11', '12', '13', '100']);
  for (const left of [['11', '12', '10', '100'], ['11', '213', '10', '100'], start]) {
    sheet.press('Ctrl+Z');
    await sheet.settled();
    expect(sheet.shown('members')).toEqual(left);
  }
});

test('Ctrl+Z right after an entry that is still being written waits for it and takes just that back', async () => {
  const sheet = await openList();
  const release = sheet.register.hold();
  sheet.select('A1');
  sheet.type('11\n12\n');
  sheet.press('Ctrl+Z');
  release();
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(['11', '213', '10', '100']);
});

test('Ctrl+Z right after a fill or a paste takes just that back, Ctrl+Y brings it again', async () => {
  const sheet = await openList();
  sheet.select('A1:A3');
  sheet.press('Ctrl+D', 'Ctrl+Z');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(start);
  sheet.paste('7\r\n8\r\n9\r\n');
  sheet.press('Ctrl+Z', 'Ctrl+Y');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(['7', '8', '9', '100']);
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(start);
});

test('what is entered after Ctrl+Z is not what Ctrl+Z takes back', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('128\n1200\n');
  sheet.press('Ctrl+Z', 'Ctrl+Z');
  sheet.type('5\n');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(['192', '213', '5', '100']);
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(start);
});

test('the same text after Ctrl+Z is an entry: what the cell shows at that moment proves nothing', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('555\n');
  await sheet.settled();
  sheet.press('ArrowUp', 'Ctrl+Z');
  sheet.type('555\n');
  await sheet.settled();
  expect(sheet.stored('members')[0]).toBe('555');
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(start);
});

test('Delete after Ctrl+Z empties what has come back', async () => {
  const sheet = await openList();
  sheet.select('A1:A2');
  sheet.press('Delete', 'ArrowDown', 'Ctrl+Z', 'Delete');
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(['192', '', '10', '100']);
});

test('what is copied after Ctrl+Z is what has come back, and a paste right after takes it', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('555\n');
  sheet.press('ArrowUp', 'Ctrl+Z', 'Ctrl+C', 'ArrowDown', 'Ctrl+V');
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(['192', '192', '10', '100']);
  expect(sheet.clipboard.plain).toBe('192');
});

test('a paste and a fill go where the selection was when the key was pressed', async () => {
  const sheet = await openList();
  const release = sheet.register.hold();
  sheet.select('A1');
  sheet.type('1\n');
  sheet.select('A2:A3');
  sheet.press('Delete', 'ArrowRight', 'ArrowRight');
  sheet.select('B4');
  release();
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(['1', '', '', '100']);
  expect(sheet.stored('citizens')).toEqual(['80', '90', '5', '6']);
});

test('a text entered into a cell that is still being emptied stays in sight', async () => {
  const sheet = await openList();
  const releaseEntry = sheet.register.hold();
  sheet.select('B1');
  sheet.type('z\n');
  sheet.select('A1');
  sheet.press('Delete');
  sheet.type('9\n');
  await sheet.until(() => sheet.register.sent() === 1);
  const releaseDelete = sheet.register.hold();
  releaseEntry();
  await sheet.until(() => sheet.register.sent() === 2);
  expect(sheet.shown('members')[0]).toBe('9');
  releaseDelete();
  await sheet.settled();
  expect(sheet.stored('members')[0]).toBe('9');
});

test('a fill is a step of its own, although its cell has been given the same text by a later entry already', async () => {
  const sheet = await openList();
  const release = sheet.register.hold();
  sheet.select('B1');
  sheet.type('z\n');
  sheet.select('A1');
  sheet.press('Delete', 'Backspace', 'Enter');
  release();
  await sheet.settled();
  expect(sheet.register.written.map(({ label }) => label)).toEqual(['', sheetText.clear, '']);
});

test('a paste does not call back who has gone on to the next cell', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.press('Ctrl+C', 'ArrowDown', 'Ctrl+V', 'ArrowDown');
  sheet.type('7');
  await sheet.until(() => sheet.stored('members')[1] === '192');
  expect(sheet.active()).toBe('A3');
  sheet.type('7\n');
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(['192', '192', '77', '100']);
  expect(sheet.active()).toBe('A4');
});

test('what waits for its turn is written although the list is left', async () => {
  const sheet = await openList();
  const release = sheet.register.hold();
  sheet.select('A1');
  sheet.type('1\n2\n');
  sheet.press('Delete');
  sheet.grid.leave();
  release();
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(['1', '2', '', '100']);
});

test('the step that would take an import asks, and is the last one that the keys before it can reach', async () => {
  const sheet = await openList();
  sheet.register.elsewhere((rows) => rows.slice(0, 3), true);
  await sheet.settled();
  sheet.select('A1');
  sheet.type('11\n');
  sheet.press('Ctrl+Z', 'Ctrl+Z', 'Ctrl+Z');
  await sheet.answer(false);
  await sheet.settled();
  expect(sheet.questions()).toBe(1);
  expect(sheet.stored('members')).toEqual(['192', '213', '10']);
});
