import { expect, test } from 'vitest';
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
      testColumn('members', { editable: (row) => row.cells['name'] !== 'fixed' }),
      readOnlyColumn('code'),
    ],
    rows: testRows({
      name: ['a', 'b', 'c', 'fixed'],
      members: ['1', '2', '3', '4'],
      code: ['x', 'y', 'z', 'w'],
    }),
    ...(loaded === undefined ? {} : { loaded }),
  });
}

const typed = (sheet: TestSheet): string | null => sheet.state().editing?.text ?? null;

test('a letter types over the cell; Esc gives it up and writes nothing', async () => {
  const sheet = await openList();
  sheet.select('B1');
  sheet.type('77');
  expect(typed(sheet)).toBe('77');
  sheet.press('Escape');
  expect(typed(sheet)).toBeNull();
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(['1', '2', '3', '4']);
  expect(sheet.register.written).toEqual([]);
});

test('F2 goes on with what the cell holds, Backspace begins with nothing', async () => {
  const sheet = await openList();
  sheet.select('B1');
  sheet.press('F2');
  expect(typed(sheet)).toBe('1');
  sheet.type('2\n');
  await sheet.settled();
  expect(sheet.stored('members')[0]).toBe('12');
  sheet.press('Backspace');
  expect(typed(sheet)).toBe('');
});

test('what is typed stands in its cell at once, before it is written', async () => {
  const sheet = await openList();
  const release = sheet.register.hold();
  sheet.select('B1');
  sheet.type('77\n');
  expect(sheet.shown('members')).toEqual(['77', '2', '3', '4']);
  expect(sheet.stored('members')[0]).toBe('1');
  release();
  await sheet.settled();
  expect(sheet.stored('members')[0]).toBe('77');
});

test('an arrow ends what was begun by typing; after F2 it is the caret’s, until F2 again', async () => {
  const sheet = await openList();
  sheet.select('B1');
  sheet.type('7');
  sheet.press('ArrowRight');
  expect(sheet.active()).toBe('C1');
  await sheet.settled();
  expect(sheet.stored('members')[0]).toBe('7');

  sheet.select('B2');
  sheet.press('F2', 'ArrowRight');
  expect(sheet.active()).toBe('B2');
  expect(typed(sheet)).toBe('2');
  sheet.press('F2', 'ArrowRight');
  expect(sheet.active()).toBe('C2');
  expect(typed(sheet)).toBeNull();
});

test('the same text is no entry, and a cell that was opened and left is none either', async () => {
  const sheet = await openList();
  sheet.select('B1');
  sheet.type('1\n');
  sheet.press('F2', 'Enter');
  await sheet.settled();
  expect(sheet.register.written).toEqual([]);
});

test('a cell that was opened and left as it was keeps what came into it meanwhile', async () => {
  const sheet = await openList();
  sheet.select('B2');
  sheet.press('F2');
  sheet.register.elsewhere((rows) => rows.map((row) => ({ ...row, cells: { ...row.cells, members: '888' } })));
  await sheet.settled();
  sheet.press('Enter');
  await sheet.settled();
  expect(sheet.stored('members')[1]).toBe('888');
});

test('a column or a row that cannot be changed says so and takes no letter', async () => {
  const sheet = await openList();
  for (const [at, title] of [
    ['C1', 'code'],
    ['B4', 'members'],
  ] as const) {
    sheet.select(at);
    sheet.type('7');
    expect(typed(sheet)).toBeNull();
    expect(sheet.told.at(-1)).toBe(sheetText.readOnlyCell(title));
    expect(sheet.state().announcement).toBe(sheetText.readOnlyCell(title));
  }
});

test('a row that is not loaded yet is typed into, but not opened: an empty field would stand for its text', async () => {
  const sheet = await openList(1);
  sheet.select('B3');
  sheet.press('F2');
  expect(typed(sheet)).toBeNull();
  sheet.type('77\n');
  await sheet.until(() => sheet.register.written.length === 1);
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(['1', '2', '77', '4']);
});

test('what is typed goes to the record it was typed for, although a row above it has gone meanwhile', async () => {
  const sheet = await openList();
  sheet.select('B3');
  sheet.type('77');
  sheet.register.elsewhere((rows) => rows.slice(1));
  await sheet.settled();
  sheet.press('Enter');
  await sheet.settled();
  expect(sheet.stored('name')).toEqual(['b', 'c', 'fixed']);
  expect(sheet.stored('members')).toEqual(['2', '77', '4']);
});

test('a row that comes while it is typed into is the one that is written, wherever it stands by then', async () => {
  const sheet = await openList(1);
  sheet.select('B3');
  sheet.type('77');
  await sheet.grid.load(10);
  sheet.register.elsewhere((rows) => rows.slice(1));
  await sheet.settled();
  sheet.press('Enter');
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(['2', '77', '4']);
});

