import { cellWords } from '#shared/domain/organization/cell-words.ts';
import { type Edges, type LookedFor, lookedFor } from '#shared/domain/organization/looked-for.ts';
import {
  organizationFields,
  type OrganizationFieldKind,
  type OrganizationValue,
} from '#shared/domain/organization/fields.ts';
import { matchKey } from '#shared/domain/text.ts';
import type { SqlValue } from './reader.ts';
import { toSnake } from './table-columns.ts';

/** Between two words; matchKey takes every line break away, so no word that is looked for can span it. */
const border = '\n';
/** Stands for the border while all words are folded at once, which is far cheaper than one by one: a square that nobody writes. */
const heldBorder = '◰';
const kinds: readonly OrganizationFieldKind[] = organizationFields.map((field) => field.kind);
const dateColumns = organizationFields.filter(({ kind }) => kind === 'date').map(({ key }) => toSnake(key));

/**
 * All words of a group, each folded by matchKey and with a border before and behind it: what the quick search, find and text
 * filters look through. `row`: the fields as organization_list holds them, in the order of organizationFields.
 */
export function searchTextOf(row: readonly SqlValue[]): string {
  const words = new Set<string>();
  row.forEach((value, place) => {
    for (const word of cellWords(kinds[place] ?? 'text', listValue(kinds[place] ?? 'text', value))) words.add(word);
  });
  return `${border}${matchKey([...words].join(heldBorder)).replaceAll(heldBorder, border)}${border}`;
}

/** A value as the list's column holds it, as a value of the field: flags are 0 and 1 there, labels a JSON array. */
export function listValue(kind: OrganizationFieldKind, value: SqlValue): OrganizationValue {
  if (value === null) return null;
  if (kind === 'public-flag') return value === 1;
  if (kind === 'activity-fields') return JSON.parse(String(value)) as string[]; // boundary: written by json_group_array
  return value;
}

export type Clause = { readonly sql: string; readonly parameters: readonly SqlValue[] };

/** Rows of organization_search that hold every word of a search; [] when it has no word. */
export function holdsWords(search: string): readonly Clause[] {
  return search.split(/[\s\u3000]+/).flatMap((word) => holdsText(word) ?? []);
}

/** Rows of organization_search with this text in any cell; a date in any spelling. null when there is nothing to look for. */
export function holdsText(text: string): Clause | null {
  const word = lookedFor(text);
  if (word === null) return null;
  const found = standsIn(word.key);
  const dated = holdsDate(word);
  if (dated === null) return found;
  return { sql: `(${found.sql} OR ${dated.sql})`, parameters: [...found.parameters, ...dated.parameters] };
}

/** Rows with this day, month or year in a field of dates; null when the word is no date, or has the form in which the texts hold dates. */
export function holdsDate({ key, date }: LookedFor): Clause | null {
  if (date === null || date === key) return null;
  // By the indexes of the dates: a second look through every text would take as long again.
  const dated = dateColumns.map((column) => `SELECT id FROM organization_list WHERE ${column} BETWEEN ? AND ?`);
  return { sql: `id IN (${dated.join(' UNION ALL ')})`, parameters: dateColumns.flatMap(() => [date, `${date}~`]) };
}

/** Rows of organization_search one of whose cells may hold this: the cell itself has to be asked then. */
export function mayHold({ key, date }: LookedFor, { begins, ends }: Edges): Clause {
  const found = standsIn(`${begins ? border : ''}${key}${ends ? border : ''}`);
  if (date === null) return found;
  const dated = standsIn(`${border}${date}`);
  return { sql: `(${found.sql} OR ${dated.sql})`, parameters: [...found.parameters, ...dated.parameters] };
}

const longestPattern = 1000;

/** LIKE passes over a text twice as fast as instr; of long patterns it takes none, and % and _ mean something to it. */
function standsIn(part: string): Clause {
  if (part.length > longestPattern || /[%_]/.test(part)) return { sql: 'instr(text, ?) > 0', parameters: [part] };
  return { sql: 'text LIKE ?', parameters: [`%${part}%`] };
}
