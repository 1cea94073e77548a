import { cleanText, matchKey } from './text.ts';

/** A municipality with its 全国地方公共団体コード (6 digits, the last a check digit); 町 with the county it lies in. */
export type Municipality = {
  readonly code: string;
  readonly prefecture: string;
  readonly name: string;
  readonly county?: string;
};

const prefecture = '山口県';

export const municipalities: readonly Municipality[] = [
  { code: '352012', prefecture, name: '下関市' },
  { code: '352021', prefecture, name: '宇部市' },
  { code: '352039', prefecture, name: '山口市' },
  { code: '352047', prefecture, name: '萩市' },
  { code: '352063', prefecture, name: '防府市' },
  { code: '352071', prefecture, name: '下松市' },
  { code: '352080', prefecture, name: '岩国市' },
  { code: '352101', prefecture, name: '光市' },
  { code: '352110', prefecture, name: '長門市' },
  { code: '352128', prefecture, name: '柳井市' },
  { code: '352136', prefecture, name: '美祢市' },
  { code: '352152', prefecture, name: '周南市' },
  { code: '352161', prefecture, name: '山陽小野田市' },
  { code: '353051', prefecture, name: '周防大島町', county: '大島郡' },
  { code: '353213', prefecture, name: '和木町', county: '玖珂郡' },
  { code: '353418', prefecture, name: '上関町', county: '熊毛郡' },
  { code: '353434', prefecture, name: '田布施町', county: '熊毛郡' },
  { code: '353442', prefecture, name: '平生町', county: '熊毛郡' },
  { code: '355020', prefecture, name: '阿武町', county: '阿武郡' },
];

const byKey: ReadonlyMap<string, Municipality> = new Map(
  municipalities.flatMap((entry) => {
    const short = entry.name.slice(0, -1);
    const written = [entry.name, prefecture + entry.name, short, entry.code, entry.code.slice(0, 5)];
    const withCounty =
      entry.county === undefined ? [] : [entry.county + entry.name, prefecture + entry.county + entry.name];
    return [...written, ...withCounty].map((spelling) => [matchKey(spelling), entry]);
  }),
);

/** Longest first, so that 山陽小野田市 is not looked for after a shorter name that begins alike. */
const prefixes = municipalities
  .flatMap(({ name, county }) => (county === undefined ? [name] : [`${county}${name}`, name]))
  .toSorted((a, b) => b.length - a.length);

/** Name of the municipality a cell means: '山口県下関市', '下 関', '35201' give '下関市'; another text comes back cleaned. */
export function parseMunicipality(text: string): string {
  const cleaned = cleanText(text);
  if (cleaned.length > 30) return cleaned;
  return byKey.get(matchKey(cleaned).replace(/^[(](.*)[)]$/, '$1'))?.name ?? cleaned;
}

/** Municipality at the start of an address and what follows: '山口県下関市彦島…' gives 下関市 and 彦島…; null when there is none. */
export function splitMunicipality(address: string): { readonly municipality: string; readonly rest: string } | null {
  const cleaned = cleanText(address);
  const local = cleaned.replace(/^山口県\s{0,4}/, '');
  const prefix = prefixes.find((candidate) => local.startsWith(candidate));
  if (prefix === undefined) return null;
  return { municipality: parseMunicipality(prefix), rest: local.slice(prefix.length).trimStart() };
}
