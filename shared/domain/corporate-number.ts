import { cleanText, foldWidth } from './text.ts';

/**
 * Whether a text is a 法人番号: 13 digits whose first is the check digit of the other twelve
 * (9 minus the sum of digits weighted 1, 2, 1, 2 … from the right, modulo 9). Width, spaces and hyphens do not matter.
 */
export function isCorporateNumber(text: string): boolean {
  if (text.length > 60) return false;
  const digits = foldWidth(cleanText(text)).replace(/[\s-]/g, '');
  if (!/^\d{13}$/.test(digits)) return false;
  const [check, ...base] = [...digits].map(Number);
  const sum = base.toReversed().reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
  return check === 9 - (sum % 9);
}
