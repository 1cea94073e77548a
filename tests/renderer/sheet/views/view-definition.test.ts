import { describe, expect, test } from 'vitest';
import type { ViewDefinition } from '#renderer/sheet/types.ts';
import {
  isSameView,
  isTooLarge,
  parseViewDefinition,
  serializeViewDefinition,
} from '#renderer/sheet/views/view-definition.ts';

const definition: ViewDefinition = {
  query: {
    sort: [{ columnId: 'city', descending: true }],
    filters: [
      { columnId: 'city', kind: 'values', values: ['下関市', ''], exclude: false },
      { columnId: 'name', kind: 'text', operator: 'contains', text: '<b>"\n' },
    ],
  },
  layout: {
    columns: [
      { id: 'name', width: 250 },
      { id: 'city', hidden: true },
    ],
    frozen: 1,
  },
};
const ids = ['name', 'city'];
const columns = ids.map((id) => ({ id, title: id, width: 100, text: (row: string) => row }));

function stored(change: object): string {
  return JSON.stringify({ ...definition, ...change });
}

describe('a stored view', () => {
  test('comes back as it was saved', () => {
    expect(parseViewDefinition(serializeViewDefinition(definition), ids)).toEqual(definition);
  });
  test.each(['', 'null', '[]', '{"query":1}', '{"query":{"sort":[],"filters":[]}}', '{"query":', '"text"'])(
    'that is broken is none: %s',
    (text) => {
      expect(parseViewDefinition(text, ids)).toBeNull();
    },
  );
  test('loses columns that are no more', () => {
    expect(parseViewDefinition(serializeViewDefinition(definition), ['name'])).toEqual({
      query: { sort: [], filters: [definition.query.filters[1]] },
      layout: { columns: [{ id: 'name', width: 250 }], frozen: 1 },
    });
  });
  test('loses what a later version put in, and columns named twice', () => {
    const filters = [
      { columnId: 'city', kind: 'colour', colour: 'red' },
      { columnId: 'city', kind: 'blank', extra: 1 },
    ];
    const layout = {
      columns: [
        { id: 'city', width: 1e9 },
        { id: 'name', hidden: false },
        { id: 'name', width: 90 },
      ],
      frozen: null,
    };
    expect(parseViewDefinition(stored({ query: { sort: 'x', filters }, layout }), ids)).toBeNull();
    expect(parseViewDefinition(stored({ query: { sort: [1, null], filters }, layout }), ids)).toEqual({
      query: { sort: [], filters: [{ columnId: 'city', kind: 'blank' }] },
      layout: { columns: [{ id: 'name' }], frozen: null },
    });
  });
  test('is the same when it shows the same', () => {
    const [city, name] = definition.query.filters;
    const other: ViewDefinition = {
      query: { ...definition.query, filters: [name, city].flatMap((filter) => (filter === undefined ? [] : [filter])) },
      layout: {
        columns: [
          { id: 'name', width: 250, hidden: false },
          { id: 'city', hidden: true, width: 100 },
        ],
        frozen: 1,
      },
    };
    expect(isSameView(columns, definition, other)).toBe(true);
    expect(isSameView(columns, definition, { ...other, layout: { ...other.layout, frozen: 0 } })).toBe(false);
    expect(isSameView(columns, definition, { ...other, query: { sort: [], filters: [] } })).toBe(false);
  });
  test('with too many values is told to be too large', () => {
    const values = Array.from({ length: 5000 }, (_, index) => `団体${index}`);
    const filters = [{ columnId: 'name', kind: 'values', values, exclude: false } as const];
    expect(isTooLarge(serializeViewDefinition({ ...definition, query: { sort: [], filters } }))).toBe(true);
    expect(isTooLarge(serializeViewDefinition(definition))).toBe(false);
  });
});
