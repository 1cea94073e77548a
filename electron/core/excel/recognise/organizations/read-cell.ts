import type { SheetCell } from '#core/excel/workbook.ts';
import { parseCount } from '#shared/domain/count.ts';
import { kanaReading } from '#shared/domain/kana.ts';
import {
  isOrganizationFieldKey,
  type OrganizationFieldKey,
  type OrganizationValue,
  organizationField,
} from '#shared/domain/organization/fields.ts';
import { type ReadValue, readOrganizationValue } from '#shared/domain/organization/read-value.ts';
import { organizationFixes, organizationProblems } from '#shared/messages/import-organizations.ts';
import { foldWidth } from '#shared/domain/text.ts';
import { invalidValueReasons } from '#shared/messages/organizations.ts';
import { isDashCell } from '../table/short-words.ts';
import { hidesValue } from '../table/shown-by-format.ts';
import { type DraftBuilder, labelOf, textOf } from './draft-builder.ts';
import type { FlagCodes } from './flag-codes.ts';
import { closeFlag, readFlagCell } from './read-flag.ts';

/** Kinds in which a dash means "none" although readOrganizationValue takes it as text; in 備考 or 活動内容 it is text. */
const dashIsNone: ReadonlySet<string> = new Set(['text', 'kana', 'organization-type', 'city']);
/** A text that cannot be read is better kept than lost. */
const keepsText: ReadonlySet<string> = new Set(['phone', 'postal']);

export type CellInput = {
  readonly field: OrganizationFieldKey;
  readonly cell: SheetCell | null;
  readonly inverted: boolean;
  readonly isSecond?: boolean;
  readonly codes?: FlagCodes;
  readonly header: string;
  readonly fiscalYear: number;
};

/** Reads one cell of a column of the register into the draft of its row. Never throws. */
export function readOrganizationCell(draft: DraftBuilder, input: CellInput): void {
  const { field, cell } = input;
  const { kind } = organizationField(field);
  const text = withoutRole(draft, field, withEra(draft, input, normalText(draft, field, textOf(cell))));
  if (text === '') {
    tellHidden(draft, field, cell);
    draft.blank(field);
    return;
  }
  if (kind === 'public-flag') {
    readFlagCell(draft, input, text);
    return;
  }
  if (saysClosed(draft, field, text)) return;
  if (isDashCell(text) && field !== 'name' && dashIsNone.has(kind)) {
    draft.set(field, null);
    return;
  }
  if (kind === 'count' && cell?.stored === '0' && isDashCell(text)) {
    draft.set(field, 0);
    return;
  }
  if (kind === 'date' && readPeriod(draft, input, text)) return;
  if (field === 'members') readCitizens(draft, text, input.header);
  const read = readOrganizationValue(field, text, input.fiscalYear);
  if (!read.ok) {
    rejectCell(draft, field, read);
    return;
  }
  draft.set(field, read.value);
  if ((kind === 'email' || kind === 'url') && typeof read.value === 'string' && read.value !== text)
    draft.fix(organizationFixes.narrowed(labelOf(field), text, read.value));
  if (kind === 'count') compareStored(draft, input, read.value);
  if (kind === 'date' && cell?.type === 'text' && read.value !== text) draft.raw(field, text);
  tellRepair(draft, field, { text, read });
}

/** A value that its format hides is not taken. */
function tellHidden(draft: DraftBuilder, field: OrganizationFieldKey, cell: SheetCell | null): void {
  if (cell === null || !hidesValue(cell)) return;
  const isFlag = organizationField(field).kind === 'public-flag';
  if (isFlag) draft.problem(organizationProblems.hidden(labelOf(field), cell.stored ?? ''));
  else draft.fix(organizationFixes.hidden(labelOf(field)));
}

