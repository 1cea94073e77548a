import { expect, test } from 'vitest';
import type { SheetChoice } from '#renderer/sheet/types.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { openTestSheet, testColumn, testRows, type TestSheet } from '#tests/helpers/sheet/test-sheet.ts';

const choice = (text: string, ...keys: readonly string[]): SheetChoice => ({ text, label: text, keys });
const known = ['企業', '社会福祉法人', '一般社団法人', '一般財団法人', '任意団体'];

/** A list that grows: what a row holds is known from then on. */
async function openList(rows = 3): Promise<TestSheet> {
  const held = (): readonly string[] => sheet.stored('type');
  const sheet: TestSheet = await openTestSheet({
    columns: [
      testColumn('type', {
        title: '種別',
        editor: {
          kind: 'choice',
          choices: [choice('企業', 'きぎょう'), ...known.slice(1).map((text) => choice(text))],
        },
        newValues: async (texts) => texts.filter((text) => !known.includes(text) && !held().includes(text)),
      }),
      testColumn('name'),
    ],
    rows: testRows({ type: Array.from({ length: rows }, () => '任意団体') }),
  });
  return sheet;
}

test('the only choice that fits is taken by Enter and Tab, by its reading as well, and nothing is asked', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('きぎょう\t');
  sheet.select('A2');
  sheet.type('社会\n');
  await sheet.settled();
  expect(sheet.stored('type')).toEqual(['企業', '社会福祉法人', '任意団体']);
  expect(sheet.questions()).toBe(0);
});

test('a value that nobody has yet is made after a question only; given up, the cell is as it was', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('見守り隊\n');
  expect(sheet.shown('type')[0]).toBe('見守り隊');
  const words = await sheet.answer(false);
  expect(words).toMatchObject({ title: sheetText.newValueTitle('種別', '見守り隊'), careful: true });
  await sheet.settled();
  expect(sheet.shown('type')[0]).toBe('任意団体');
  expect(sheet.told).toEqual([sheetText.newValueGivenUp]);
  expect(sheet.runtime.core.pending.rejected.getState()).toEqual([]);
});

test('a value that was agreed to is no new one any more', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('見守り隊\n');
  await sheet.answer(true);
  await sheet.settled();
  sheet.type('見守り隊\n');
  await sheet.settled();
  expect(sheet.stored('type')).toEqual(['見守り隊', '見守り隊', '任意団体']);
  expect(sheet.questions()).toBe(1);
});

test('several choices fit and none is marked: it is asked; the marked one is taken', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('一般\n');
  await sheet.answer(false);
  await sheet.settled();
  sheet.select('A1');
  sheet.type('一般');
  sheet.press('ArrowDown', 'ArrowDown', 'Enter');
  await sheet.settled();
  expect(sheet.stored('type')[0]).toBe('一般財団法人');
});

test('a paste asks once for all its new values, and is given up whole', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.paste('見守り隊\r\n企業\r\n応援団');
  const words = await sheet.answer(false);
  expect(words.title).toBe(sheetText.newValuesTitle);
  expect(words.body).toContain(sheetText.newValueLine('種別', ['見守り隊', '応援団'], ''));
  await sheet.settled();
  expect(sheet.register.written).toEqual([]);
  sheet.press('Ctrl+V');
  await sheet.answer(true);
  await sheet.settled();
  expect(sheet.stored('type')).toEqual(['見守り隊', '企業', '応援団']);
  expect(sheet.register.written).toHaveLength(1);
});

test('a fill and a row to be made ask as well', async () => {
  const sheet = await openList();
  sheet.select('A1:A2');
  sheet.type('見守り隊');
  sheet.press('Ctrl+Enter');
  expect((await sheet.answer(false)).title).toBe(sheetText.newValueTitle('種別', '見守り隊'));
  await sheet.settled();
  const { commands } = sheet.runtime.core.props();
  if (commands !== undefined) Object.assign(commands, { canAdd: true });
  sheet.select('A3');
  sheet.paste('企業\r\n応援団');
  await sheet.answer(true);
  expect((await sheet.answer(false)).title).toBe(sheetText.newValueTitle('種別', '応援団'));
  await sheet.settled();
  expect(sheet.register.written).toEqual([]);
});

test('many new values are not all named', async () => {
  const sheet = await openList(20);
  sheet.select('A1');
  sheet.paste(Array.from({ length: 15 }, (_, place) => `隊${place}`).join('\r\n'));
  const { body } = await sheet.answer(false);
  expect(body).toContain('「隊11」 ほか 3 件');
  await sheet.settled();
});

test('a preview that is shown anyway names the new values, and nothing else is asked', async () => {
  const sheet = await openList(250);
  sheet.select('A1:A250');
  sheet.paste('見守り隊');
  const preview = await sheet.preview();
  expect(preview.newValues).toEqual([{ column: '種別', names: ['見守り隊'] }]);
  preview.answer(false);
  await sheet.settled();
  expect(sheet.questions()).toBe(0);
  expect(sheet.register.written).toEqual([]);
});

test('while the question is open Ctrl+Z pressed before it takes nothing back', async () => {
  const sheet = await openList();
  sheet.select('B1');
  sheet.type('x\n');
  await sheet.settled();
  sheet.select('A1');
  sheet.type('見守り隊\n');
  sheet.press('Ctrl+Z');
  await sheet.answer(false);
  await sheet.settled();
  expect(sheet.stored('name')[0]).toBe('x');
});

test('Alt+Down opens the choices at the cell’s own value; arrows go round, Enter takes the marked one', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.press('Alt+ArrowDown');
  expect(sheet.state().editing).toMatchObject({ text: '任意団体', listOpened: true });
  sheet.press('ArrowUp', 'Enter');
  await sheet.settled();
  expect(sheet.stored('type')[0]).toBe('一般財団法人');
  sheet.select('A1');
  sheet.press('Alt+ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await sheet.settled();
  expect(sheet.stored('type')[0]).toBe('企業');
});

test('in a list of several values the space bar ticks the marked one, and Enter enters all that are ticked', async () => {
  const sheet = await openTestSheet({
    columns: [testColumn('fields', { editor: { kind: 'many', labels: ['福祉', '環境', '防災'] } })],
    rows: testRows({ fields: ['福祉'] }),
  });
  sheet.select('A1');
  sheet.press('Alt+ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', ' ', 'Enter');
  await sheet.settled();
  expect(sheet.stored('fields')).toEqual(['福祉\n防災']);
});

test('Alt+Down opens the menu of the column where a cell has no choices, and enters what was typed', async () => {
  const sheet = await openList();
  sheet.select('B2');
  sheet.press('Alt+ArrowDown');
  expect(sheet.state().panel).toMatchObject({ kind: 'filter', columnId: 'name' });
});
