import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRows, countWrites } from '#core/imports/preview.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import type { Ledger } from '#db/open.ts';
import { listStoredOrganizations, type StoredOrganization } from '#db/queries/organization-merge.ts';
import { createReader } from '#db/reader.ts';
import type { ImportAnswer, ImportRow } from '#shared/contract/imports.ts';
import type { OrganizationFieldKey, OrganizationValue } from '#shared/domain/organization/fields.ts';
import { analyzeRegister, importRegister, textSheet } from '#tests/helpers/register-layouts.ts';
import { withLedger } from '#tests/helpers/temp-ledger.ts';

/** Few values of each kind, so that groups share names, numbers, corporate numbers, cities and telephones all the time. */
const pools = {
  登録番号: ['A-1', 'A-2', 'A-3', 'A-4'],
  団体名: ['みんなの食堂', 'NPO法人みんなの食堂', 'あおばの会', 'ほたる西防災ネット', 'ほたる防災ネットワーク'],
  フリガナ: ['ミンナノショクドウ', 'アオバノカイ', 'ホタルボウサイ'],
  市町: ['下関市', '宇部市', '山口市'],
  住所: ['中央町1-1', '中央町1-1 会館2階', '常盤町2-3', '竹崎町5-6'],
  電話番号: ['083-266-1211', '0836-31-1234', '083-222-3344', '－'],
  代表者: ['青木 一郎', '白石 次郎', '黒田 三郎'],
  法人番号: ['8010005018418', '7000012050002'],
  構成員数: ['5', '6', '7'],
} as const;
const header = Object.keys(pools);

const cell = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 3 });
const row = fc
  .tuple(...Object.values(pools).map(cell))
  .map((cells) => cells.map((text, index) => (index === 1 && text === null ? 'みんなの食堂' : text)));

const register: fc.Arbitrary<Sheet> = fc
  .tuple(fc.subarray(header, { minLength: 2 }), fc.array(row, { minLength: 1, maxLength: 8 }))
  .map(([kept, rows]) => {
    const columns = header
      .map((_, index) => index)
      .filter((index) => index === 1 || kept.includes(header[index] ?? ''));
    return textSheet([header, ...rows].map((cells) => columns.map((index) => cells[index] ?? null)));
  });

const stored = (ledger: Ledger): readonly StoredOrganization[] =>
  listStoredOrganizations(createReader(ledger.connection));

/** What a person sees at once: two texts that are not the same, nor one a part of the other, nor another legal form. */
function contradictions(row: ImportRow, { record }: StoredOrganization): readonly string[] {
  const fields = ['regNo', 'name', 'nameKana', 'city', 'address', 'phone', 'repName', 'corporateNumber'] as const;
  const plain = (value: OrganizationValue | undefined): string => String(value ?? '').replace(/NPO法人|\s/g, '');
  return fields.filter((field) => {
    const [told, known] = [plain(row.values[field]), plain(record[field])];
    if (told === '' || known === '') return false;
    return field === 'address' ? !told.startsWith(known) && !known.startsWith(told) : told !== known;
  });
}

type Diff = Readonly<Record<string, readonly [OrganizationValue, OrganizationValue]>>;

function differences(before: StoredOrganization, after: StoredOrganization): Diff {
  const keys = Object.keys(before.record) as OrganizationFieldKey[]; // boundary: keys of a record
  const changed = keys.filter((key) => JSON.stringify(before.record[key]) !== JSON.stringify(after.record[key]));
  return Object.fromEntries(changed.map((key) => [key, [before.record[key], after.record[key]]] as const));
}

/** The rows whose previewed changes are just what happened to a group. */
function writersOf(diff: Diff, rows: readonly ImportRow[]): readonly ImportRow[] {
  const text = (value: OrganizationValue | undefined): string => String(value ?? '');
  return rows.filter(
    ({ changes }) =>
      changes.length === Object.keys(diff).length &&
      changes.every(({ field, before, after }) => {
        const [was, is] = diff[field] ?? [undefined, undefined];
        return diff[field] !== undefined && text(was) === before && text(is) === after;
      }),
  );
}

function changedGroups(before: readonly StoredOrganization[], after: readonly StoredOrganization[]) {
  const now = new Map(after.map((group) => [group.id, group]));
  return before.flatMap((group) => {
    const diff = differences(group, now.get(group.id) ?? group);
    return Object.keys(diff).length === 0 ? [] : [{ group, diff }];
  });
}

const runs = { numRuns: 100 };
/** A run writes ledgers to disk; a busy machine takes its time. */
const patient = { timeout: 120_000 };

describe('any register imported into any other', () => {
  it('changes no cell of a group that contradicts its row in two fields, and writes no group twice', patient, () => {
    fc.assert(
      fc.property(register, register, (first, second) =>
        withLedger((ledger) => {
          importRegister(ledger, first);
          const before = stored(ledger);
          const { analysis } = importRegister(ledger, second);
          const after = stored(ledger);
          const changed = changedGroups(before, after);
          for (const { group, diff } of changed) {
            const writers = writersOf(diff, analysis.rows).map((each) => contradictions(each, group).length);
            expect(Math.min(...writers)).toBeLessThan(2);
          }
          const writes = countWrites(analysis.rows);
          expect({ added: after.length - before.length, changed: changed.length }).toEqual(writes);
        }),
      ),
      runs,
    );
  });

  it('changes nothing when it comes a second time', patient, () => {
    fc.assert(
      fc.property(register, register, (first, second) =>
        withLedger((ledger) => {
          importRegister(ledger, first);
          importRegister(ledger, second);
          const again = importRegister(ledger, second);
          expect(again.result.changes).toBe(0);
          expect(countRows(again.analysis.rows)).toMatchObject({ add: 0, change: 0 });
        }),
      ),
      runs,
    );
  });

  it('does what its preview counts, whatever a person answers', patient, () => {
    const answers = fc.array(fc.nat(99), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(register, register, answers, (first, second, words) =>
        withLedger((ledger) => {
          importRegister(ledger, first);
          const before = stored(ledger);
          const asking = analyzeRegister(ledger, second).rows.filter(({ question }) => question !== undefined);
          const chosen = asking.map((each, index) => [String(each.row), answerOf(each, words[index] ?? 0, before)]);
          const { analysis } = importRegister(ledger, second, { answers: Object.fromEntries(chosen) });
          const after = stored(ledger);
          const changed = changedGroups(before, after).length;
          expect({ added: after.length - before.length, changed }).toEqual(countWrites(analysis.rows));
          const numbers = after.flatMap(({ record }) => (record.regNo === null ? [] : [record.regNo]));
          expect(new Set(numbers).size).toBe(numbers.length);
        }),
      ),
      runs,
    );
  });
});

/** One of the groups that the question names, any other group, a new one, or nothing. */
function answerOf({ question }: ImportRow, word: number, groups: readonly StoredOrganization[]): ImportAnswer {
  const ids = [...(question?.groups ?? []), ...groups].map(({ id }) => id);
  const id = ids[word % Math.max(1, ids.length)];
  if (word % 4 === 0) return { as: 'leave' };
  return word % 4 === 1 || id === undefined ? { as: 'new' } : { as: 'group', id };
}
