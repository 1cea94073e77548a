import { expect, test } from '@playwright/test';
import { openScreen } from './support/screens.ts';
import { cell, clickCell, expectActive, expectTexts, freshList, press, sharedSheet, undo } from './support/sheet.ts';

// Keys without a pause between them: each is meant for what the ones before it have left.

const open = sharedSheet();
const start = { 0: '192', 1: '213', 2: '10' } as const;

test('what is entered behind Ctrl+Z is not what Ctrl+Z takes back', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('128\n1200\n');
  await press(open, 'Control+z', 'Control+z');
  await open.page.keyboard.type('5\n');
  await expectTexts(open, 'members', { 0: '192', 1: '213', 2: '5' });
  await undo(open);
  await expectTexts(open, 'members', start);
});

test('the same text behind Ctrl+Z is an entry, and Delete empties what has come back', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('555\n');
  await expectTexts(open, 'members', { 0: '555' });
  await press(open, 'ArrowUp', 'Control+z');
  await open.page.keyboard.type('555\n');
  await expect(cell(open, 0, 'members')).toHaveText('555');
  await undo(open);
  await expectTexts(open, 'members', start);

  await clickCell(open, 0, 'members');
  await press(open, 'Shift+ArrowDown', 'Delete', 'ArrowDown', 'Control+z', 'Delete');
  await expectTexts(open, 'members', { 0: '192', 1: '', 2: '10' });
  await undo(open);
  await expectTexts(open, 'members', start);
});

test('what is copied behind Ctrl+Z is what has come back, and a paste right behind takes it', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('555\n');
  await press(open, 'ArrowUp', 'Control+z', 'Control+c', 'ArrowDown', 'Control+v');
  await expectTexts(open, 'members', { 0: '192', 1: '192' });
  await undo(open);
  await expectTexts(open, 'members', start);
});

test('a paste does not call back who has gone on to the next cell', async () => {
  await clickCell(open, 0, 'members');
  await press(open, 'Control+c', 'ArrowDown', 'Control+v', 'ArrowDown');
  await open.page.keyboard.type('7', { delay: 60 });
  await open.page.keyboard.type('7\n', { delay: 60 });
  await expectTexts(open, 'members', { 0: '192', 1: '192', 2: '77' });
  await expectActive(open, 3, 'members');
  await undo(open);
  await undo(open);
  await expectTexts(open, 'members', start);
});

test('a column cut is the one that was selected, wherever the user has gone since', async () => {
  await clickCell(open, 0, 'members');
  await press(open, 'Shift+ArrowDown', 'Control+x', 'ArrowRight', 'Control+v');
  await expectTexts(open, 'members', { 0: '', 1: '' });
  await expectTexts(open, 'membersCitizen', { 0: '192', 1: '213' });
  await undo(open);
  await expectTexts(open, 'members', start);
});

test('entries that wait for their turn are written although the screen is left', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('1\n2\n');
  await press(open, 'Delete');
  await openScreen(open.page, 'home');
  await freshList(open);
  await expectTexts(open, 'members', { 0: '1', 1: '2', 2: '' });
  for (let step = 0; step < 3; step += 1) await undo(open);
  await expectTexts(open, 'members', start);
});
