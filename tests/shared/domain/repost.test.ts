import { describe, expect, test } from 'vitest';
import { splitRepostLabel } from '#shared/domain/repost.ts';

describe('splitRepostLabel', () => {
  test.each([
    '【再掲】',
    '〔再掲〕',
    '（再掲）',
    '(再掲)',
    '(再掲）',
    '［再掲］',
    '≪再掲≫',
    '※再掲',
    '（No.30再掲）',
    '（I-(4)の再掲）',
    '【再掲 Ⅰ-1）】',
  ])('finds %s behind a name', (label) => {
    expect(splitRepostLabel(`協働ラウンドテーブル(情報交換)の開催${label}`)).toEqual({
      name: '協働ラウンドテーブル(情報交換)の開催',
      label,
    });
  });

  test('does not mind spaces, nor a label in front', () => {
    expect(splitRepostLabel('お気軽講座の充実　【再掲】 ')).toEqual({ name: 'お気軽講座の充実', label: '【再掲】' });
    expect(splitRepostLabel('【再掲】お気軽講座の充実')).toEqual({ name: 'お気軽講座の充実', label: '【再掲】' });
    expect(splitRepostLabel('お気軽講座の充実 再掲')).toEqual({ name: 'お気軽講座の充実', label: '再掲' });
  });

  test.each(['お気軽講座の充実', '再掲載の検討', '広報【再掲載】', '全庁的な協働の推進(会議体の活用)', ''])(
    '%j has none',
    (name) => {
      expect(splitRepostLabel(name)).toEqual({ name, label: '' });
    },
  );
});
