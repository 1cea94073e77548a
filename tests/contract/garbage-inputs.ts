import { z } from 'zod';
import { type CallName, contract } from '#shared/contract/index.ts';

const wrongValues: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  2 ** 60,
  '',
  'x',
  '../../etc/passwd',
  '漢'.repeat(500),
  [],
  [[]],
  {},
  ['x'],
  { a: { b: {} } },
];

/** Inputs no page of ours sends: things that are no object, and the call's own fields with values of wrong kinds. */
export function garbageInputs(name: CallName): readonly unknown[] {
  const { input } = contract[name];
  const fields = input instanceof z.ZodObject ? Object.keys(input.shape) : ['any'];
  const wrongFields = wrongValues.map((value) => Object.fromEntries(fields.map((field) => [field, value])));
  const foreign = JSON.parse('{"__proto__":{"admin":true},"constructor":1,"extra":"x"}');
  return [undefined, ...wrongValues, ...wrongFields, foreign].filter(
    (value) => name !== 'ledger.close' || !isEmpty(value),
  );
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
