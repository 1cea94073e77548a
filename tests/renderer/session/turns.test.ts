import { expect, test } from 'vitest';
import { noteLedgerChange, whileWriting } from '#renderer/session/ledger-store.ts';
import { createTurns } from '#renderer/session/turns.ts';

const told = (changeSetId: string) => noteLedgerChange('2026-11-22T00:00:00Z', { changeSetId, tables: [] });

test('works and steps happen one after the other, in the order they were asked for', async () => {
  const { inTurn, isSteppingBack, stepInTurn } = createTurns();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const works = [
    inTurn(async () => {
      await first.promise;
      done.push('entry');
    }),
    stepInTurn(async () => {
      done.push('step');
      return null;
    }),
    inTurn(async () => done.push('fill')),
  ];
  expect(isSteppingBack()).toBe(true);
  first.resolve();
  await Promise.all(works);
  expect(done).toEqual(['entry', 'step', 'fill']);
});

test('a work that fails lets the next one have its turn', async () => {
  const { inTurn } = createTurns();
  const failing = inTurn(() => Promise.reject(new Error('full disk')));
  const next = inTurn(async () => 'written');
  await expect(failing).rejects.toThrow('full disk');
  expect(await next).toBe('written');
});

test('behind a step a work waits until the change is told of and every list has read it', async () => {
  const { inTurn, isSteppingBack, noteRefresh, stepInTurn } = createTurns();
  const seen: string[] = [];
  const list = Promise.withResolvers<void>();
  await stepInTurn(async () => 'step 1');
  const work = inTurn(async () => seen.push('entry'));
  noteRefresh(list.promise.then(() => void seen.push('list')));
  told('step 1');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toEqual([]);
  list.resolve();
  await work;
  expect(seen).toEqual(['list', 'entry']);
  expect(isSteppingBack()).toBe(false);
});

test('two steps follow each other without waiting for the lists', async () => {
  const { inTurn, stepInTurn } = createTurns();
  const taken: string[] = [];
  const step = (id: string) =>
    stepInTurn(async () => {
      taken.push(id);
      return id;
    });
  await Promise.all([step('one'), step('two')]);
  expect(taken).toEqual(['one', 'two']);
  told('one');
  told('two');
  await inTurn(async () => undefined);
});

test('a step waits for what is being written elsewhere', async () => {
  const { stepInTurn } = createTurns();
  const writing = Promise.withResolvers<void>();
  const order: string[] = [];
  const written = whileWriting(() => writing.promise.then(() => void order.push('written')));
  const stepped = stepInTurn(async () => {
    order.push('step');
    return null;
  });
  writing.resolve();
  await Promise.all([written, stepped]);
  expect(order).toEqual(['written', 'step']);
});

test('a question that comes in between makes a step void, one asked for afterwards counts', async () => {
  const { inTurn, noteQuestion, stepInTurn } = createTurns();
  const taken: string[] = [];
  const step = (name: string) =>
    stepInTurn(async () => {
      taken.push(name);
      return null;
    });
  const paste = inTurn(async () => noteQuestion());
  await Promise.all([paste, step('before the question')]);
  await step('after it');
  expect(taken).toEqual(['after it']);
});
