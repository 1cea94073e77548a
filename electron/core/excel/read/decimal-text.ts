/** Excel keeps 15 digits: 0.1+0.2 is 0.3 to its user. Never an exponent. */
export function decimalText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : value.toFixed(20).replace(/0+$/, '');
}
