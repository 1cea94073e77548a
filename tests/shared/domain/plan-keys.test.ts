import { describe, expect, it } from 'vitest';
import { measureNumberKey, namesNoPlan, planTitleKey } from '#shared/domain/plan-keys.ts';

describe('the key of a plan title', () => {
  it.each([
    ['山口市協働推進プラン実行計画実施状況一覧', '山口市協働推進プラン　実行計画　実施状況一覧'],
    ['○○市協働推進計画 令和7年度実施状況一覧', '令和8年度 〇〇市協働推進計画 進捗状況'],
    ['市民協働プラン進捗状況報告書（令和6年度）', '市民協働プラン（2025年度）進捗管理表'],
    ['市民協働プラン取組状況(令和8年3月31日現在)', '市民協働プラン'],
  ])('%s and %s are one plan', (a, b) => {
    expect(planTitleKey(a)).toBe(planTitleKey(b));
  });

  it.each([
    ['第2次協働推進計画', '第3次協働推進計画'],
    ['協働計画(令和3年度～令和7年度)', '協働計画(令和8年度～令和12年度)'],
    ['山口市協働推進プラン', '下関市協働推進プラン'],
  ])('%s and %s are two', (a, b) => {
    expect(planTitleKey(a)).not.toBe(planTitleKey(b));
  });

  it.each([
    ['実施状況一覧', true],
    ['令和7年度 進捗状況', true],
    ['実施状況一覧（令和6年度分）', true],
    ['協働推進計画 実施状況一覧', false],
    ['行動計画（令和3年度～令和7年度）', false],
  ])('%s names no plan: %s', (title, expected) => {
    expect(namesNoPlan(title)).toBe(expected);
  });

  it('never becomes empty', () => {
    expect(planTitleKey('実施状況一覧')).not.toBe('');
    expect(planTitleKey('令和7年度')).not.toBe('');
  });
});

describe('the key of a measure number', () => {
  it.each([
    ['１２', '12'],
    ['No.7', '7'],
    ['NO 7', '７'],
    ['07', '7'],
    ['3.', '3'],
    ['１－１', '1-1'],
  ])('%s and %s meet', (a, b) => {
    expect(measureNumberKey(a)).toBe(measureNumberKey(b));
  });

  it('keeps 12, 12-2 and 120 apart and is empty without a number', () => {
    expect(new Set(['12', '12-2', '120', "12'"].map(measureNumberKey)).size).toBe(4);
    expect(measureNumberKey(' ')).toBe('');
  });
});
