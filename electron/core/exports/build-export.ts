import type { ExportLayout, ExportOptions } from '#shared/contract/transfer.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import { formatFiscalYear } from '#shared/domain/fiscal-year.ts';
import { organizationFields } from '#shared/domain/organization/fields.ts';
import { externalColumns, publicValue } from '#shared/domain/organization/publicity.ts';
import { exportLayoutTexts, exportTexts } from '#shared/messages/exports.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { readSettings } from '#db/commands/settings.ts';
import type { Ledger } from '#db/open.ts';
import { countForForm } from '#db/queries/form-counts.ts';
import { iterateOrganizations } from '#db/queries/organizations.ts';
import { listMeasures, listPlans } from '#db/queries/measures.ts';
import { fillTemplate } from '../excel/template/fill-template.ts';
import { prefectureForm3Edits } from '../excel/template/forms/prefecture-form-3.ts';
import { BUNDLED_FORMS, readBundledForm } from '../excel/template/forms/read-bundled-form.ts';
import { buildStatusListSheet } from '../excel/write/status-list-layout.ts';
import { writeXlsx } from '../excel/write/write-xlsx.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { registerSheet, type RegisterRow } from './register-sheet.ts';

export type ExportedFile = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly rows: number;
  readonly warnings: readonly string[];
};
export type ExportInput = {
  readonly ledger: Ledger;
  readonly layout: ExportLayout;
  readonly options: ExportOptions;
  /** ISO day of today in Japan. */
  readonly today: string;
  readonly progress: (done: number, total: number) => void;
};

/** Makes the file of one export layout from the ledger as it is now. Errors: NOTHING_TO_EXPORT, CANCELLED. */
export function buildExport(input: ExportInput): ExportedFile {
  switch (input.layout) {
    case 'status-list':
      return statusList(input);
    case 'organizations':
      return register(input, 'internal');
    case 'organizations-public':
      return register(input, 'external');
    case 'prefecture-form-3':
      return prefectureForm3(input);
  }
}

function statusList({ ledger, options }: ExportInput): ExportedFile {
  const plans = listPlans(ledger);
  const plan = plans.find((candidate) => options.planId === undefined || candidate.id === options.planId);
  if (plan === undefined) throw new AppError('NOTHING_TO_EXPORT', { layout: exportLayoutTexts['status-list'].title });
  const list = listMeasures(ledger, plan.id, options.fiscalYear);
  const bytes = writeXlsx({ sheets: [buildStatusListSheet(list)], title: plan.title });
  const { fiscalYear } = list;
  const hasRecords = fiscalYear !== null && plan.fiscalYears.includes(fiscalYear);
  const warnings = [
    ...(hasRecords || fiscalYear === null ? [] : [exportTexts.noRecords(formatFiscalYear(fiscalYear))]),
    ...(options.planId === undefined && plans.length > 1 ? [exportTexts.oneOfPlans(plan.title, plans.length)] : []),
  ];
  return { bytes, fileName: safeFileName(plan.title, '.xlsx'), rows: list.plan.placements, warnings };
}

function register(
  { ledger, layout, options, today, progress }: ExportInput,
  audience: 'internal' | 'external',
): ExportedFile {
  const date = options.date ?? today;
  const personal = options.personalColumns === true;
  const rows: RegisterRow[] = [];
  for (const { record } of iterateOrganizations(ledger.connection)) {
    rows.push({ record, value: audience === 'internal' ? (key) => record[key] : (key) => publicValue(record, key) });
    if (rows.length % 1000 === 0) progress(rows.length, rows.length + 1000);
  }
  if (rows.length === 0) throw new AppError('NOTHING_TO_EXPORT', { layout: exportLayoutTexts[layout].title });
  const title = exportTexts.registerTitle(readSettings(ledger)['centerName'] ?? '');
  const sheet = registerSheet(rows, {
    title,
    date,
    columns: audience === 'internal' ? organizationFields.map((field) => field.key) : externalColumns(personal),
    warning: audience === 'internal' ? exportTexts.internalWarning : null,
  });
  const fileName = safeFileName(`${exportLayoutTexts[layout].title}_${formatWareki(date, 'short')}`, '.xlsx');
  return {
    bytes: writeXlsx({ sheets: [sheet], title }),
    fileName,
    rows: rows.length,
    warnings: audience === 'external' && personal ? [exportTexts.personalColumns] : [],
  };
}

function prefectureForm3({ ledger, options, today }: ExportInput): ExportedFile {
  const date = options.date ?? today;
  const { counts, outOfTerm, membersUnknown } = countForForm(ledger.connection, date);
  const centerName = readSettings(ledger)['centerName'] ?? '';
  const { edits, leftOver } = prefectureForm3Edits(counts, { date, centerName, note: '' });
  const form = BUNDLED_FORMS['prefecture-form-3'];
  const warnings = [
    ...(outOfTerm > 0 ? [exportTexts.outOfTerm(outOfTerm, formatWareki(date, 'long'))] : []),
    ...(membersUnknown > 0 ? [exportTexts.membersUnknown(membersUnknown)] : []),
    ...(leftOver.length > 0 ? [exportTexts.leftOver(leftOver.reduce((sum, count) => sum + count.groups, 0))] : []),
    ...(centerName === '' ? [exportTexts.noCenterName] : []),
  ];
  return {
    bytes: fillTemplate(readBundledForm('prefecture-form-3'), edits, form),
    fileName: form,
    rows: counts.reduce((sum, count) => sum + count.groups, 0),
    warnings,
  };
}
