import { Checkbox, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCall } from '#renderer/session/use-call.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ExportLayout, ExportOptions } from '#shared/contract/transfer.ts';
import { formatWareki, parseDate } from '#shared/domain/dates.ts';
import { formatFiscalYear } from '#shared/domain/fiscal-year.ts';
import { exportText } from '#shared/messages/ui/export.ts';

export type OptionProps = {
  readonly layout: ExportLayout;
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
};

/** A full ISO day of what was typed (wareki too), or null. */
export function readDay(text: string): string | null {
  const iso = parseDate(text)?.iso ?? '';
  return /^\d{4}-\d{2}-\d{2}$/u.test(iso) ? iso : null;
}

function DateField({ layout, options, onChange }: OptionProps): ReactNode {
  const [text, setText] = useState(() => formatWareki(options.date ?? '', 'short'));
  const day = readDay(text);
  const hint = day === null ? '' : formatWareki(day, 'long');
  const change = (next: string) => {
    setText(next);
    const iso = readDay(next);
    if (iso !== null) onChange({ ...options, date: iso });
  };
  return (
    <TextInput
      label={exportText.date}
      description={
        day === null
          ? undefined
          : layout === 'prefecture-form-3'
            ? exportText.dateCount(hint)
            : exportText.datePrint(hint)
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={day === null ? exportText.dateWrong : null}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      data-testid={testIds.exportDate(layout)}
    />
  );
}

function PlanFields({ options, onChange }: OptionProps): ReactNode {
  const plans = useCall('plans.list', {}).data ?? [];
  const plan = plans.find((other) => other.id === options.planId) ?? plans[0];
  const year = options.fiscalYear ?? plan?.fiscalYears[0] ?? null;
  return (
    <div className="option-row">
      <Select
        label={exportText.plan}
        data={plans.map((other) => ({ value: other.id, label: other.title }))}
        value={plan?.id ?? null}
        onChange={(id) => id !== null && onChange({ planId: id })}
      />
      <Select
        label={exportText.year}
        data={(plan?.fiscalYears ?? []).map((option) => ({ value: String(option), label: formatFiscalYear(option) }))}
        value={year === null ? null : String(year)}
        onChange={(value) => value !== null && onChange({ ...options, fiscalYear: Number(value) })}
      />
    </div>
  );
}

/** The options that a layout has. */
export function OptionFields(props: OptionProps): ReactNode {
  const { layout, options, onChange } = props;
  switch (layout) {
    case 'status-list':
      return <PlanFields {...props} />;
    case 'prefecture-form-3':
      return <DateField {...props} />;
    case 'organizations':
      return (
        <>
          <DateField {...props} />
          <p className="export-warning">{exportText.internalWarning}</p>
        </>
      );
    case 'organizations-public':
      return (
        <>
          <DateField {...props} />
          <Checkbox
            label={exportText.personal}
            checked={options.personalColumns === true}
            onChange={(event) => onChange({ ...options, personalColumns: event.currentTarget.checked })}
            data-testid={testIds.exportPersonal(layout)}
          />
          {options.personalColumns === true ? <p className="export-warning">{exportText.personalWarning}</p> : null}
        </>
      );
  }
}
