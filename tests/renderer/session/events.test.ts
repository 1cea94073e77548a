import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followEvents } from '#renderer/session/events.ts';
import { createTurns } from '#renderer/session/turns.ts';
import type { CoreEvent } from '#shared/contract/events.ts';

const cached = ['measures.list', 'organizations.counts', 'history.list', 'views.list', 'imports.rows', 'no-call'];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Tells of the events and answers with the queries that are to be read again. */
function readAgain(...events: readonly CoreEvent[]): readonly string[] {
  const queryClient = new QueryClient();
  for (const name of cached) queryClient.setQueryData([name, {}], name);
  let tell: (event: CoreEvent) => void = () => undefined;
  const client = {
    call: () => Promise.reject(new Error('nothing is called')),
    subscribe: (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    },
  };
  followEvents({ client, turns: createTurns() }, queryClient);
  for (const event of events) tell(event);
  vi.runAllTimers();
  return cached.filter((name) => queryClient.getQueryState([name, {}])?.isInvalidated);
}

function changed(seq: number, ...tables: readonly string[]): CoreEvent {
  return { type: 'ledger.changed', changeSetId: String(seq), savedAt: '', tables, seq };
}

test('a mark lets the status lists, the log and what no one knows be read again, the register not', () => {
  expect(readAgain(changed(1, 'progressRecord'))).toEqual(['measures.list', 'history.list', 'no-call']);
});

test('changes that come together are one reading of all that they touch', () => {
  const both = readAgain(changed(1, 'organization'), changed(2, 'savedView'));
  expect(both).toEqual(['organizations.counts', 'history.list', 'views.list', 'no-call']);
});

test.each([
  ['events were missed', [changed(1, 'mark'), changed(3, 'mark')]],
  ['another ledger is open', [{ type: 'ledger.state', seq: 1 }]],
  ['a change comes with another ledger', [{ type: 'ledger.state', seq: 1 }, changed(2, 'mark')]],
] as const)('when %s, all but the preview of a file is read again', (_, events) => {
  expect(readAgain(...events)).toEqual(cached.filter((name) => name !== 'imports.rows'));
});
