import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CoreEvent } from '#shared/contract/events.ts';
import { type CallName, contract } from '#shared/contract/index.ts';
import { errorMessages } from '#shared/messages/errors.ts';
import { createClient } from '#shared/rpc/client.ts';
import type { RpcResult, Transport } from '#shared/rpc/transport.ts';
import { garbageInputs } from './garbage-inputs.ts';
import type { OpenTransport, TransportKind } from './open-transport.ts';
import { largeRegister, upload } from './upload.ts';

const names = Object.keys(contract).filter((name): name is CallName => Object.hasOwn(contract, name));

/** The behaviours every transport shares, over the real core. */
export function describeContract(kind: TransportKind): void {
  describe(`the contract over ${kind.name}`, () => {
    let opened: OpenTransport;
    const transport = (): Transport => opened.transport;
    beforeAll(async () => {
      opened = await kind.open();
    });
    afterAll(() => opened.close());

    describe('without a ledger', () => describeAnswers(transport));
    describe('with a ledger', () => {
      beforeAll(async () => {
        await createClient(transport()).call('ledger.create', { title: '試験の台帳' });
      });
      describeAnswers(transport);
      describeOrder(transport);
      describeLargeInput(transport);
      describeCancel(transport);
    });
  });
}

function describeAnswers(transport: () => Transport): void {
  test.each(names)('%s answers an empty input with a value of the contract or a named error', async (name) => {
    // Closing the ledger would take it from the tests that follow.
    const input = name === 'ledger.close' ? { not: 'empty' } : {};
    expectAnswer(name, await transport().call(name, input));
  });

  test.each(names)('%s answers garbage with a named error, or a value of the contract', async (name) => {
    for (const input of garbageInputs(name)) expectAnswer(name, await transport().call(name, input));
  });

  test.each(['', 'toString', '__proto__', 'constructor', 'hasOwnProperty', 'app.State', 'app.state ', 'x'.repeat(150)])(
    'the name "%s" is UNKNOWN_CALL',
    async (name) => {
      expect(await transport().call(name, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
    },
  );

  test('an error has the one shape, and no stack', async () => {
    const result = await transport().call('organizations.openView', { search: 3 });
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'INVALID_INPUT',
        params: { detail: expect.any(String) },
      },
    });
  });
}

/** A bug (INTERNAL) is never an answer; a value is what the contract says and safe as JSON. */
function expectAnswer(name: CallName, result: RpcResult): void {
  if (!result.ok) {
    expect(Object.keys(errorMessages)).toContain(result.error.code);
    expect(result.error).not.toMatchObject({ code: 'INTERNAL' });
    return;
  }
  expect(contract[name].output.safeParse(result.value).error).toBeUndefined();
  expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value);
}

function describeOrder(transport: () => Transport): void {
  test('calls sent together are carried out in their order', async () => {
    const client = createClient(transport());
    const adding = Array.from({ length: 20 }, (_, index) =>
      client.call('organizations.add', { values: { name: `順番の会${index}` } }),
    );
    const added = await Promise.all(adding);
    const history = await client.call('history.list', { limit: 20 });
    expect(history.map(({ id }) => id).toReversed()).toEqual(added.map(({ changeSetId }) => changeSetId));
  });

  test('events carry a number that grows by one, and tell of each change', async () => {
    const client = createClient(transport());
    const events: CoreEvent[] = [];
    const leave = client.subscribe((event) => events.push(event));
    for (const name of ['一の会', '二の会', '三の会']) await client.call('organizations.add', { values: { name } });
    await vi.waitFor(() => expect(events.filter(({ type }) => type === 'ledger.changed')).toHaveLength(3));
    leave();
    const first = events[0]?.seq ?? 0;
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => first + index));
  });
}

function describeLargeInput(transport: () => Transport): void {
  test('an input of several megabytes is taken as a whole', async () => {
    const edits = Array.from({ length: 60_000 }, (_, index) => ({
      id: `none-${index}`,
      field: 'name',
      value: '漢字の団体名',
    }));
    const result = await transport().call('organizations.edit', { edits });
    expect(result).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('a text that is too long is refused by name', async () => {
    const result = await transport().call('organizations.openView', { search: '長'.repeat(2_000_000) });
    expect(result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });
}

function describeCancel(transport: () => Transport): void {
  test('a running import is cancelled, leaves nothing behind, and the next call is answered', async () => {
    const client = createClient(transport());
    const before = await client.call('organizations.counts', {});
    const uploadId = await upload(client, '大きな名簿.csv', largeRegister());
    const preview = await client.call('imports.analyze', { uploadId, choices: {} });
    const leave = client.subscribe((event) => {
      if (event.type === 'job.progress') void client.call('jobs.cancel', { jobId: event.jobId });
    });
    const applied = transport().call('imports.apply', { importId: preview.importId, jobId: 'job-apply' });
    expect(await applied).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    leave();
    expect(await client.call('organizations.counts', {})).toEqual(before);
  });

  test('a cancel of a job that does not run does no harm', async () => {
    expect(await transport().call('jobs.cancel', { jobId: 'no-such-job' })).toEqual({
      ok: true,
      value: { done: true },
    });
  });
}
