import type { z } from 'zod';

/** A call that reads; it may run at any time and changes nothing. */
export type QueryDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'query';
  readonly input: I;
  readonly output: O;
};

/** A call that may change the ledger ('change-set': recorded and undoable) or only the session ('none'). */
export type CommandDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'command';
  readonly input: I;
  readonly output: O;
  readonly undo: 'change-set' | 'none';
};

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): QueryDefinition<I, O> {
  return { kind: 'query', input, output };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: { readonly undo: 'change-set' | 'none' },
): CommandDefinition<I, O> {
  return { kind: 'command', input, output, undo: options.undo };
}