test('a text whose list was left without its row is told in words, not lost in silence', async () => {
  const sheet = await openList(1);
  sheet.select('B3');
  sheet.type('77');
  sheet.register.elsewhere((rows) => rows.slice(0, 2));
  await sheet.settled();
  sheet.press('Enter');
  await sheet.until(() => sheet.told.includes(sheetText.notWritten('members', '77')));
  expect(sheet.register.written).toEqual([]);
});

test('Alt+Enter makes a line, Ctrl+; begins with today and Ctrl+’ with the cell above; nothing is written without Enter', async () => {
  const sheet = await openList();
  sheet.select('A2');
  sheet.type('x');
  sheet.press('Alt+Enter');
  sheet.type('y\n');
  await sheet.settled();
  expect(sheet.stored('name')[1]).toBe('x\ny');
  sheet.select('A3');
  sheet.press('Ctrl+;');
  expect(typed(sheet)).toMatch(/^\d{4}-\d\d-\d\d$/);
  sheet.press('Escape', "Ctrl+'");
  await sheet.until(() => typed(sheet) === 'x\ny');
  sheet.press('Escape');
  await sheet.settled();
  expect(sheet.stored('name')[2]).toBe('c');
});

test('cells that an entry fills as well are written with it, in one step', async () => {
  const sheet = await openTestSheet({
    columns: [
      testColumn('code', {
        companions: async ({ text, textOf }) => [{ columnId: 'address', text: `${textOf('name')} ${text}` }],
      }),
      testColumn('address'),
      testColumn('name'),
    ],
    rows: testRows({ code: ['1'], address: ['old'], name: ['a'] }),
  });
  sheet.select('C1');
  sheet.type('b\n');
  sheet.select('A1');
  sheet.type('2\n');
  await sheet.settled();
  // The name typed a moment ago counts.
  expect(sheet.stored('address')).toEqual(['b 2']);
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect([sheet.stored('code'), sheet.stored('address')]).toEqual([['1'], ['old']]);
});

test('an entry stays without the cells it would fill as well when those cannot be found', async () => {
  const sheet = await openTestSheet({
    columns: [testColumn('code', { companions: () => Promise.reject(new Error('no table')) })],
    rows: testRows({ code: ['1'] }),
  });
  sheet.select('A1');
  sheet.type('2\n');
  await sheet.settled();
  expect(sheet.stored('code')).toEqual(['2']);
});

test('Shift+F2 opens the large editor with what was typed so far; what is saved there is one entry', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('lo');
  sheet.press('Shift+F2');
  await sheet.until(() => sheet.state().panel !== null);
  const { panel } = sheet.state();
  expect(panel).toMatchObject({ kind: 'long-text', title: 'name', text: 'lo', before: 'a', readOnly: false });
  if (panel?.kind === 'long-text') panel.save('long');
  await sheet.settled();
  expect(sheet.stored('name')[0]).toBe('long');
  expect(sheet.register.written).toHaveLength(1);
});

test('the large editor of a cell that cannot be changed is for reading', async () => {
  const sheet = await openList();
  sheet.select('C2');
  sheet.press('Shift+F2');
  // Not while typing F2: outside an edit Shift+F2 is the same key.
  await sheet.until(() => sheet.state().panel !== null);
  expect(sheet.state().panel).toMatchObject({ kind: 'long-text', text: 'y', readOnly: true });
});

test('a write that fails as a whole leaves the text red in its cell, with the reason', async () => {
  const sheet = await openList();
  sheet.register.failNext(new Error('the disk is full'));
  sheet.select('B1');
  sheet.type('77\n');
  await sheet.settled();
  expect(sheet.shown('members')[0]).toBe('77');
  expect(sheet.stored('members')[0]).toBe('1');
  expect(sheet.runtime.core.pending.get('row 1', 'members')).toMatchObject({
    state: 'rejected',
    message: 'the disk is full',
  });
});

test('a list without commands is only read', async () => {
  const sheet = await openTestSheet({
    columns: [testColumn('name')],
    rows: testRows({ name: ['a'] }),
    readOnly: true,
  });
  sheet.select('A1');
  sheet.type('b\n');
  await sheet.settled();
  expect(sheet.stored('name')).toEqual(['a']);
  expect(sheet.told).toEqual([sheetText.readOnlyCell('name')]);
});

test('a key of an input method that is converting is not the sheet’s', async () => {
  const sheet = await openList();
  sheet.select('B1');
  sheet.type('7');
  sheet.runtime.editor.setComposing(true);
  sheet.press('Enter');
  expect(typed(sheet)).toBe('7');
  sheet.runtime.editor.setComposing(false);
  sheet.press('Enter');
  expect(typed(sheet)).toBeNull();
});
