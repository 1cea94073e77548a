/**
 * The ledger's tables as TypeScript sees them. SQL names are the snake_case of these; tests/db/schema.test.ts holds both together.
 * Dates of the domain are partial ISO texts ('2016-02-26', '2016-02', '2016') beside the text they came from (`…Raw`).
 * Flags are 0/1/null, null = not stated. Source: domain.md section 4.
 */
type Flag = 0 | 1 | null;

export type OrganizationTable = {
  id: string;
  regNo: string | null;
  name: string;
  nameKana: string | null;
  orgType: string | null;
  corporateNumber: string | null;
  postal: string | null;
  city: string | null;
  address: string | null;
  addressPublic: Flag;
  url: string | null;
  established: string | null;
  establishedRaw: string | null;
  members: number | null;
  membersCitizen: number | null;
  purpose: string | null;
  activity: string | null;
  area: string | null;
  note: string | null;
};

export const contactRoles = ['representative', 'responsible', 'office'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** Contacts of a group: 代表者, 連絡責任者, 事務局 (the group's own telephone and e-mail); at most one of each. */
export type OrgContactTable = {
  id: string;
  organizationId: string;
  role: ContactRole;
  name: string | null;
  nameKana: string | null;
  namePublic: Flag;
  phone: string | null;
  phonePublic: Flag;
  mobile: string | null;
  mobilePublic: Flag;
  fax: string | null;
  faxPublic: Flag;
  email: string | null;
  emailPublic: Flag;
};

/** One activity field of a group; `code` is null when the text is not one of the 20. */
export type OrganizationFieldTable = {
  id: string;
  organizationId: string;
  rank: number;
  code: string | null;
  label: string;
};

/** One period of registration. `isCurrent` = 1 on the one the lists show. */
export type RegistrationTable = {
  id: string;
  organizationId: string;
  registeredOn: string | null;
  registeredRaw: string | null;
  validUntil: string | null;
  validUntilRaw: string | null;
  endedOn: string | null;
  endedReason: string | null;
  isCurrent: 0 | 1;
};

/** Every registration number ever given (id = the number's match key); stays when its group is removed, so that it is never given again. */
export type RegistrationNumberTable = { id: string; regNo: string; organizationId: string };

export type PlanTable = {
  id: string;
  title: string;
  titleKey: string;
  shortTitle: string | null;
  edition: number | null;
  issuer: string | null;
  planType: string | null;
  startFiscalYear: number | null;
  endFiscalYear: number | null;
  termRaw: string | null;
  predecessorId: string | null;
  upperPlanId: string | null;
  /** The legend as printed: 実施状況：◎実施済 ○継続推進 … */
  legendRaw: string | null;
};

export type PlanLevelTable = { id: string; planId: string; depth: number; label: string };

/** A heading (推進方針, 推進施策 …) or a measure (推進項目). `numberRaw` + `numberGap` + `name` is the printed text of a heading. */
export type PlanNodeTable = {
  id: string;
  planId: string;
  parentId: string | null;
  kind: 'heading' | 'measure';
  depth: number;
  sortOrder: number;
  numberRaw: string;
  numberGap: string;
  numberKey: string;
  name: string;
  nameKey: string;
};

/** A 再掲 row: refers to a measure, stands at its own place, has no status of its own and is never counted. */
export type NodePlacementTable = {
  id: string;
  planId: string;
  parentId: string;
  sortOrder: number;
  nodeId: string;
  labelRaw: string;
};

export type MarkSetTable = { id: string; planId: string; kind: 'status' | 'disposition'; heading: string };

/** `variants` is a JSON array of other spellings of the glyph. */
export type MarkTable = {
  id: string;
  markSetId: string;
  sortOrder: number;
  glyph: string;
  label: string;
  variants: string;
};

/** Status of one measure in one fiscal year. `markId` or, for '-' and unknown text, `markRaw`; both null = blank. The same for the disposition. */
export type ProgressRecordTable = {
  id: string;
  nodeId: string;
  fiscalYear: number;
  period: string;
  markId: string | null;
  markRaw: string | null;
  dispositionId: string | null;
  dispositionRaw: string | null;
  noteId: string | null;
};

/** A 検証内容. Shared when several progress records point at it; printed as one merged cell. */
export type VerificationNoteTable = { id: string; planId: string; text: string };

/** Settings of this ledger by key: centerName … */
export type LedgerSettingTable = { id: string; value: string };

/** A named look at a sheet: filters, sorting, columns. `definition` is JSON of the sheet's own making. */
export type SavedViewTable = { id: string; sheet: string; name: string; definition: string };

/** Tables that hold data and are written through WriteTx, which records every change. */
export type DataTables = {
  organization: OrganizationTable;
  orgContact: OrgContactTable;
  organizationField: OrganizationFieldTable;
  registration: RegistrationTable;
  registrationNumber: RegistrationNumberTable;
  plan: PlanTable;
  planLevel: PlanLevelTable;
  planNode: PlanNodeTable;
  nodePlacement: NodePlacementTable;
  markSet: MarkSetTable;
  mark: MarkTable;
  progressRecord: ProgressRecordTable;
  verificationNote: VerificationNoteTable;
  ledgerSetting: LedgerSettingTable;
  savedView: SavedViewTable;
};
export type DataTableName = keyof DataTables;

export type ChangeSetTable = {
  seq: number;
  id: string;
  command: string;
  label: string;
  actor: string;
  at: string;
  origin: string | null;
  revertsId: string | null;
  changeCount: number;
  prevHash: string;
  hash: string;
};

export type ChangeTable = {
  changeSetId: string;
  seq: number;
  tableName: string;
  rowId: string;
  recordId: string;
  op: 'insert' | 'update' | 'delete';
  beforeJson: string | null;
  afterJson: string | null;
};

/** One flat row per group with every field as the lists show it, kept by WriteTx; `id` is what a view's id vector holds. */
export type OrganizationListTable = {
  id: number;
  organizationId: string;
  nameMatchKey: string;
} & Record<string, unknown>;

export type Tables = DataTables & {
  changeSet: ChangeSetTable;
  change: ChangeTable;
  organizationList: OrganizationListTable;
};
