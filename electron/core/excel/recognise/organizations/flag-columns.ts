import { isOrganizationFieldKey, organizationField } from '#shared/domain/organization/fields.ts';
import { matchKey } from '#shared/domain/text.ts';
import { organizationWarnings } from '#shared/messages/import-organizations.ts';
import { headerKey } from '../table/header-key.ts';
import type { TableColumn } from '../table/vocabulary.ts';
import type { Doubts } from './column-doubts.ts';
import { looksLike } from './content-tests.ts';

const plainFlag =
  /^(?:(?:情報|外部)?(?:公開|開示|公表)(?:可否|可|区分|非公開|有無|希望|別|フラグ|不可|希望有無)?|非公開(?:希望)?)$/;
const opening = /^(?:公開)?(?:可|する|希望|有|公開|○)$/;
const closing = /^(?:公開)?(?:不可|否|しない|希望しない|無|×)$|^(?:非公開|公開しない)$/;

/**
 * Gives a column that only says 公開 the value right of it (the one left of it was found by the headers), and says so. Where nothing
 * tells what it speaks of it is left out: nothing is published on a guess.
 */
export function withFlags(columns: readonly TableColumn[], doubts: Doubts): readonly TableColumn[] {
  const fields = new Set(columns.map((column) => column.field));
  const flagged = columns.map((column, position) => {
    if (column.field !== null || !isPlainFlag(column, doubts)) return column;
    const right = columns.slice(position + 1).find(({ header }) => header !== '');
    const flag = flagOf(right?.field ?? null);
    if (right === undefined || flag === undefined || fields.has(flag)) {
      doubts.warnings.push(organizationWarnings.lonelyFlag(oneLine(column.header)));
      return column;
    }
    fields.add(flag);
    doubts.warnings.push(organizationWarnings.flagOfNext(oneLine(column.header), oneLine(right.header)));
    return { ...column, field: flag };
  });
  return flagged.map((column, position) => closingOf(column, flagged[position - 1]));
}

function isPlainFlag({ index, header }: TableColumn, { samples, chosen }: Doubts): boolean {
  if (chosen.has(index)) return false;
  const isNamed =
    plainFlag.test(headerKey(header.split('>').at(-1) ?? '')) || plainFlag.test(headerKey(header.replaceAll('>', '')));
  return (
    isNamed && (looksLike.flag(samples(index)) >= 0.8 || samples(index).every((text) => /^[01０１レ✓✔]$/.test(text)))
  );
}

function flagOf(field: string | null): string | undefined {
  return field !== null && isOrganizationFieldKey(field) ? organizationField(field).publicBy : undefined;
}

/** 可 | 不可 side by side: the second column says the contrary of the first. */
function closingOf(column: TableColumn, left: TableColumn | undefined): TableColumn {
  const isPair =
    column.field === null && left?.field?.endsWith('Public') === true && isPairOf(left.header, column.header);
  return isPair ? { ...column, field: left.field } : column;
}

/** Columns of such pairs in which a mark means "not public". */
export function flagPairs(columns: readonly TableColumn[]): ReadonlySet<number> {
  const second = columns.filter((column, position) => {
    const left = columns[position - 1];
    return (
      column.field?.endsWith('Public') === true && left?.field === column.field && isPairOf(left.header, column.header)
    );
  });
  return new Set(second.map((column) => column.index));
}

function isPairOf(left: string, right: string): boolean {
  const last = (header: string): string => matchKey(header.split('>').at(-1) ?? '');
  return opening.test(last(left)) && closing.test(last(right));
}

const bothWays =
  /公開[・/,]?非公開|非公開[・/,]?公開|(?:公開|公表|開示|掲載)(?:可[・/,]?|[・/,])不可|(?:する|希望する)[・/,]?(?:しない|希望しない)/g;
const closingWords =
  /非公開|非公表|非開示|不開示|(?:公開|公表|開示|掲載)(?:不可|拒否|(?:を|は)?(?:し|希望し|望ま)ない)/;

/** A yes below 非公開希望, 公開しない or 電話番号>不可 closes. Headers that name both (公開・非公開) ask an open question. */
export function isClosingHeader(header: string): boolean {
  const last = matchKey(header.split('>').at(-1) ?? '');
  return closing.test(last) || closingWords.test(matchKey(header).replace(bothWays, ''));
}

function oneLine(header: string): string {
  return header.replace(/\s+/g, '');
}
