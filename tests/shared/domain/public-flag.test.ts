import { describe, expect, test } from 'vitest';
import { parseClosedFlag, parsePublicFlag } from '#shared/domain/public-flag.ts';

describe('parsePublicFlag', () => {
  test.each('○ 〇 ◯ ◎ o Ｏ 公開 可 有 公開可 1 １ はい する ☑ ✓ ○公開 1:公開 （公開）'.split(' '))(
    '%s is public',
    (text) => {
      expect(parsePublicFlag(text)).toBe(true);
    },
  );

  test.each('× ✕ ✖ x X ｘ 非公開 不可 無 0 ０ 非 否 公開しない 希望しない いいえ □ ×非公開 0:非公開 なし'.split(' '))(
    '%s is not public',
    (text) => {
      expect(parsePublicFlag(text)).toBe(false);
    },
  );

  test.each(['', '-', '－', '△', '要相談', '○（条件付）', '公開（HPのみ）', '○非公開', '〃'])(
    '%j decides nothing',
    (text) => {
      expect(parsePublicFlag(text)).toBeNull();
    },
  );
});

describe('parseClosedFlag, below 非公開', () => {
  test.each('○ 1 はい する 希望する 有 可 レ TRUE × 0 いいえ 非公開 公開しない'.split(' '))(
    '%s is not public',
    (text) => {
      expect(parseClosedFlag(text)).toBe(false);
    },
  );

  test.each(['公開', '公開可', '掲載可'])('%s speaks for itself', (text) => {
    expect(parseClosedFlag(text)).toBe(true);
  });

  test.each(['', '-', '要相談', '△', '2'])('%j decides nothing', (text) => {
    expect(parseClosedFlag(text)).toBeNull();
  });
});
