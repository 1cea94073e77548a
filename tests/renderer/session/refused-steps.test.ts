import { beforeEach, expect, test } from 'vitest';
import { noteLedgerChange, useLedgerStore } from '#renderer/session/ledger-store.ts';
import {
  bringBackRefused,
  type RefusedStep,
  refusedToBringBack,
  takeBackRefused,
  tellRefused,
  useRefusedSteps,
} from '#renderer/session/refused-steps.ts';

/** A list with red texts: each is a step of its own. */
let red: number[] = [];

function tell(): void {
  const last = Math.max(...red);
  tellRefused(red.length === 0 ? null : stepOf(last));
}

function stepOf(number: number): RefusedStep {
  const change = (next: number[]) => () => {
    red = next;
    tell();
  };
  return {
    number,
    label: `赤 ${number}`,
    takeBack: change(red.filter((other) => other !== number)),
    bringBack: () => change([...red, number])(),
  };
}

function refuse(number: number): void {
  red = [...red, number];
  tell();
}

function toBringBack(): string | undefined {
  return refusedToBringBack(useRefusedSteps.getState().takenBack, useLedgerStore.getState().revision)?.label;
}

beforeEach(() => {
  red = [];
  tellRefused(null, false);
});

test('red texts are taken back newest first and brought back in turn', () => {
  refuse(1);
  refuse(2);
  expect([takeBackRefused(), takeBackRefused(), takeBackRefused()]).toEqual(['赤 2', '赤 1', null]);
  expect(red).toEqual([]);
  expect([bringBackRefused(), bringBackRefused(), bringBackRefused()]).toEqual(['赤 1', '赤 2', null]);
  expect(red).toEqual([1, 2]);
});

test('once the ledger has changed, its own steps are next and nothing red comes back', () => {
  refuse(1);
  takeBackRefused();
  expect(toBringBack()).toBe('赤 1');
  noteLedgerChange('2026-11-22T00:00:00Z', { changeSetId: 'other', tables: [] });
  expect(toBringBack()).toBeUndefined();
  expect(bringBackRefused()).toBeNull();
  expect(red).toEqual([]);
});

test('a new refused text makes what was taken back before void; leaving the list does, too', () => {
  refuse(1);
  takeBackRefused();
  refuse(2);
  expect(toBringBack()).toBeUndefined();
  takeBackRefused();
  tellRefused(null, false);
  expect(toBringBack()).toBeUndefined();
});
