import { Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { testIds } from '#renderer/ui/test-ids.ts';
import { type ImportChoices, type ImportPreview, importKind } from '#shared/contract/imports.ts';
import { formatFiscalYear, parseFiscalYear } from '#shared/domain/fiscal-year.ts';
import { importText } from '#shared/messages/ui/import.ts';
import { parseRows, rowsText } from './choice-fields.ts';

type SheetChoicesProps = {
  readonly preview: ImportPreview;
  readonly choices: ImportChoices;
  readonly onChange: (choices: ImportChoices) => void;
};

/** A text that is read into a choice when the field is left; a text that cannot be read stays, with the reason. */
function ReadField<T>(props: {
  readonly label: string;
  readonly hint: string;
  readonly wrong: string;
  readonly start: string;
  readonly read: (text: string) => T | null;
  readonly onRead: (value: T) => void;
  readonly testId: string;
}): ReactNode {
  const [text, setText] = useState(props.start);
  const value = props.read(text);
  return (
    <TextInput
      label={props.label}
      placeholder={props.hint}
      value={text}
      error={text !== '' && value === null ? props.wrong : null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => value !== null && text !== props.start && props.onRead(value)}
      data-testid={props.testId}
    />
  );
}

function PlanFields({ preview, choices, onChange }: SheetChoicesProps): ReactNode {
  const year = choices.fiscalYear ?? preview.fiscalYear;
  return (
    <>
      <TextInput
        className="wide"
        label={importText.planTitle}
        defaultValue={choices.planTitle ?? preview.planTitle ?? ''}
        onBlur={(event) => {
          const title = event.currentTarget.value.trim();
          if (title !== '' && title !== (choices.planTitle ?? preview.planTitle))
            onChange({ ...choices, planTitle: title });
        }}
        data-testid={testIds.importPlanTitle}
      />
      <ReadField
        label={importText.fiscalYear}
        hint={importText.fiscalYearHint}
        wrong={importText.fiscalYearWrong}
        start={year === null ? '' : formatFiscalYear(year)}
        read={parseFiscalYear}
        onRead={(fiscalYear) => onChange({ ...choices, fiscalYear })}
        testId={testIds.importFiscalYear}
      />
    </>
  );
}

/** Sheet, kind of list, header rows; for a status list also plan and fiscal year. */
export function SheetChoices(props: SheetChoicesProps): ReactNode {
  const { preview, onChange } = props;
  return (
    <div className="sheet-choices">
      <Select
        label={importText.sheet}
        data={preview.sheets.map((sheet) => ({
          value: sheet.name,
          label: importText.sheetOption(sheet.name, sheet.kind, sheet.hidden),
        }))}
        value={preview.sheet}
        onChange={(sheet) => sheet !== null && onChange({ sheet })}
        data-testid={testIds.importSheet}
      />
      <Select
        label={importText.kind}
        data={importKind.options.map((kind) => ({ value: kind, label: importText.kindOption(kind) }))}
        value={preview.kind}
        onChange={(value) => {
          const kind = importKind.safeParse(value);
          // Another kind has other fields: what was mapped for the former kind means nothing to it.
          if (kind.success) onChange({ sheet: preview.sheet, kind: kind.data });
        }}
        data-testid={testIds.importKind}
      />
      <ReadField
        key={`${preview.sheet} ${rowsText(preview.headerRows)}`}
        label={importText.headerRows}
        hint={importText.headerRowsHint}
        wrong={importText.headerRowsWrong}
        start={rowsText(preview.headerRows)}
        read={parseRows}
        onRead={(rows) => onChange({ sheet: preview.sheet, kind: preview.kind, headerRows: [...rows] })}
        testId={testIds.importHeaderRows}
      />
      {preview.kind === 'status-list' ? <PlanFields key={preview.sheet} {...props} /> : null}
    </div>
  );
}
