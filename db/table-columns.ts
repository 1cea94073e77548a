import type { DataTableName, DataTables } from './tables.ts';

type Columns = { readonly [T in DataTableName]: readonly (keyof DataTables[T] & string)[] };

/** Columns of each data table in the order of the SQL. */
export const tableColumns = {
  organization: [
    'id',
    'regNo',
    'name',
    'nameKana',
    'orgType',
    'corporateNumber',
    'postal',
    'city',
    'address',
    'addressPublic',
    'url',
    'established',
    'establishedRaw',
    'members',
    'membersCitizen',
    'purpose',
    'activity',
    'area',
    'note',
  ],
  orgContact: [
    'id',
    'organizationId',
    'role',
    'name',
    'nameKana',
    'namePublic',
    'phone',
    'phonePublic',
    'mobile',
    'mobilePublic',
    'fax',
    'faxPublic',
    'email',
    'emailPublic',
  ],
  organizationField: ['id', 'organizationId', 'rank', 'code', 'label'],
  registration: [
    'id',
    'organizationId',
    'registeredOn',
    'registeredRaw',
    'validUntil',
    'validUntilRaw',
    'endedOn',
    'endedReason',
    'isCurrent',
  ],
  registrationNumber: ['id', 'regNo', 'organizationId'],
  plan: [
    'id',
    'title',
    'titleKey',
    'shortTitle',
    'edition',
    'issuer',
    'planType',
    'startFiscalYear',
    'endFiscalYear',
    'termRaw',
    'predecessorId',
    'upperPlanId',
    'legendRaw',
  ],
  planLevel: ['id', 'planId', 'depth', 'label'],
  planNode: [
    'id',
    'planId',
    'parentId',
    'kind',
    'depth',
    'sortOrder',
    'numberRaw',
    'numberGap',
    'numberKey',
    'name',
    'nameKey',
  ],
  nodePlacement: ['id', 'planId', 'parentId', 'sortOrder', 'nodeId', 'labelRaw'],
  markSet: ['id', 'planId', 'kind', 'heading'],
  mark: ['id', 'markSetId', 'sortOrder', 'glyph', 'label', 'variants'],
  progressRecord: [
    'id',
    'nodeId',
    'fiscalYear',
    'period',
    'markId',
    'markRaw',
    'dispositionId',
    'dispositionRaw',
    'noteId',
  ],
  verificationNote: ['id', 'planId', 'text'],
  ledgerSetting: ['id', 'value'],
  savedView: ['id', 'sheet', 'name', 'definition'],
} as const satisfies Columns;

/** 'organizationId' -> 'organization_id'. The one place where TypeScript names become SQL names. */
export function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** 'organization_id' -> 'organizationId'. */
export function toCamel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

type RecordColumn = { readonly [T in DataTableName]: keyof DataTables[T] & string };

/** The column whose value names the record a row belongs to: what 変更履歴 of a group or measure collects. */
export const recordColumn = {
  organization: 'id',
  orgContact: 'organizationId',
  organizationField: 'organizationId',
  registration: 'organizationId',
  registrationNumber: 'organizationId',
  plan: 'id',
  planLevel: 'planId',
  planNode: 'id',
  nodePlacement: 'nodeId',
  markSet: 'planId',
  mark: 'markSetId',
  progressRecord: 'nodeId',
  verificationNote: 'id',
  ledgerSetting: 'id',
  savedView: 'id',
} as const satisfies RecordColumn;