/** The count that is shown is taken; when the number below it is another one, the row asks. */
function compareStored(draft: DraftBuilder, { field, cell, fiscalYear }: CellInput, value: OrganizationValue): void {
  if (cell?.stored === undefined) return;
  const below = readOrganizationValue(field, cell.stored, fiscalYear);
  if (below.ok && below.value !== value)
    draft.problem(organizationProblems.shownDiffers(labelOf(field), cell.text, cell.stored));
}

const closed = /^[（(]?(?:非公開|非公表|非開示|公開不可|公表不可|公開しない|非公開希望)[)）]?$/;

/** 非公開 in the place of a telephone number: the number is not told, and nobody may tell it. */
function saysClosed(draft: DraftBuilder, field: OrganizationFieldKey, text: string): boolean {
  const { publicBy } = organizationField(field);
  if (publicBy === undefined || !isOrganizationFieldKey(publicBy) || !closed.test(text)) return false;
  draft.blank(field);
  closeFlag(draft, publicBy, field);
  return true;
}

const plainDate = /^\d{1,2}\s*[./\-年]\s*\d{1,2}\s*[./\-月]\s*\d{1,2}\s*日?$/;

/** 7.4.1 under 登録日（令和）. */
function withEra(draft: DraftBuilder, { field, header }: CellInput, text: string): string {
  const era = /令和|平成|昭和/.exec(header)?.[0];
  if (era === undefined || organizationField(field).kind !== 'date' || !plainDate.test(foldWidth(text))) return text;
  const read = `${era}${foldWidth(text)}`;
  draft.fix(organizationFixes.eraOfHeader(labelOf(field), text, read));
  return read;
}

const roles =
  '(?:副|名誉)?(?:会長|代表者?|理事長|代表理事|理事|委員長|支部長|部長|団長|隊長|所長|館長|園長|校長|学長|会頭|総裁|主宰者?|事務局長|代表世話人|世話人|リーダー|座長|社長|代表取締役(?:社長)?|取締役|幹事長?|塾長|店長|組合長|自治会長|町内会長)';
const roleBefore = new RegExp(`^[（(]?(${roles})[)）]?[\\s:：・]+(?=\\S)`);
const roleBehind = new RegExp(`[\\s]*[（(](${roles})[)）]$`);

const LONGEST_PERSON = 100;

/** 会長　松永 花子 names the office too. */
function withoutRole(draft: DraftBuilder, field: OrganizationFieldKey, text: string): string {
  if ((field !== 'repName' && field !== 'contactName') || text.length > LONGEST_PERSON) return text;
  const [whole, role] = roleBefore.exec(text) ?? roleBehind.exec(text) ?? [];
  if (whole === undefined || role === undefined || whole.length >= text.length) return text;
  draft.fix(organizationFixes.roleRemoved(labelOf(field), role));
  return text.replace(whole, '').trim();
}

/** 令和7年4月1日～令和8年3月31日: a period ends with the valid-until and starts with the registration. */
function readPeriod(draft: DraftBuilder, { field, fiscalYear }: CellInput, text: string): boolean {
  const [from, to, more] = text.split(/\s*[~〜～]\s*|\s*から\s*/).filter((part) => part !== '');
  if (from === undefined || to === undefined || more !== undefined || field === 'established') return false;
  const wanted = readOrganizationValue(field, field === 'validUntil' ? to : from, fiscalYear);
  if (!wanted.ok || wanted.value === null) return false;
  draft.set(field, wanted.value);
  draft.raw(field, text);
  draft.fix(organizationFixes.period(labelOf(field), text, String(wanted.value)));
  return true;
}

