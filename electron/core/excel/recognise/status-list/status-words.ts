import { matchKey } from '#shared/domain/text.ts';

/** Words that say how far a measure is, from done to given up, as lists without marks use them. */
const ranked: readonly RegExp[] = [
  /^(?:実施済み?|完了|達成|終了|計画以上|目標達成|対応済み?|済み?|実施(?:した)?)$/u,
  /^(?:継続(?:推進|実施|中)?|実施中|推進中|進行中|取組中|順調|計画(?:どおり|通り)|概ね(?:達成|順調|計画(?:どおり|通り))|おおむね(?:達成|順調)|着手(?:済み?|中)?|対応中|拡充|拡大|充実|強化|新規|現状維持|維持)$/u,
  /^(?:一部(?:実施|達成|着手|完了|実施した|未実施)|やや遅れ(?:ている)?|遅れ(?:ている|あり)?|遅延|見直し|改善|縮小|統合|要改善)$/u,
  /^(?:検討中?|未実施|未着手|未達成|未対応|実施していない|準備中|計画中|予定|保留|停滞)$/u,
  /^(?:廃止|中止|休止|取りやめ|断念|対象外|評価困難)$/u,
];

export function isStatusWord(text: string): boolean {
  return rankOf(text) < ranked.length;
}

/** Order of a word among others, best first; words that are not known come last. */
export function rankOf(text: string): number {
  const key = matchKey(text).replace(/^\(?\d{1,2}[).:,]?/u, '');
  const rank = ranked.findIndex((words) => words.test(key));
  return rank < 0 ? ranked.length : rank;
}
