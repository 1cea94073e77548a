import { expect, test } from 'vitest';
import { kanaSpellings } from '#shared/domain/kana.ts';

test.each([
  ['にじ', ['にじ', 'ニジ']],
  ['ニジ', ['ニジ', 'にじ']],
  ['虹の会', ['虹の会', '虹ノ会']],
  ['虹', ['虹']],
  ['らーめん部', ['らーめん部', 'ラーメン部']],
])('%s is looked for as %j', (text, spellings) => {
  expect(kanaSpellings(text)).toEqual(spellings);
});
