import { parseCellReference } from '#core/excel/write/cell-address.ts';
import type { MergeRange } from '#core/excel/workbook.ts';

/** What a cell holds for a formula: a number, some text, nothing, or something that is not understood here. */
export type FormulaInput = number | 'text' | 'blank' | 'unknown';
export type Lookup = (row: number, column: number) => FormulaInput;

const TOKEN = /\s*(SUM(?=\s*\()|\$?[A-Z]{1,3}\$?[1-9][0-9]*|[0-9]+(?:\.[0-9]+)?|[-+*/(),:])/y;
/** Stops a hostile SUM(A1:XFD1048576); the totals of a form are far below. */
const MAX_RANGE_CELLS = 1_000_000;

class NotUnderstood extends Error {}

function tokensOf(formula: string): readonly string[] {
  const tokens: string[] = [];
  const text = formula.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw new NotUnderstood();
    tokens.push(token);
  }
  return tokens;
}

/** Sums, the four operations, cells, ranges in SUM: the formulas of totals. Anything else is not understood. */
class Evaluator {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly lookup: Lookup;

  constructor(tokens: readonly string[], lookup: Lookup) {
    this.tokens = tokens;
    this.lookup = lookup;
  }

  run(): number {
    const value = this.sum();
    if (this.at < this.tokens.length || !Number.isFinite(value)) throw new NotUnderstood();
    return value;
  }

  private take(...wanted: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.at += 1;
    return token;
  }

  private need(wanted: string): void {
    if (this.take(wanted) === undefined) throw new NotUnderstood();
  }

  private sum(): number {
    let value = this.product();
    for (let sign = this.take('+', '-'); sign !== undefined; sign = this.take('+', '-')) {
      const right = this.product();
      value = sign === '+' ? value + right : value - right;
    }
    return value;
  }

  private product(): number {
    let value = this.factor();
    for (let sign = this.take('*', '/'); sign !== undefined; sign = this.take('*', '/')) {
      const right = this.factor();
      value = sign === '*' ? value * right : value / right;
    }
    return value;
  }

  private factor(): number {
    if (this.take('-') !== undefined) return -this.factor();
    if (this.take('(') !== undefined) {
      const value = this.sum();
      this.need(')');
      return value;
    }
    if (this.take('SUM') !== undefined) return this.total();
    const token = this.tokens[this.at] ?? '';
    this.at += 1;
    if (/^[0-9]/.test(token)) return Number(token);
    const place = parseCellReference(token);
    const input = place === undefined ? 'unknown' : this.lookup(place.row, place.column);
    if (input === 'text' || input === 'unknown') throw new NotUnderstood();
    return input === 'blank' ? 0 : input;
  }

  private total(): number {
    this.need('(');
    let value = 0;
    do value += this.argument();
    while (this.take(',') !== undefined);
    this.need(')');
    return value;
  }

  private argument(): number {
    const first = parseCellReference(this.tokens[this.at] ?? '');
    const last = this.tokens[this.at + 1] === ':' ? parseCellReference(this.tokens[this.at + 2] ?? '') : first;
    const next = this.tokens[this.at + (this.tokens[this.at + 1] === ':' ? 3 : 1)];
    if (first === undefined || last === undefined || (next !== ',' && next !== ')')) return this.sum();
    this.at += this.tokens[this.at + 1] === ':' ? 3 : 1;
    return this.rangeTotal({ r1: first.row, c1: first.column, r2: last.row, c2: last.column });
  }

  private rangeTotal({ r1, c1, r2, c2 }: MergeRange): number {
    if ((r2 - r1 + 1) * (c2 - c1 + 1) > MAX_RANGE_CELLS) throw new NotUnderstood();
    let value = 0;
    for (let row = r1; row <= r2; row += 1) {
      for (let column = c1; column <= c2; column += 1) {
        const input = this.lookup(row, column);
        if (input === 'unknown') throw new NotUnderstood();
        if (typeof input === 'number') value += input;
      }
    }
    return value;
  }
}

/** The number a formula gives, or undefined when it uses anything but sums, operations and cells of its own sheet. */
export function evaluateFormula(formula: string, lookup: Lookup): number | undefined {
  try {
    return new Evaluator(tokensOf(formula), lookup).run();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

export type FormulaReferences = {
  readonly ranges: readonly MergeRange[];
  /** It also depends on something that its text does not locate: a name, another sheet, whole columns. */
  readonly opaque: boolean;
};

/** Which cells of its own sheet a formula mentions. */
export function formulaReferences(formula: string): FormulaReferences {
  const ranges: MergeRange[] = [];
  const rest = formula
    .replace(/"[^"]*"/g, '')
    .replace(/(?<![!\w.])\$?[A-Z]{1,3}\$?[1-9][0-9]*(?::\$?[A-Z]{1,3}\$?[1-9][0-9]*)?(?![\w.(!])/g, (text) => {
      const [first, last] = text.split(':').map(parseCellReference);
      const end = last ?? first;
      if (first === undefined || end === undefined) return text;
      ranges.push({ r1: first.row, c1: first.column, r2: end.row, c2: end.column });
      return '';
    })
    .replace(/[A-Z][A-Z0-9.]*\s*\(/g, '(');
  return { ranges, opaque: /[\p{L}_![\]:]/u.test(rest) || /\b(?:INDIRECT|OFFSET)\s*\(/.test(formula) };
}
