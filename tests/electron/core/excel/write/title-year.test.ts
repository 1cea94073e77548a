import { describe, expect, it } from 'vitest';
import { titleOfYear } from '#core/excel/write/title-year.ts';

describe('the title of a list in another year', () => {
  it.each([
    ['協働推進計画 令和6年度実施状況', '協働推進計画 令和7年度実施状況'],
    ['協働ビジョン（R6年度実績）', '協働ビジョン（R7年度実績）'],
    ['２０２４年度　総合戦略', '２０２５年度　総合戦略'],
    ['令和６年度 実施状況', '令和７年度 実施状況'],
    ['平成30年度 実施状況', '令和7年度 実施状況'],
    ['行動計画（令和３年度～令和７年度）', '行動計画（令和３年度～令和７年度）'],
    ['第3次協働推進計画', '第3次協働推進計画'],
  ])('%s becomes %s', (title, later) => {
    expect(titleOfYear(title, 2025)).toBe(later);
  });

  it('stays when no year is known', () => {
    expect(titleOfYear('令和6年度実施状況', null)).toBe('令和6年度実施状況');
  });
});
