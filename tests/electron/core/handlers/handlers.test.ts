import { describe, expect, test } from 'vitest';
import { errorText } from '#shared/messages/error-text.ts';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { failureOf, importFile, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

async function newCore(): Promise<OpenCore> {
  const core = openCore(tempFolder());
  await core.call('ledger.create', { title: '台帳' });
  return core;
}

describe('the program', () => {
  test('starts without a ledger, with today in Japan, and remembers who works', async () => {
    const dataDir = tempFolder();
    const first = openCore(dataDir, { now: () => new Date('2026-03-31T15:30:00Z') });
    expect(await first.call('app.state', {})).toEqual({
      version: '0.0.0',
      shell: 'browser',
      actor: '',
      today: '2026-04-01',
      ledger: null,
      startError: null,
      ledgers: [],
    });
    await first.call('app.setActor', { actor: ' 山本 ' });
    await first.close();
    expect((await openCore(dataDir).call('app.state', {})).actor).toBe('山本');
  });

  test.each([
    ['organizations.counts', {}],
    ['plans.list', {}],
    ['exports.layouts', {}],
    ['history.stacks', {}],
    ['ledger.settings', {}],
    ['ledger.backup', {}],
  ] as const)('%s without a ledger says that none is open', async (name, input) => {
    const error = await failureOf(openCore(tempFolder()).call(name, input));
    expect(error.code).toBe('NO_LEDGER');
    expect(errorText(error)).toContain('台帳を選んでください');
  });
});

describe('a new ledger', () => {
  test.each([
    ['令和8年度 団体台帳', '令和8年度 団体台帳.daicho'],
    ['a/b:c*?', 'a／b：c＊？.daicho'],
    ['../../逃げる', '..／..／逃げる.daicho'],
    ['CON', '＿CON.daicho'],
    ['𠮷'.repeat(40), `${'𠮷'.repeat(40)}.daicho`],
  ])('called %s gets a file name that every computer takes', async (title, fileName) => {
    const core = openCore(tempFolder());
    const made = await core.call('ledger.create', { title });
    expect(made).toMatchObject({ fileName, readOnly: false, savedAt: null });
    expect(made.folder.endsWith('ledgers')).toBe(true);
    expect(await failureOf(core.call('ledger.create', { title }))).toMatchObject({ code: 'LEDGER_EXISTS' });
  });

  test('is listed, and listed first once it was used last', async () => {
    const core = openCore(tempFolder());
    for (const title of ['一', '二']) await core.call('ledger.create', { title });
    const listed = async () => (await core.call('app.state', {})).ledgers.map(({ title, exists }) => [title, exists]);
    expect(await listed()).toEqual([
      ['二', true],
      ['一', true],
    ]);
    const first = (await core.call('app.state', {})).ledgers[1];
    await core.call('ledger.open', { ref: first?.ref ?? '', mode: 'write' });
    expect(await listed()).toEqual([
      ['一', true],
      ['二', true],
    ]);
    expect(await failureOf(core.call('ledger.open', { ref: 'x', mode: 'write' }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the register', () => {
  test('is read in blocks of a view; groups removed since are null, views long gone are named', async () => {
    const core = await newCore();
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    const { viewId, total } = await core.call('organizations.openView', {
      sort: [{ field: 'regNo', descending: true }],
    });
    const read = async (start: number, end: number) =>
      (await core.call('organizations.readBlock', { viewId, start, end })).rows;
    const [first] = await read(0, 1);
    expect([total, (await read(250, 300)).length, (await read(300, 400)).length]).toEqual([254, 4, 0]);
    await core.call('organizations.remove', { ids: [String(first?.[0])] });
    expect(await read(0, 2)).toEqual([null, expect.any(Array)]);
    for (let count = 0; count < 8; count += 1) await core.call('organizations.openView', {});
    expect(await failureOf(read(0, 1))).toMatchObject({ code: 'VIEW_GONE' });
    expect(await failureOf(core.call('organizations.get', { id: String(first?.[0]) }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('tells every page what was written, and nothing when nothing was', async () => {
    const core = await newCore();
    const { id, changeSetId, savedAt } = await core.call('organizations.add', {
      values: { name: '虹の会', members: 3 },
    });
    const written = () => core.events.filter(({ type }) => type === 'ledger.changed');
    expect(written()).toEqual([expect.objectContaining({ changeSetId, savedAt, tables: ['organization'] })]);
    const same = await core.call('organizations.edit', { edits: [{ id, field: 'members', value: '３人' }] });
    expect(same).toEqual({ changeSetId: null, savedAt: null, refused: [], addedIds: [] });
    expect(written()).toHaveLength(1);
    expect((await core.call('app.state', {})).ledger?.savedAt).toBe(savedAt);
  });
});

describe('a long call', () => {
  test('tells how far it is, and once cancelled ends with CANCELLED and leaves no file', async () => {
    const core = await newCore();
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    await core.call('exports.create', { layout: 'organizations', options: {}, jobId: 'job-1' });
    expect(core.events).toContainEqual(expect.objectContaining({ type: 'job.progress', jobId: 'job-1' }));
    await core.call('jobs.cancel', { jobId: 'job-2' });
    const cancelled = core.call('exports.create', { layout: 'organizations', options: {}, jobId: 'job-2' });
    expect(await failureOf(cancelled)).toMatchObject({ code: 'CANCELLED' });
    const { uploadId } = core.core.registerUploadPath(fixturePath('登録団体一覧_R8.xlsx'));
    const { importId } = await core.call('imports.analyze', { uploadId, choices: {} });
    expect(await failureOf(core.call('imports.apply', { importId, jobId: 'job-2' }))).toMatchObject({
      code: 'CANCELLED',
    });
    expect(await core.call('organizations.counts', {})).toMatchObject({ total: 254 });
  });
});

describe('an upload', () => {
  test('that is cut short, too long or unknown is named', async () => {
    const core = await newCore();
    const { uploadId } = await core.call('uploads.begin', { fileName: '名簿.csv', bytes: 10 });
    await core.call('uploads.append', { uploadId, base64: Buffer.from('12345').toString('base64') });
    const more = core.call('uploads.append', { uploadId, base64: Buffer.from('1234567').toString('base64') });
    expect(await failureOf(more)).toMatchObject({ code: 'UPLOAD_INCOMPLETE' });
    expect(await failureOf(core.call('imports.analyze', { uploadId, choices: {} }))).toMatchObject({
      code: 'UPLOAD_INCOMPLETE',
    });
    await core.call('uploads.discard', { uploadId });
    expect(await failureOf(core.call('uploads.append', { uploadId, base64: '' }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
