import { organizationNameKey } from '#shared/domain/organization-name.ts';

/** `silent`: blank on one side, or not enough to say either. */
export type Opinion = 'agrees' | 'against' | 'silent';

export type NameComparison = { readonly opinion: Opinion; readonly near: boolean; readonly similar: boolean };

/** A name that differs only in having a legal form, or another one of its family, is near; another corporation is not. */
export function compareNames(a: string, b: string): NameComparison {
  if (a === '' || b === '') return { opinion: 'silent', near: false, similar: false };
  if (a === b) return { opinion: 'agrees', near: false, similar: true };
  const [left, right] = [organizationNameKey(a), organizationNameKey(b)];
  if (left === right) return { opinion: 'agrees', near: false, similar: true };
  const near = bareName(left) === bareName(right) && isSameFamily(formOf(left), formOf(right));
  return { opinion: near ? 'silent' : 'against', near, similar: near || isSimilar(bareName(left), bareName(right)) };
}

/** Name key without its legal form. */
export function bareName(nameKey: string): string {
  return nameKey.slice(nameKey.indexOf(':') + 1);
}

function formOf(nameKey: string): string {
  return nameKey.slice(0, nameKey.indexOf(':'));
}

/** NPO and 認定NPO, 社団 and 公益社団: a group goes from one to the other. */
function isSameFamily(a: string, b: string): boolean {
  const family = (form: string): string => families.find((part) => form.includes(part)) ?? form;
  return a === '' || b === '' || family(a) === family(b);
}
const families = ['npo', 'association', 'foundation'] as const;

/** Half of the two-letter pieces in common: ほたる西防災ネット and ほたる防災ネットワーク. */
function isSimilar(a: string, b: string): boolean {
  const pieces = (text: string): ReadonlySet<string> =>
    new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
  const left = pieces(a);
  const right = pieces(b);
  const common = [...left].filter((piece) => right.has(piece)).length;
  return common * 2 >= Math.min(left.size, right.size);
}
