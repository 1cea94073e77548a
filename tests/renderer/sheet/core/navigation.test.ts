import { expect, test } from 'vitest';
import { openTestSheet, testColumn, testRows, type TestSheet } from '#tests/helpers/sheet/test-sheet.ts';

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** Three columns of 26 rows; the middle one has gaps. */
function openList(loaded?: number): Promise<TestSheet> {
  const middle = letters.map((letter, place) => ([3, 4, 12].includes(place) ? '' : letter));
  return openTestSheet({
    columns: [testColumn('name'), testColumn('city'), testColumn('phone')],
    rows: testRows({ name: letters, city: middle, phone: letters }),
    ...(loaded === undefined ? {} : { loaded }),
  });
}

test('arrows, Home, End and the page keys move the active cell; at the edges it stays', async () => {
  const sheet = await openList();
  const leads = (key: string, to: string): void => {
    sheet.press(key);
    expect([key, sheet.active()]).toEqual([key, to]);
  };
  sheet.select('B3');
  leads('ArrowRight', 'C3');
  leads('ArrowRight', 'C3');
  leads('ArrowUp', 'C2');
  leads('Home', 'A2');
  leads('ArrowLeft', 'A2');
  leads('End', 'C2');
  leads('PageDown', 'C12');
  leads('PageUp', 'C2');
  leads('PageUp', 'C1');
  leads('Ctrl+End', 'C26');
  leads('PageDown', 'C26');
  leads('Ctrl+Home', 'A1');
});

test('each cell that a key leads to is brought into sight', async () => {
  const sheet = await openList();
  sheet.select('B3');
  sheet.press('Ctrl+End');
  expect(sheet.grid.revealed.at(-1)).toEqual({ row: 25, column: 2 });
  sheet.press('Ctrl+Home', 'Ctrl+Backspace');
  expect(sheet.grid.revealed.at(-1)).toEqual({ row: 0, column: 0 });
});

test('Shift with a key selects from the active cell on, and takes it back again', async () => {
  const sheet = await openList();
  sheet.select('B2');
  sheet.press('Shift+ArrowDown', 'Shift+ArrowRight');
  expect(sheet.selected()).toEqual(['B2:C3']);
  expect(sheet.active()).toBe('B2');
  sheet.press('Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+ArrowUp');
  expect(sheet.selected()).toEqual(['B1:B2']);
  sheet.press('Shift+End');
  expect(sheet.selected()).toEqual(['B1:C2']);
  sheet.press('ArrowDown');
  expect(sheet.selected()).toEqual(['B3']);
});

test('Ctrl with an arrow goes to the edge of the data: to the end of a block, over a gap, to the last cell', async () => {
  const sheet = await openList();
  sheet.select('B1');
  for (const to of ['B3', 'B6', 'B12', 'B14', 'B26', 'B26']) {
    sheet.press('Ctrl+ArrowDown');
    await sheet.until(() => sheet.active() === to);
  }
  sheet.press('Ctrl+ArrowUp');
  await sheet.until(() => sheet.active() === 'B14');
  sheet.press('Ctrl+ArrowRight');
  await sheet.until(() => sheet.active() === 'C14');
  sheet.press('Ctrl+ArrowLeft');
  await sheet.until(() => sheet.active() === 'A14');
});

test('the edge of the data is found also where the rows are not loaded, and Shift selects up to it', async () => {
  const sheet = await openList(2);
  sheet.select('B6');
  sheet.press('Ctrl+Shift+ArrowDown');
  await sheet.until(() => sheet.selected().includes('B6:B12'));
  expect(sheet.active()).toBe('B6');
});

test('a key pressed after Ctrl with an arrow wins, although the walk to the edge takes longer', async () => {
  const sheet = await openList(2);
  sheet.select('B1');
  const walk = sheet.runtime.navigation.toEdge('down', false);
  sheet.press('ArrowRight');
  await walk;
  expect(sheet.active()).toBe('C1');
});

test('Ctrl+A, Ctrl+Space and Shift+Space select everything, columns and rows; Shift+Backspace leaves the active cell', async () => {
  const sheet = await openList();
  sheet.select('B3');
  sheet.press('Ctrl+A');
  expect(sheet.selected()).toEqual(['A1:C26']);
  sheet.select('B3:C3');
  sheet.press('Ctrl+ ');
  expect(sheet.selected()).toEqual(['B1:C26']);
  sheet.select('B3:B4');
  sheet.press('Shift+ ');
  expect(sheet.selected()).toEqual(['A3:C4']);
  sheet.press('Shift+Backspace');
  expect(sheet.selected()).toEqual(['A3']);
});

test('Enter and Tab lead on, with Shift back, and go round inside a selection of several cells', async () => {
  const sheet = await openList();
  sheet.select('B2');
  sheet.press('Enter', 'Tab');
  expect(sheet.active()).toBe('C3');
  sheet.press('Shift+Enter', 'Shift+Tab');
  expect(sheet.active()).toBe('B2');
  sheet.select('B2:C3');
  const round = ['Enter', 'Enter', 'Enter', 'Enter', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Enter'].map((key) => {
    sheet.press(key);
    return sheet.active();
  });
  expect(round).toEqual(['B3', 'C2', 'C3', 'B2', 'C2', 'B3', 'C2', 'B3']);
  expect(sheet.selected()).toEqual(['B2:C3']);
});

test('Enter goes through all ranges of a selection, one after the other', async () => {
  const sheet = await openList();
  sheet.select('A1:A2', 'C5');
  expect(sheet.active()).toBe('C5');
  const round = ['Enter', 'Enter', 'Enter'].map((key) => {
    sheet.press(key);
    return sheet.active();
  });
  expect(round).toEqual(['A1', 'A2', 'C5']);
});

test('columns that are hidden are not gone through, and whole rows are as wide as what is shown', async () => {
  const sheet = await openList();
  sheet.grid.hide('city');
  sheet.select('A1');
  sheet.press('ArrowRight');
  expect(sheet.active()).toBe('B1');
  sheet.type('x\n');
  await sheet.settled();
  expect(sheet.stored('phone')[0]).toBe('x');
  sheet.press('Shift+ ');
  expect(sheet.selected()).toEqual(['A2:B2']);
});

test('Enter passes over heading rows; with nothing after them it stays', async () => {
  const sheet = await openTestSheet({
    columns: [testColumn('name')],
    rows: testRows({ name: ['a', '# one', '# two', 'b', '# three'] }),
    props: { wide: { is: (row) => row.cells['name']?.startsWith('#') === true, depth: () => 0, render: () => null } },
  });
  sheet.select('A1');
  sheet.press('Enter');
  expect(sheet.active()).toBe('A4');
  sheet.press('Enter');
  expect(sheet.active()).toBe('A4');
  sheet.press('Shift+Enter');
  expect(sheet.active()).toBe('A1');
  // An arrow goes to a heading, where the space bar acts on it.
  sheet.press('ArrowDown');
  expect(sheet.active()).toBe('A2');
});

test('the space bar does on a heading row what the screen says, and types into any other', async () => {
  const pressed: string[] = [];
  const sheet = await openTestSheet({
    columns: [testColumn('name')],
    rows: testRows({ name: ['# one', 'a'] }),
    props: {
      wide: {
        is: (row) => row.cells['name']?.startsWith('#') === true,
        depth: () => 0,
        render: () => null,
        press: (row) => pressed.push(row.id),
      },
    },
  });
  sheet.select('A1');
  sheet.press(' ');
  sheet.select('A2');
  sheet.press(' ');
  expect(pressed).toEqual(['row 1']);
});
