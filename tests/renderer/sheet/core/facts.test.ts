import { expect, onTestFinished, test } from 'vitest';
import { watchSelection } from '#renderer/sheet/core/facts.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { openTestSheet, testColumn, testRows, type TestSheet } from '#tests/helpers/sheet/test-sheet.ts';

type Facts = { words: string | null; rows: number | null; active: string | null };

async function openList(): Promise<{ readonly sheet: TestSheet; readonly facts: Facts }> {
  const facts: Facts = { words: null, rows: null, active: null };
  const sheet = await openTestSheet({
    columns: [
      testColumn('members', { number: (row) => Number(row.cells['members']) }),
      testColumn('name', { shown: (row) => `${row.cells['name']}さん` }),
    ],
    rows: testRows({ members: ['1', '2', '30'], name: ['a', 'b', 'c'] }),
    props: {
      onStatus: (words) => {
        facts.words = words;
      },
      onSelection: (rows) => {
        facts.rows = rows;
      },
      onActive: (row, columnId) => {
        facts.active = row === null ? null : `${row.id} ${columnId}`;
      },
    },
  });
  onTestFinished(watchSelection(sheet.runtime.core));
  return { sheet, facts };
}

test('a moment after the selection came to rest its cell is said as it is shown, and the screen is told', async () => {
  const { sheet, facts } = await openList();
  sheet.select('A1');
  sheet.select('B2');
  await sheet.until(() => facts.words !== null);
  expect(facts).toEqual({ words: '', rows: 1, active: 'row 2 name' });
  expect(sheet.state().announcement).toBe(sheetText.position('name', 2, 'bさん'));
});

test('of several cells the status bar has counts, sum and average', async () => {
  const { sheet, facts } = await openList();
  sheet.select('A1:A3');
  await sheet.until(() => facts.words !== null);
  expect(facts.rows).toBe(3);
  expect(facts.words).toMatch(/33/);
  expect(facts.words).toMatch(/11/);
});

test('what was said meanwhile is not talked over', async () => {
  const { sheet, facts } = await openList();
  sheet.select('A1');
  sheet.runtime.core.store.setState({ announcement: 'something else' });
  await sheet.until(() => facts.words !== null);
  expect(sheet.state().announcement).toBe('something else');
});

test('without an active cell the status bar says so', async () => {
  const { sheet, facts } = await openList();
  sheet.select('A1');
  await sheet.query({ filters: [{ columnId: 'name', kind: 'values', values: ['c'], exclude: false }] });
  await sheet.until(() => facts.words === sheetText.nothingActive);
  expect(facts).toEqual({ words: sheetText.nothingActive, rows: 0, active: null });
});
