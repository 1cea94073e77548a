import { parseCount } from '#shared/domain/count.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import type { TextOperator } from '#shared/domain/text-operators.ts';
import { sheetFilterText as words } from '#shared/messages/ui/sheet-filter.ts';
import type { SheetFilter, SheetFilterKind } from '../types.ts';
import { periodRange, rangePeriod, readPeriod } from './date-period.ts';
import { describeNumbers, describePeriod } from './describe-filter.ts';

/** 'range' for numbers and dates, a text operator for texts, or one that takes nothing. */
export type ConditionOperator = TextOperator | 'range' | 'blank' | 'filled';

/** A condition as it is typed. */
export type ConditionDraft = {
  readonly operator: ConditionOperator;
  readonly text: string;
  readonly from: string;
  readonly to: string;
};

/** What a draft means: the filter and, for ranges, its reading; or what is missing. */
export type ConditionReading =
  | { readonly ok: true; readonly filter: SheetFilter; readonly shown: string }
  | { readonly ok: false; readonly reason: string };

/** A condition that a column's filter shows as; a list of values shows as an empty one. */
export function draftOf(kind: SheetFilterKind, filter: SheetFilter | null): ConditionDraft {
  const empty = { operator: kind === 'text' ? 'contains' : 'range', text: '', from: '', to: '' } as const;
  switch (filter?.kind) {
    case 'text':
      return { ...empty, operator: filter.operator, text: filter.text };
    case 'range':
      return { ...empty, operator: 'range', ...(kind === 'date' ? dateTexts(filter) : filter) };
    case 'blank':
    case 'filled':
      return { ...empty, operator: filter.kind };
    default:
      return empty;
  }
}

/** A range's ends as they are typed: 令和6年4月1日. */
export function dateTexts(range: { readonly from: string; readonly to: string }): Pick<ConditionDraft, 'from' | 'to'> {
  const { from, to } = rangePeriod(range);
  return { from: formatWareki(from, 'long'), to: formatWareki(to, 'long') };
}

export type DraftContext = { readonly columnId: string; readonly kind: SheetFilterKind; readonly today: string };

export function readCondition(draft: ConditionDraft, context: DraftContext): ConditionReading {
  const { columnId, kind } = context;
  switch (draft.operator) {
    case 'blank':
    case 'filled':
      return { ok: true, filter: { columnId, kind: draft.operator }, shown: '' };
    case 'range':
      return kind === 'date' ? readDates(draft, context) : readNumbers(draft, columnId);
    default: {
      const text = draft.text.trim();
      if (text === '') return { ok: false, reason: words.operandNeeded };
      return { ok: true, filter: { columnId, kind: 'text', operator: draft.operator, text }, shown: '' };
    }
  }
}

function readDates(draft: ConditionDraft, { columnId, today }: DraftContext): ConditionReading {
  const [fromText, toText] = [draft.from.trim(), draft.to.trim()];
  if (fromText === '' && toText === '') return { ok: false, reason: words.rangeNeeded };
  const from = fromText === '' ? '' : (readPeriod(fromText, today)?.from ?? null);
  const to = toText === '' ? '' : (readPeriod(toText, today)?.to ?? null);
  if (from === null) return { ok: false, reason: words.unreadDate(fromText) };
  if (to === null) return { ok: false, reason: words.unreadDate(toText) };
  if (from !== '' && to !== '' && from > to) return { ok: false, reason: words.reversed };
  return {
    ok: true,
    filter: { columnId, kind: 'range', ...periodRange({ from, to }) },
    shown: describePeriod({ from, to }),
  };
}

function readNumber(text: string): string | null {
  if (text === '') return '';
  const count = parseCount(text);
  return count === null || !('value' in count) ? null : String(count.value);
}

function readNumbers(draft: ConditionDraft, columnId: string): ConditionReading {
  const [fromText, toText] = [draft.from.trim(), draft.to.trim()];
  if (fromText === '' && toText === '') return { ok: false, reason: words.rangeNeeded };
  const [from, to] = [readNumber(fromText), readNumber(toText)];
  if (from === null) return { ok: false, reason: words.unreadNumber(fromText) };
  if (to === null) return { ok: false, reason: words.unreadNumber(toText) };
  if (from !== '' && to !== '' && Number(from) > Number(to)) return { ok: false, reason: words.reversed };
  return { ok: true, filter: { columnId, kind: 'range', from, to }, shown: describeNumbers({ from, to }) };
}