/** 192人（うち市民80人） in one cell, or 192（80） under a header that says what the brackets are. */
function readCitizens(draft: DraftBuilder, text: string, header: string): void {
  const count = parseCount(text);
  if (count === null || 'approximate' in count || count.rest === undefined) return;
  const inside = parseCount(count.rest.replace(/^\(|\)$|うち|市民|市内|在住者?|[:：]/g, ''));
  const isCitizens = /うち|市民|市内/.test(count.rest + header);
  if (isCitizens && inside !== null && 'value' in inside && draft.get('membersCitizen') === undefined) {
    draft.set('membersCitizen', inside.value);
    draft.fix(organizationFixes.alsoTaken(labelOf('membersCitizen'), labelOf('members'), String(inside.value)));
    return;
  }
  draft.fix(organizationFixes.moreThanOne(labelOf('members'), String(count.value), count.rest));
}

/** One line for one-line fields, full-width kana for readings. */
function normalText(draft: DraftBuilder, field: OrganizationFieldKey, text: string): string {
  const { kind } = organizationField(field);
  if (kind === 'kana') return kanaReading(text);
  if (field === 'regNo' && /[Ａ-Ｚａ-ｚ０-９－]/.test(text)) {
    const narrow = text.replace(/[Ａ-Ｚａ-ｚ０-９－]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
    draft.fix(organizationFixes.narrowed(labelOf(field), text, narrow));
    return narrow;
  }
  if (kind === 'text' && text.includes('\n')) {
    draft.fix(organizationFixes.lineJoined(labelOf(field)));
    return text.split(/\s*\n\s*/).join(' ');
  }
  return text;
}

function rejectCell(draft: DraftBuilder, field: OrganizationFieldKey, read: ReadValue & { readonly ok: false }): void {
  const label = labelOf(field);
  draft.problem(organizationProblems.badValue(label, read.text, invalidValueReasons[read.problem]));
  if (keepsText.has(organizationField(field).kind)) draft.unreadable(field, read.text);
}

type Taken = { readonly text: string; readonly read: ReadValue & { readonly ok: true } };

function tellRepair(draft: DraftBuilder, field: OrganizationFieldKey, { text, read }: Taken): void {
  const label = labelOf(field);
  const value = String(read.value);
  switch (read.repair) {
    case undefined:
      return;
    case 'zero-restored':
      draft.fix(organizationFixes.zeroRestored(label, text, value));
      return;
    case 'more-than-one':
      takeRest(draft, field, { value, rest: read.rest ?? [] });
      return;
    case 'unknown-label':
      draft.fix(organizationFixes.unknownLabel(label, (read.rest ?? []).join('、')));
      return;
    default:
      draft.fix(organizationFixes.date(label, { raw: text, iso: value, note: read.repair }));
  }
}

/** What stood behind a telephone number: 非公開, a mobile number, an extension. Nothing is dropped without a word. */
function takeRest(
  draft: DraftBuilder,
  field: OrganizationFieldKey,
  { value, rest }: { readonly value: string; readonly rest: readonly string[] },
): void {
  const left = rest.filter((part) => {
    const other = field === 'phone' ? besidePhone(part) : undefined;
    if (other === 'closed') closeFlag(draft, 'phonePublic', field);
    if (other === undefined || other === 'closed') return other === undefined;
    if (draft.has(other.field)) return true;
    draft.set(other.field, other.value);
    draft.fix(organizationFixes.alsoTaken(labelOf(other.field), labelOf(field), other.value));
    return false;
  });
  if (left.length > 0) draft.fix(organizationFixes.moreThanOne(labelOf(field), value, left.join('、')));
}

type Beside = { readonly field: OrganizationFieldKey; readonly value: string };

function besidePhone(part: string): Beside | 'closed' | undefined {
  if (/^[（(]?(?:非公開|非公表|非開示|公開不可)/.test(part)) return 'closed';
  if (/^0[789]0-/.test(part)) return { field: 'mobile', value: part };
  const fax = /^FAX\s?(0[\d-]+)$/i.exec(part)?.[1];
  if (fax !== undefined) return { field: 'fax', value: fax };
  const mail = /^(?:(?:e-?)?mail:?|メール:?)?\s*([\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/i.exec(part)?.[1];
  return mail === undefined ? undefined : { field: 'email', value: mail };
}
