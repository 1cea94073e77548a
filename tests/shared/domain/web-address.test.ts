import { describe, expect, it } from 'vitest';
import { readOrganizationValue } from '#shared/domain/organization/read-value.ts';

describe('an address of mail or web', () => {
  it.each([
    'https://www.facebook.com/下関市民活動センター',
    'https://ja.wikipedia.org/wiki/ボランティア・サークル',
    'Facebook「みどりの会サポーター」',
    'ホームページ',
    'http://example.jp/~midori/',
    'https://example.jp/あ～い',
    'https://example.jp/あ〜い',
    'https://日本語ドメイン.jp/センター',
    'https://ja.wikipedia.org/wiki/%E4%B8%8B',
    'http://a.example.jp\nhttp://b.example.jp',
    'ｶﾞｲﾄﾞはこちら',
    '@midori_サポーター',
  ])('stays as it was written: %s', (text) =>
    expect(readOrganizationValue('url', text)).toEqual({ ok: true, value: text }),
  );

  it('typed in full width becomes half width, and only then', () => {
    expect(readOrganizationValue('url', 'ｈｔｔｐ：／／ｅｘａｍｐｌｅ．ｊｐ／～ａ')).toEqual({
      ok: true,
      value: 'http://example.jp/~a',
    });
    expect(readOrganizationValue('email', 'info＠example.jp')).toEqual({ ok: true, value: 'info@example.jp' });
    expect(readOrganizationValue('email', 'mailto:info@example.jp')).toEqual({ ok: true, value: 'info@example.jp' });
    expect(readOrganizationValue('email', 'センター（フォームから）')).toEqual({
      ok: true,
      value: 'センター（フォームから）',
    });
  });

  it('is no error of a spreadsheet, nor is any other value', () => {
    for (const key of ['url', 'note', 'name', 'regNo', 'address'] as const)
      expect(readOrganizationValue(key, '#REF!')).toMatchObject({ ok: false, problem: 'error' });
  });
});
