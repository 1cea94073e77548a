import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { fixture, importRegister, storedGroups } from '#tests/helpers/register-layouts.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

async function importCase(ledger: ReturnType<typeof tempLedger>, name: string) {
  const { sheets } = await parseWorkbook(readFileSync(fixture(`cases/${name}.csv`)));
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error(`${name} has no sheet`);
  return importRegister(ledger, sheet);
}

describe('two files of two centers', () => {
  it('keep two groups of one name in two cities apart', async () => {
    const ledger = tempLedger();
    await importCase(ledger, 'merge-same-name-other-city-1');
    await importCase(ledger, 'merge-same-name-other-city-2');
    expect(storedGroups(ledger).map(({ name, city, phone }) => [name, city, phone])).toEqual([
      ['みんなの食堂', '下関市', '083-266-1211'],
      ['あおばの会', '下関市', '083-222-3344'],
      ['みんなの食堂', '宇部市', '0836-31-1234'],
      ['みどりの会', '宇部市', '0836-33-5678'],
    ]);
  });

  it('keep the branches of one corporation apart, also when the file comes again', async () => {
    const ledger = tempLedger();
    await importCase(ledger, 'merge-shared-corporate-number-1');
    expect((await importCase(ledger, 'merge-shared-corporate-number-2')).result.changes).toBe(0);
    expect(storedGroups(ledger).map(({ name, phone }) => [name, phone])).toEqual([
      ['ハーフ月曜広場', '083-266-1211'],
      ['ハーフ水曜広場', '083-245-1212'],
      ['ハーフ日曜広場', '083-772-1213'],
    ]);
  });
});
