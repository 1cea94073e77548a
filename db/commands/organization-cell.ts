import type { CellValue } from '#shared/contract/common.ts';
import { longestCellText } from '#shared/domain/cell-text.ts';
import {
  type OrganizationFieldKey,
  type OrganizationValue,
  organizationField,
} from '#shared/domain/organization/fields.ts';
import { readOrganizationValue } from '#shared/domain/organization/read-value.ts';
import { cleanText } from '#shared/domain/text.ts';
import type { ErrorCode } from '#shared/messages/errors.ts';
import { invalidValueReasons, organizationTexts } from '#shared/messages/organizations.ts';
import { AppError, type ErrorParams } from '#shared/rpc/app-error.ts';

/** Why the ledger does not take a value; plain data, because a paste may have a hundred thousand of them. */
export type Refusal = { readonly code: ErrorCode; readonly params: ErrorParams };
/** `raw`: the text a date was read from. */
type CellReading =
  | { readonly ok: true; readonly value: OrganizationValue; readonly raw?: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** A text is read by the field's rules; numbers, flags and lists are taken as they are when they fit the field. */
export function readCell(key: OrganizationFieldKey, value: CellValue, fiscalYear: number): CellReading {
  const { kind, label } = organizationField(key);
  if (typeof value === 'boolean' && kind === 'public-flag') return { ok: true, value };
  if (typeof value === 'boolean') return { ok: false, refusal: { code: 'INVALID_INPUT', params: { detail: label } } };
  if (kind === 'activity-fields' && Array.isArray(value) && value.every((text) => text.length <= longestCellText))
    return { ok: true, value: labelsOf(value) };
  const text = textOf(value);
  if (text.length > longestCellText) return invalid(key, text, organizationTexts.tooLong(longestCellText));
  const read = readOrganizationValue(key, text, fiscalYear);
  if (!read.ok) return invalid(key, text, invalidValueReasons[read.problem]);
  if (kind === 'date' && typeof value === 'string' && value !== read.value)
    return { ok: true, value: read.value, raw: value };
  return { ok: true, value: read.value };
}

/** A value of the wire as one text. */
export function textOf(value: CellValue): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.join('、') : String(value);
}

/** Why a text is no value of its field; `reason`: of invalidValueReasons. */
export function invalidValue(key: OrganizationFieldKey, text: string, reason: string): Refusal {
  const value = organizationTexts.shortened(text);
  return { code: 'INVALID_VALUE', params: { field: organizationField(key).label, value, reason } };
}

/** A refusal as the error of a command that writes all or nothing. */
export function refusalError({ code, params }: Refusal): AppError {
  return new AppError(code, params);
}

function invalid(key: OrganizationFieldKey, text: string, reason: string): CellReading {
  return { ok: false, refusal: invalidValue(key, text, reason) };
}

function labelsOf(values: readonly string[]): string[] {
  return [...new Set(values.map(cleanText))].filter((label) => label !== '');
}
