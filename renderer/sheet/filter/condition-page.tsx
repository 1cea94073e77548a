import { NativeSelect, TextInput } from '@mantine/core';
import { type ChangeEvent, type FormEvent, type ReactNode, useState } from 'react';
import { testIds } from '#renderer/ui/test-ids.ts';
import { fiscalYearOf } from '#shared/domain/fiscal-year.ts';
import { textOperators } from '#shared/domain/text-operators.ts';
import { japaneseDay } from '#shared/domain/japanese-time.ts';
import { sheetFilterText as words } from '#shared/messages/ui/sheet-filter.ts';
import type { SheetFilterKind } from '../types.ts';
import {
  type ConditionDraft,
  type ConditionOperator,
  type ConditionReading,
  dateTexts,
  draftOf,
  readCondition,
} from './condition.ts';
import { beforeToday, fiscalYearPeriod, openPeriod, type Period, readPeriod } from './date-period.ts';
import { MenuFoot } from './menu-foot.tsx';
import type { PageProps } from './value-page.tsx';

function operatorsOf(kind: SheetFilterKind): readonly { readonly value: ConditionOperator; readonly label: string }[] {
  return [
    ...(kind === 'text'
      ? textOperators.map((operator) => ({ value: operator, label: words.operators[operator] }))
      : [{ value: 'range' as const, label: words.rangeKind }]),
    { value: 'blank', label: words.operatorBlank },
    { value: 'filled', label: words.operatorFilled },
  ];
}

function isEmptyRange({ from, to }: ConditionDraft): boolean {
  return from.trim() === '' && to.trim() === '';
}

type ConditionPageProps<Row> = PageProps<Row> & { readonly kind: SheetFilterKind };

/** A condition by words, numbers or dates. Nothing is wrong until OK is pressed on it; what a date means is told while typing. */
export function ConditionPage<Row>({
  column,
  kind,
  filter,
  onFilter,
  onClose,
  inFront,
}: ConditionPageProps<Row>): ReactNode {
  const [today] = useState(() => japaneseDay(new Date()));
  const [draft, setDraft] = useState(() => draftOf(kind, filter));
  const [isAsked, setAsked] = useState(false);
  const reading = readCondition(draft, { columnId: column.id, kind, today });
  const operators = operatorsOf(kind);
  // The fields of a range tell themselves what is wrong in them.
  const isTold = draft.operator === 'range' && !isEmptyRange(draft);
  const change = (part: Partial<ConditionDraft>) => {
    setDraft({ ...draft, ...part });
    setAsked(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reading.ok) onFilter(reading.filter);
  };
  return (
    <form className="filter-page" onSubmit={submit}>
      <NativeSelect
        size="xs"
        label={words.operator}
        data={[...operators]}
        value={draft.operator}
        onChange={(event) => {
          const chosen = operators.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) change({ operator: chosen.value });
        }}
        {...(draft.operator === 'range' ? {} : { 'data-filter-start': '' })}
      />
      {draft.operator === 'range' ? (
        <RangeFields kind={kind} draft={draft} reading={reading} today={today} onChange={change} />
      ) : null}
      {textOperators.some((operator) => operator === draft.operator) ? (
        <OperandField text={draft.text} onText={(text) => change({ text })} />
      ) : null}
      <MenuFoot
        inFront={inFront}
        ok={words.ok}
        whyNot={isAsked && !reading.ok && !isTold ? reading.reason : ''}
        isBusy={false}
        onClear={filter === null ? null : () => onFilter(null)}
        onClose={onClose}
      />
    </form>
  );
}

type OperandFieldProps = { readonly text: string; readonly onText: (text: string) => void };

function OperandField({ text, onText }: OperandFieldProps): ReactNode {
  return (
    <TextInput
      label={words.operand}
      value={text}
      maxLength={1000}
      onChange={(event) => onText(event.currentTarget.value)}
      data-filter-start=""
      data-testid={testIds.filterOperand}
    />
  );
}

type RangeFieldsProps = {
  readonly kind: SheetFilterKind;
  readonly draft: ConditionDraft;
  readonly reading: ConditionReading;
  readonly today: string;
  readonly onChange: (part: Partial<ConditionDraft>) => void;
};

function RangeFields({ kind, draft, reading, today, onChange }: RangeFieldsProps): ReactNode {
  const [period, setPeriod] = useState('');
  const isUnread = period.trim() !== '' && readPeriod(period, today) === null;
  const typePeriod = (text: string) => {
    setPeriod(text);
    // What was read before is not what is typed now.
    onChange(dateTexts(readPeriod(text, today) ?? openPeriod));
  };
  const note = () => {
    if (isUnread) return words.unreadDate(period.trim());
    if (isEmptyRange(draft)) return '';
    return reading.ok ? reading.shown : reading.reason;
  };
  const end = (name: 'from' | 'to') => ({
    value: draft[name],
    maxLength: 100,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setPeriod('');
      onChange({ [name]: event.currentTarget.value });
    },
  });
  return (
    <>
      {kind === 'date' ? (
        <PeriodFields
          text={period}
          today={today}
          onText={typePeriod}
          onPeriod={(chosen) => {
            setPeriod('');
            onChange(dateTexts(chosen));
          }}
        />
      ) : null}
      <div className="filter-range">
        <TextInput
          label={words.from}
          {...end('from')}
          {...(kind === 'number' ? { 'data-filter-start': '' } : {})}
          data-testid={testIds.filterFrom}
        />
        <TextInput label={words.to} {...end('to')} data-testid={testIds.filterTo} />
      </div>
      <p className={reading.ok ? 'filter-reading' : 'filter-reading text-warn'} role="status">
        {note()}
      </p>
    </>
  );
}

type PeriodFieldsProps = {
  readonly text: string;
  readonly today: string;
  readonly onText: (text: string) => void;
  readonly onPeriod: (period: Period) => void;
};

/** One field for both ends: a year, month or day typed here fills them. */
function PeriodFields({ text, today, onText, onPeriod }: PeriodFieldsProps): ReactNode {
  const year = fiscalYearOf(today);
  return (
    <>
      <TextInput
        label={words.period}
        placeholder={words.periodHint}
        value={text}
        maxLength={100}
        onChange={(event) => onText(event.currentTarget.value)}
        data-filter-start=""
        data-testid={testIds.filterPeriod}
      />
      <div className="filter-found">
        <button type="button" onClick={() => onPeriod(fiscalYearPeriod(year))}>
          {words.thisYear}
        </button>
        <button type="button" onClick={() => onPeriod(fiscalYearPeriod(year - 1))}>
          {words.lastYear}
        </button>
        <button type="button" onClick={() => onPeriod(beforeToday(today))}>
          {words.expired}
        </button>
      </div>
    </>
  );
}
