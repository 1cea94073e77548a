import { defaultDispositions, defaultStatusMarks, readMark } from '#shared/domain/marks.ts';
import { isStatusWord } from './status-words.ts';
import type { Vocabulary } from '../table/vocabulary.ts';

export const statusListFieldKeys = [
  'level1',
  'level2',
  'level3',
  'level4',
  'level1Number',
  'level2Number',
  'level3Number',
  'numberRaw',
  'name',
  'mark',
  'disposition',
  'note',
] as const;
export type StatusListField = (typeof statusListFieldKeys)[number];

export function isStatusListField(text: string): text is StatusListField {
  return statusListFieldKeys.some((field) => field === text);
}

const words = (text: string): readonly string[] => text.split(' ');

/** What the columns of a status list are called. Source: domain.md 1.2, 1.3, 2.4. */
export const statusListVocabulary: Vocabulary = [
  {
    field: 'level1',
    aliases: words(
      '推進方針 基本方針 基本目標 方針 目標 政策 政策目標 重点目標 重点方針 柱 施策の柱 基本の柱 大項目 大分類 大柱 政策分野 重点分野 章 カテゴリ カテゴリー',
    ),
    exactAliases: words('分類 区分'),
    test: levelsFit,
  },
  {
    field: 'level2',
    aliases: words(
      '推進施策 施策 施策名 基本施策 施策の方向 施策の方向性 施策の基本方針 施策区分 主要施策 中項目 中分類 中柱 節 取組の方向 取組方針 取組の方向性 取組の柱 推進の方向 推進の方向性',
    ),
    test: levelsFit,
  },
  {
    field: 'level3',
    aliases: words('具体的施策 具体的な施策 個別施策 小項目 小分類 小柱 施策の展開 展開方向 基本事業'),
    test: levelsFit,
  },
  {
    field: 'numberRaw',
    aliases: words(
      'NO No. № 番号 項番 項目番号 整理番号 事業番号 施策番号 取組番号 項目NO 通番 通し番号 通しNO 連番 # ID コード 事業コード',
    ),
    test: numbersFit,
  },
  {
    field: 'name',
    aliases: words(
      '推進項目 項目 項目名 推進項目名 実施項目 取組項目 取組 取り組み 取組名 取組内容 取組事項 具体的取組 具体的な取組 具体的な取り組み 主な取組 推進事業 事業 事業名 事務事業 事務事業名 計画事業 実施事業 主な事業 事業・取組 個別事業 アクション アクション名 施策・事業名 施策・事業 事業・取組名 取組(事業)名 タスク 内容 件名',
    ),
    exactAliases: words('名称 名前'),
    test: namesFit,
  },
  {
    field: 'mark',
    aliases: words(
      '実施状況 進捗状況 進捗 進捗度 進捗評価 達成状況 達成度 取組状況 実施区分 状況 評価 自己評価 総合評価 事業評価 評価結果 評価区分 判定 記号 ランク 実績評価 実施の有無 実施有無 取組状況等 ステータス 達成区分 達成状況等 進捗区分 実施状況区分 評点 評定',
    ),
    exactAliases: words('結果'),
    test: marksFit,
  },
  {
    field: 'disposition',
    aliases: words(
      '今後の取扱い 今後の取り扱い 今後の取扱 取扱い 取扱 今後の方向性 今後の方向 方向性 今後の対応 今後の方針 今後の予定 今後の展開 次年度の方向性 来年度の方向性 次期計画 次期計画での取扱い 見直し区分 今後 今後の対応方針 対応方針 継続の要否 継続の有無 次期計画への継続 次年度以降 来年度以降 今後の取組方針 今後の取組',
    ),
    exactAliases: words('対応 次年度 来年度 処置 措置 継続・廃止'),
    test: dispositionsFit,
  },
  {
    field: 'note',
    aliases: words(
      '検証内容 検証 検証結果 備考 コメント 説明 理由 評価理由 評価の理由 実績 実施内容 実施実績 取組実績 取組内容・実績 実施状況 進捗状況 取組状況 実施状況の説明 状況説明 具体的な状況 成果 成果と課題 課題 課題等 特記事項 所見 コメント欄 メモ 具体的内容 取組の成果 主な実績 主な取組実績 実施結果 活動実績 今後の取組方針 今後の取組 今後の課題 検証・評価 評価コメント 検証コメント 内容 摘要',
    ),
    test: notesFit,
  },
];

function share(samples: readonly string[], fits: (text: string) => boolean): number {
  return samples.length === 0 ? 0.5 : samples.filter(fits).length / samples.length;
}

function namesFit(samples: readonly string[]): number {
  return share(samples, (text) => text.length >= 4 && text.length <= 80 && !text.endsWith('。'));
}

const partOfRow = /^(?:計画|目標|予定|実績|成果|結果|内容|課題|評価|Plan|Do|Check|Action?|[PDCA])[:：]?$/iu;

/** 計画 / 実績 beside the lines of each item are no headings: the result is below zero, whatever the header. */
function levelsFit(samples: readonly string[]): number {
  return samples.length > 0 && share(samples, (text) => partOfRow.test(text)) > 0.8 ? -0.75 : namesFit(samples);
}

export function numbersFit(samples: readonly string[]): number {
  return share(samples, (text) => text.length <= 8 && /[0-9０-９①-⑳ⅠⅡⅢⅣⅤIVX一二三四五六七八九十]/u.test(text));
}

/** A column of marks holds few different short values. */
function marksFit(samples: readonly string[]): number {
  if (areShares(samples) || areSentences(samples)) return -0.75;
  const known = share(samples, (text) => readMark(text, defaultStatusMarks).state === 'mark');
  if (known > 0.7) return known;
  if (known < 0.5 && samples.length > 5 && new Set(samples).size > samples.length * 0.8) return 0;
  return Math.max(
    known,
    share(samples, (text) => text.length <= 6 || isStatusWord(text)),
  );
}

/** 100%, 0.5: how far the work is, no mark. */
function areShares(samples: readonly string[]): boolean {
  const numeric = samples.filter((text) => /^(?:[0-9.]+\s?[%％]|[01](?:\.[0-9]+)?)$/u.test(text));
  return numeric.some((text) => /[.%％]/u.test(text)) && numeric.length > samples.length * 0.9;
}

/** 「引き続き実施する。」 in most cells: text, whatever the header. */
function areSentences(samples: readonly string[]): boolean {
  return samples.length > 0 && share(samples, (text) => text.length > 20 || text.endsWith('。')) > 0.6;
}

function dispositionsFit(samples: readonly string[]): number {
  if (areSentences(samples)) return -0.75;
  const known = share(samples, (text) => readMark(text, defaultDispositions).state === 'mark');
  return Math.max(known, share(samples, (text) => text.length <= 8) * 0.8);
}

function notesFit(samples: readonly string[]): number {
  return share(samples, (text) => text.length > 10 || text.endsWith('。'));
}
