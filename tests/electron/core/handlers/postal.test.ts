import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { errorText } from '#shared/messages/error-text.ts';
import { kenAll, kenAllLine, toShiftJis } from '#tests/helpers/ken-all.ts';
import { failureOf, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

const lists = kenAll();

async function update(core: OpenCore, fileName: string, bytes: Uint8Array) {
  const file = path.join(tempFolder(), fileName);
  writeFileSync(file, bytes);
  const { uploadId } = core.core.registerUploadPath(file);
  return core.call('postal.update', { uploadId });
}

describe('postal codes', () => {
  test('are known without a ledger and without any file', async () => {
    const { call } = openCore(tempFolder());
    expect(await call('postal.info', {})).toMatchObject({ source: 'bundled' });
    expect(await call('postal.lookup', { code: '7500001' })).toEqual([
      { prefecture: '山口県', city: '下関市', town: '幸町' },
    ]);
    expect(await call('postal.lookup', { code: '9999999' })).toEqual([]);
  });

  test.each([
    ['utf_ken_all.csv', Buffer.from(lists)],
    ['KEN_ALL.CSV', toShiftJis(`${kenAllLine('7500001', ['山口県', '下関市', '幸町（１～'])}\r\n${lists}\u001a`)],
    ['utf_ken_all.zip', zipSync({ 'utf_ken_all.csv': [strToU8(lists), { level: 1 }] })],
  ])('are taken over from %s, stay after a restart, and go back to the bundled ones', async (fileName, bytes) => {
    const dataDir = tempFolder();
    const first = openCore(dataDir);
    expect(await update(first, fileName, bytes)).toMatchObject({ month: '', source: 'file' });
    const place = [{ prefecture: '第5県', city: '第5市', town: '町5' }];
    expect(await first.call('postal.lookup', { code: '0000005' })).toEqual(place);
    await first.close();
    const { call } = openCore(dataDir);
    expect(await call('postal.lookup', { code: '0000005' })).toEqual(place);
    expect(await call('postal.reset', {})).toMatchObject({ source: 'bundled' });
    expect(await call('postal.lookup', { code: '0000005' })).toEqual([]);
  });

  test.each([
    ['名簿.csv', Buffer.from('登録番号,団体名\n1,虹の会\n'), '1行目が郵便番号の一覧の形ではありません'],
    ['空.csv', Buffer.alloc(0), '中身が空です'],
    ['35yamagu.csv', Buffer.from(kenAll(3_000, 1)), '1都道府県分しかありません'],
    ['途中.csv', Buffer.from(lists.slice(0, -30)), '101050行目が郵便番号の一覧の形ではありません'],
    ['写真.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), '文字の一覧(CSV)ではありません'],
    ['化け.csv', Buffer.from([0x31, 0x0a, 0x82, 0xff, 0x0a]), '2行目に読めない文字があります'],
    ['文書.zip', zipSync({ 'a.txt': strToU8('a') }), '圧縮ファイルの中にCSVがありません'],
    ['二つ.zip', zipSync({ 'a.csv': strToU8('a'), 'b.csv': strToU8('b') }), '圧縮ファイルの中にCSVがいくつもあります'],
    [
      '途中.zip',
      zipSync({ 'a.csv': strToU8(lists.slice(0, 9_000)) }).slice(0, 500),
      'こわれているか、途中で切れています',
    ],
    ['爆弾.zip', zipSync({ 'a.csv': new Uint8Array(30_000_000) }), '安全に開けない圧縮ファイルです'],
  ])('are not taken over from %s, and nothing changes', async (fileName, bytes, reason) => {
    const dataDir = tempFolder();
    const core = openCore(dataDir);
    const error = await failureOf(update(core, fileName, bytes));
    expect(error).toMatchObject({ code: 'POSTAL_FILE', params: { file: fileName, reason } });
    expect(errorText(error)).toContain('全国一括');
    expect(await core.call('postal.info', {})).toMatchObject({ source: 'bundled' });
    expect(existsSync(path.join(dataDir, 'postal-codes.txt.gz'))).toBe(false);
  });

  test('come from the bundled list when the stored one is damaged', async () => {
    const dataDir = tempFolder();
    writeFileSync(path.join(dataDir, 'postal-codes.txt.gz'), 'damaged');
    const { call } = openCore(dataDir);
    expect(await call('postal.info', {})).toMatchObject({ source: 'bundled' });
    expect(readFileSync(path.join(dataDir, 'postal-codes.txt.gz'), 'utf8')).toBe('damaged');
  });

  test('ask for an upload that is there', async () => {
    const { call } = openCore(tempFolder());
    expect(await failureOf(call('postal.update', { uploadId: 'none' }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
