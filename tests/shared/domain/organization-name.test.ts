import { describe, expect, test } from 'vitest';
import { kanaReading } from '#shared/domain/kana.ts';
import { organizationNameKey, personName } from '#shared/domain/organization-name.ts';

describe('organizationNameKey', () => {
  test.each([
    'NPO法人豊田音楽隊',
    'ＮＰＯ法人　豊田音楽隊',
    '(特非)豊田音楽隊',
    '（特非） 豊田 音楽隊',
    '豊田音楽隊（NPO法人）',
    '豊田音楽隊 特定非営利活動法人',
  ])('%s is 特定非営利活動法人 豊田音楽隊', (name) => {
    expect(organizationNameKey(name)).toBe(organizationNameKey('特定非営利活動法人 豊田音楽隊'));
  });

  test.each([
    ['㈱山口', '株式会社山口'],
    ['（一社）あすなろ', '一般社団法人 あすなろ'],
    ['（公財）あすなろ', '公益財団法人あすなろ'],
    ['認定NPO法人あすなろ', '認定特定非営利活動法人　あすなろ'],
    ['髙﨑の会', '高崎の会'],
  ])('%s and %s are one', (one, other) => {
    expect(organizationNameKey(one)).toBe(organizationNameKey(other));
  });

  test.each([
    ['豊田音楽隊', 'NPO法人豊田音楽隊'],
    ['NPO法人豊田音楽隊', '一般社団法人豊田音楽隊'],
    ['認定NPO法人豊田音楽隊', 'NPO法人豊田音楽隊'],
    ['NPO法人', ''],
    ['学びの会', '学校法人 びの会'],
  ])('%j and %j are two', (one, other) => {
    expect(organizationNameKey(one)).not.toBe(organizationNameKey(other));
  });
});

describe('personName and kanaReading', () => {
  test.each([
    ['松永　花子', '松永 花子'],
    ['松永  花子 ', '松永 花子'],
    ['松永\n花子', '松永 花子'],
    ['岡　健', '岡 健'],
    ['山 口 太 郎', '山 口 太 郎'],
    ['渡邉さくら', '渡邉さくら'],
  ])('writes %j as %j', (text, expected) => {
    expect(personName(text)).toBe(expected);
  });

  test.each([
    ['ﾏﾂﾅｶﾞ　ﾊﾅｺ', 'マツナガ ハナコ'],
    ['マツナガ  ハナコ', 'マツナガ ハナコ'],
    ['まつなが はなこ', 'まつなが はなこ'],
  ])('reads the reading %j as %j', (text, expected) => {
    expect(kanaReading(text)).toBe(expected);
  });
});
