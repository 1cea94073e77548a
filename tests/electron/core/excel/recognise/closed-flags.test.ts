import { importRegister, layoutWorkbook, storedGroups } from '#tests/helpers/register-layouts.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';
import { describe, expect, it } from 'vitest';

type Cell = string | number | boolean | null;

/** The flags of the telephone of one group a row, and what is done with the rows. */
async function flagsOf(
  headers: readonly string[],
  cells: readonly (readonly Cell[])[],
  phones: readonly string[] = [],
) {
  const rows = cells.map((row, index) => [`団体${index + 1}の会`, phones[index] ?? `083-222-000${index}`, ...row]);
  const ledger = tempLedger();
  const texts = [['団体名', '電話番号', ...headers], ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'boolean' ? String(cell).toUpperCase() : cell)),
  );
  const [sheet] = (await layoutWorkbook([{ name: '名簿', rows: texts }])).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const { analysis } = importRegister(ledger, sheet);
  return {
    flags: storedGroups(ledger).map((group) => group.phonePublic),
    actions: analysis.rows.slice(1).map((row) => row.action),
    groups: storedGroups(ledger),
  };
}

describe('a telephone number nobody may tell', () => {
  it.each(['非公開', '電話番号(非公開希望)', '電話番号非公開'])('stays closed by any yes below %s', async (header) => {
    const words: Cell[] = ['○', '1', 'はい', '希望する', 'する', 'TRUE', '有', '可', 'レ', '◎'];
    const { flags } = await flagsOf(
      [header],
      words.map((word) => [word]),
    );
    expect(flags.filter((flag) => flag === true)).toEqual([]);
    expect(flags.filter((flag) => flag === false).length).toBeGreaterThan(0);
  });

  it('stays closed by ○ below 公開不可', async () => {
    const { flags } = await flagsOf(['公開不可'], [['○'], ['○'], ['○']]);
    expect(flags.filter((flag) => flag === true)).toEqual([]);
  });

  it.each(['要相談', '可/否', '可・否', '公開・非公開', '○×', '△', '？', '応相談', '本人に確認', '一部公開', '3'])(
    'stays closed when the cell says %s, and the row asks',
    async (word) => {
      const { flags, actions } = await flagsOf(['電話公開'], [['○'], ['×'], [word]]);
      expect(flags).toEqual([true, false, null]);
      expect(actions).toEqual(['add', 'add', 'check']);
    },
  );

  it('stays closed when the column has codes that nobody explains', async () => {
    const coded = await flagsOf(['電話公開'], [[1], [2], [1], ['１'], ['公開']]);
    expect(coded.flags).toEqual([null, null, null, null, true]);
    expect(coded.actions).toEqual(['check', 'check', 'check', 'check', 'add']);
    const plain = await flagsOf(['電話公開'], [[1], [0], [1]]);
    expect(plain.flags).toEqual([true, false, true]);
    expect(plain.actions).toEqual(['add', 'add', 'add']);
  });

  it.each([
    ['電話公開(1:非公開 2:公開)', [1, 2, 1], [false, true, false]],
    ['電話公開（１＝公開、２＝非公開）', [1, 2, 1], [true, false, true]],
    ['電話公開\n(1.公開 0.非公開)', [1, 0, 1], [true, false, true]],
    ['電話公開（○：非公開　×：公開）', ['○', '×', '〇'], [false, true, false]],
    ['電話公開(○公開・×非公開)', ['○', '×', '◯'], [true, false, true]],
  ])('is told by a header that explains its codes: %s', async (header, cells, expected) => {
    const { flags } = await flagsOf(
      [header],
      cells.map((cell) => [cell]),
    );
    expect(flags).toEqual(expected);
  });

  it('stays closed when its own cell says 非公開 and the flag says the contrary, and the row asks', async () => {
    const phones = ['083-222-1111(非公開)', '非公開', '083-222-3333'];
    const { flags, actions, groups } = await flagsOf(['電話公開'], [['○'], ['○'], ['○']], phones);
    expect(flags).toEqual([false, false, true]);
    expect(actions).toEqual(['check', 'check', 'add']);
    expect(groups.map((group) => group.phone)).toEqual(['083-222-1111', null, '083-222-3333']);
  });

  it('stays closed when 可 and 不可 are both marked, and the row asks', async () => {
    const ledger = tempLedger();
    const rows = [
      ['団体名', '電話番号', '電話番号の公開', null],
      [null, null, '可', '不可'],
      ['あ会', '083-222-1111', '○', null],
      ['い会', '083-222-2222', null, '○'],
      ['う会', '083-222-3333', '○', '○'],
      ['え会', '083-222-4444', '○', '×'],
      ['お会', '083-222-5555', '×', '○'],
    ];
    const [sheet] = (await layoutWorkbook([{ name: '名簿', rows, merges: ['C1:D1', 'A1:A2', 'B1:B2'] }])).sheets;
    if (sheet === undefined) throw new Error('no sheet');
    const { analysis } = importRegister(ledger, sheet);
    expect(storedGroups(ledger).map((group) => group.phonePublic)).toEqual([true, false, false, true, false]);
    expect(analysis.rows.slice(2).map((row) => row.action)).toEqual(['add', 'add', 'check', 'add', 'add']);
  });
});
