export type Figures = { readonly sum: number; readonly average: number };

/**
 * Sum and average of the selected numbers; null when there is none. The sum is exact in decimals (0.1 + 0.2 is 0.3); the average has
 * 15 digits, as in Excel.
 */
export function figuresOf(numbers: readonly number[]): Figures | null {
  const finite = numbers.filter(Number.isFinite);
  if (finite.length === 0) return null;
  const sums = new Map<number, bigint>();
  for (const number of finite) {
    const { units, exponent } = decimalOf(number);
    sums.set(exponent, (sums.get(exponent) ?? 0n) + units);
  }
  const sum = total(sums);
  return { sum, average: Number((sum / finite.length).toPrecision(15)) };
}

/** units × 10^exponent is the number as it is written: 1.25 is 125 and -2. */
function decimalOf(number: number): { readonly units: bigint; readonly exponent: number } {
  const [mantissa = '0', power = '0'] = String(number).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { units: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

function total(sums: ReadonlyMap<number, bigint>): number {
  const smallest = Math.min(...sums.keys());
  let units = 0n;
  for (const [exponent, sum] of sums) units += sum * 10n ** BigInt(exponent - smallest);
  return Number(`${units}e${smallest}`);
}
