import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import type { CellValue } from '#shared/contract/common.ts';
import type { ExportLayout, ExportOptions } from '#shared/contract/transfer.ts';
import { type OrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { invented } from '#tests/helpers/invented-group.ts';
import { failureOf, importFile, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { packageTexts } from '#tests/helpers/package-parts.ts';
import { convertWithSoffice, NO_SOFFICE, soffice } from '#tests/helpers/soffice.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

async function newCore(): Promise<OpenCore> {
  const core = openCore(tempFolder());
  await core.call('ledger.create', { title: '台帳' });
  return core;
}

async function exported({ core, call }: OpenCore, layout: ExportLayout, options: ExportOptions = {}) {
  const made = await call('exports.create', { layout, options });
  const file = core.exportFile(made.exportId).path;
  return { ...made, file, content: readFileSync(file) };
}

/** The table of an exported register: rows by heading, under the title and the row of headings. */
async function tableOf(content: Uint8Array): Promise<Map<string, string>[]> {
  const { sheets } = await parseWorkbook(content);
  const texts = (sheets[0]?.rows ?? []).map((row) => row.cells.map((cell) => cell?.text ?? ''));
  const header = texts.findIndex((row) => row.includes('団体名'));
  return texts
    .slice(header + 1)
    .map((row) => new Map((texts[header] ?? []).map((label, index) => [label, row[index] ?? ''])));
}

/** All groups of the ledger by field, in the order of their numbers. */
async function groupsOf({ call }: OpenCore): Promise<Record<OrganizationFieldKey, CellValue>[]> {
  const { viewId, total } = await call('organizations.openView', {});
  const { rows } = await call('organizations.readBlock', { viewId, start: 0, end: total });
  return rows.map((row) => {
    const entries = organizationFields.map(({ key }, index) => [key, row?.[index + 1] ?? null] as const);
    return Object.fromEntries(entries) as Record<OrganizationFieldKey, CellValue>;
  });
}

const personal = organizationFields.filter((field) => field.personal);

describe('the external register', () => {
  test('has no personal column, and every telephone that is not public is blank', async () => {
    const core = await newCore();
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    const { content, rows, warnings } = await exported(core, 'organizations-public');
    expect({ rows, warnings }).toEqual({ rows: 254, warnings: [] });
    const table = await tableOf(content);
    const groups = await groupsOf(core);
    expect(table).toHaveLength(254);
    for (const { label } of personal) expect(table[0]?.has(label)).toBe(false);
    expect(table.map((row) => row.get('電話番号'))).toEqual(
      groups.map(({ phone, phonePublic }) => (phonePublic === true ? phone : '')),
    );
    expect(groups.filter(({ phonePublic }) => phonePublic === true).length).toBeGreaterThan(50);
    const all = [...packageTexts(content).values()].join('\n');
    const secret = groups.flatMap(({ phone, phonePublic, repName, email }) => [
      phonePublic === true ? null : phone,
      repName,
      email,
    ]);
    expect(secret.filter((value) => typeof value === 'string' && value.length > 4 && all.includes(value))).toEqual([]);
  });

  test('with personal columns, only values that are flagged as public are in it; 備考 never', async () => {
    const core = await newCore();
    const flags = [
      'repNamePublic',
      'contactNamePublic',
      'addressPublic',
      'mobilePublic',
      'faxPublic',
      'emailPublic',
      'phonePublic',
    ];
    const values = {
      repName: '山田 太郎',
      repKana: 'ヤマダ タロウ',
      contactName: '田中 花子',
      contactKana: 'タナカ ハナコ',
      postal: '7530056',
      address: '湯田温泉1丁目1番',
      mobile: '090-1234-5678',
      fax: '083-226-4041',
      email: 'a@example.jp',
      phone: '083-226-4040',
      note: '内部のメモ',
      city: '山口市',
    };
    for (const [index, flag] of [true, false, null].entries()) {
      const stated = Object.fromEntries(flags.map((key) => [key, flag]));
      await core.call('organizations.add', {
        values: { ...values, ...stated, name: `会${index}`, regNo: String(index) },
      });
    }
    const { content, warnings } = await exported(core, 'organizations-public', { personalColumns: true });
    expect(warnings).toHaveLength(1);
    const [open, closed, unstated] = await tableOf(content);
    const shown = personal.filter(({ key }) => key !== 'note');
    expect(shown.map(({ label }) => open?.get(label))).not.toContain('');
    for (const row of [closed, unstated]) {
      expect(shown.map(({ label }) => row?.get(label))).toEqual(shown.map(() => ''));
      expect(row?.get('電話番号')).toBe('');
      expect(row?.get('市町')).toBe('山口市');
    }
    expect(open?.has('備考')).toBe(false);
    expect([...packageTexts(content).values()].join('\n')).not.toContain('内部のメモ');
  });
});

describe('the internal register', () => {
  test('has every field of every group and says that it is to be handled with care', async () => {
    const core = await newCore();
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    const { content } = await exported(core, 'organizations', { date: '2026-04-01' });
    const table = await tableOf(content);
    expect([...(table[0]?.keys() ?? [])]).toEqual(organizationFields.map(({ label }) => label));
    expect(table.map((row) => row.get('電話番号'))).toEqual((await groupsOf(core)).map(({ phone }) => phone ?? ''));
    const all = [...packageTexts(content).values()].join('\n');
    expect(all).toContain('取扱注意：個人情報を含みます。');
    expect(all).toContain('令和8年4月1日現在　254団体');
  });

  test('imported again writes nothing, also with partial dates, odd texts and every kind of flag', async () => {
    const core = await newCore();
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    for (let index = 0; index < 120; index += 1)
      await core.call('organizations.add', { values: invented(index) as never }); // boundary: a record of all fields
    for (const values of oddGroups) await core.call('organizations.add', { values });
    const before = await groupsOf(core);
    const { file, rows } = await exported(core, 'organizations');
    const { uploadId } = core.core.registerUploadPath(file);
    const preview = await core.call('imports.analyze', { uploadId, choices: {} });
    const { rows: changed } = await core.call('imports.rows', {
      importId: preview.importId,
      actions: ['add', 'change', 'check'],
      start: 0,
      end: 50,
    });
    expect(changed.map(({ title, action, reason, changes }) => ({ title, action, reason, changes }))).toEqual([]);
    expect(preview.counts).toMatchObject({ read: rows, same: rows, add: 0, change: 0, check: 0 });
    expect(await core.call('imports.apply', { importId: preview.importId })).toMatchObject({ changeSetId: null });
    expect(await groupsOf(core)).toEqual(before);
  });
});

const formulas = ['=1+1', '+81', '@SUM(A1)', '-5', "'=1", '＝1+1', '=HYPERLINK("http://x","y")', '\t=2', '<b>&amp;"'];
const oddGroups = [
  ...formulas.map((text, index) => ({
    name: text,
    regNo: `F${index}`,
    note: text,
    purpose: `${text}\n${text}`,
    area: text,
  })),
  { name: '年だけの会', regNo: 'D1', established: '昭和60年', registered: '2020-04', validUntil: '2027' },
  { name: '公開の会', regNo: 'D2', phone: '083-226-4040', phonePublic: true, addressPublic: false, email: 'A@例.jp' },
  { name: '𠮷野家葛󠄀の会 ①㈱', regNo: '０００７', nameKana: 'ヨシノ', fields: ['環境の保全', '独自の分野'] },
  {
    name: '複数　行の会',
    regNo: 'D4',
    activity: '一、二\n三\n\n四',
    members: 0,
    membersCitizen: 0,
    orgType: '虹色の団体',
  },
];

describe('what is written', () => {
  test.each(['organizations', 'organizations-public', 'prefecture-form-3', 'status-list'] as const)(
    '%s names neither a person nor a computer in its properties',
    async (layout) => {
      const core = await newCore();
      await core.call('app.setActor', { actor: 'カナリア 太郎' });
      await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
      await importFile(core, fixturePath('山口市_実行計画実施状況一覧.xlsx'));
      const { content } = await exported(core, layout);
      const parts = packageTexts(content);
      expect([...parts.values()].join('\n')).not.toContain('カナリア');
      if (layout === 'prefecture-form-3') return; // its other parts are the prefecture's, byte for byte
      const properties = [...parts].filter(([name]) => name.startsWith('docProps/')).map(([, text]) => text);
      expect(properties.join()).not.toMatch(/creator|lastModifiedBy|Company|Manager|Application/);
    },
  );

  test.skipIf(soffice === undefined)(
    `text that looks like a formula stays text in LibreOffice (${soffice ?? NO_SOFFICE})`,
    async () => {
      const core = await newCore();
      for (const values of oddGroups) await core.call('organizations.add', { values });
      for (const layout of ['organizations', 'organizations-public'] as const) {
        const { content } = await exported(core, layout);
        expect([...packageTexts(content).values()].join('')).not.toContain('<f>');
        const converted = convertWithSoffice(content, 'fods').toString('utf8');
        expect(converted).not.toContain('table:formula');
        const cells = [
          ...converted.matchAll(/<table:table-cell[^>]*office:value-type="(\w+)"[^>]*><text:p>([^<]*)<\/text:p>/g),
        ];
        const types = new Map(cells.map(([, type, text]) => [text ?? '', type]));
        for (const text of ['=1+1', '+81', '@SUM(A1)', '-5', '＝1+1'])
          expect([text, types.get(text)]).toEqual([text, 'string']);
      }
    },
  );

  test('with nothing in the ledger there is nothing to export, but for the prefecture that is an answer too', async () => {
    const core = await newCore();
    for (const layout of ['status-list', 'organizations', 'organizations-public'] as const)
      expect(await failureOf(core.call('exports.create', { layout, options: {} }))).toMatchObject({
        code: 'NOTHING_TO_EXPORT',
      });
    expect(await exported(core, 'prefecture-form-3')).toMatchObject({ rows: 0 });
    expect((await core.call('exports.layouts', {})).map(({ layout, ready }) => [layout, ready])).toEqual([
      ['status-list', false],
      ['organizations', false],
      ['organizations-public', false],
      ['prefecture-form-3', true],
    ]);
  });

  test('an impossible day and an unknown plan are refused', async () => {
    const core = await newCore();
    await importFile(core, fixturePath('山口市_実行計画実施状況一覧.xlsx'));
    await core.call('organizations.add', { values: { name: '虹の会' } });
    const create = (layout: ExportLayout, options: ExportOptions) =>
      failureOf(core.call('exports.create', { layout, options }));
    expect(await create('organizations', { date: '2026-02-30' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await create('prefecture-form-3', { date: '2026-13-01' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await create('status-list', { planId: 'ない' })).toMatchObject({ code: 'NOTHING_TO_EXPORT' });
  });

  test('comes in pieces that together are the file, and is gone once discarded', async () => {
    const core = await newCore();
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    const { exportId, bytes, content, fileName } = await exported(core, 'organizations');
    expect(path.extname(fileName)).toBe('.xlsx');
    const pieces: Buffer[] = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const piece: { base64: string; next: number | null } = await core.call('exports.read', { exportId, offset });
      pieces.push(Buffer.from(piece.base64, 'base64'));
      offset = piece.next;
    }
    expect(Buffer.concat(pieces)).toEqual(content);
    expect(content).toHaveLength(bytes);
    await core.call('exports.discard', { exportId });
    expect(await failureOf(core.call('exports.read', { exportId, offset: 0 }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
