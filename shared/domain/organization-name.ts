import { cleanText, matchKey } from './text.ts';

type LegalForm = { readonly code: string; readonly names: string; readonly brackets: string };

/** `names` count at either end of a name, `brackets` only inside (): 学 or 株 without them is part of a name. */
const forms: readonly LegalForm[] = [
  {
    code: 'npo-certified',
    names: '認定特定非営利活動法人 認定npo法人 認定特非',
    brackets: '認定npo 認特非 認定特活 認特',
  },
  {
    code: 'npo-provisional',
    names: '特例認定特定非営利活動法人 特例認定npo法人 仮認定特定非営利活動法人 仮認定npo法人',
    brackets: '特例認定npo 仮認定npo 特例認定特非',
  },
  { code: 'npo', names: '特定非営利活動法人 特定非営利法人 npo法人', brackets: '特非 npo 特活 特定非営利活動' },
  { code: 'general-association', names: '一般社団法人', brackets: '一社 一般社団' },
  { code: 'general-foundation', names: '一般財団法人', brackets: '一財 一般財団' },
  { code: 'public-association', names: '公益社団法人', brackets: '公社 公益社団 公益社' },
  { code: 'public-foundation', names: '公益財団法人', brackets: '公財 公益財団 公益財' },
  { code: 'association', names: '社団法人', brackets: '社' },
  { code: 'foundation', names: '財団法人', brackets: '財' },
  { code: 'social-welfare', names: '社会福祉法人', brackets: '社福 福' },
  { code: 'school', names: '学校法人', brackets: '学 学法' },
  { code: 'medical', names: '医療法人', brackets: '医' },
  { code: 'religious', names: '宗教法人', brackets: '宗' },
  { code: 'stock-company', names: '株式会社', brackets: '株' },
  { code: 'limited-company', names: '有限会社', brackets: '有' },
  { code: 'llc', names: '合同会社', brackets: '合同 同' },
  { code: 'limited-partnership', names: '合資会社', brackets: '資 合資' },
  { code: 'general-partnership', names: '合名会社', brackets: '名 合名' },
  { code: 'workers-cooperative', names: '労働者協同組合', brackets: '労協' },
];

type Affix = { readonly code: string; readonly text: string };

const affixes: readonly Affix[] = forms
  .flatMap(({ code, names, brackets }) => {
    const plain = names.split(' ').map(matchKey);
    const bracketed = [...plain, ...brackets.split(' ').map(matchKey)].map((text) => `(${text})`);
    return [...plain, ...bracketed].map((text) => ({ code, text }));
  })
  .toSorted((a, b) => b.text.length - a.text.length);

/**
 * Key under which spellings of one group's name meet: legal form (特定非営利活動法人 = ＮＰＯ法人 = (特非), ㈱ …) as a code,
 * before or after the name alike, then the rest as match key. A name without a form never meets one with a form; '' gives ''.
 * Source: domain.md scenario 10.
 */
export function organizationNameKey(name: string): string {
  const key = matchKey(name);
  if (key === '') return '';
  const before = affixes.find(({ text }) => key.startsWith(text));
  if (before !== undefined) return `${before.code}:${key.slice(before.text.length)}`;
  const after = affixes.find(({ text }) => key.endsWith(text));
  return after === undefined ? `:${key}` : `${after.code}:${key.slice(0, -after.text.length)}`;
}

/** Whether a text is a legal form or a part of one, of two letters at least: 特定非営利, 法人. */
export function isInLegalForm(text: string): boolean {
  const key = matchKey(text);
  return key.length > 1 && affixes.some((affix) => affix.text.includes(key));
}

/**
 * A person's name with one half-width space between 姓 and 名 ('松永　花子' gives '松永 花子'). A name set out letter by letter
 * ('山 口 太 郎') does not tell where 姓 ends and is kept as it is. Source: domain.md 6 no. 23.
 */
export function personName(text: string): string {
  const cleaned = cleanText(text);
  const parts = cleaned.split(/\s+/);
  return parts.length > 2 && parts.every((part) => [...part].length === 1) ? cleaned : parts.join(' ');
}
