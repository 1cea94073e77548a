import type { CallOutput } from '#shared/contract/index.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import { removeMeasureRows } from '#db/commands/measure-removal.ts';
import { addMeasures, duplicateMeasures } from '#db/commands/measure-rows.ts';
import { checkMeasureEdits, editMeasures } from '#db/commands/measures.ts';
import { type ListedRow, listMeasures, listPlans } from '#db/queries/measures.ts';
import { type HandlerContext, writeContext } from './handler-context.ts';

type Names = Extract<keyof Handlers, `plans.${string}` | `measures.${string}`>;

export function createMeasureHandlers(context: HandlerContext): Pick<Handlers, Names> {
  return {
    'plans.list': () => listPlans(context.ledger()),
    'measures.list': ({ planId, fiscalYear }) => {
      const list = listMeasures(context.ledger(), planId, fiscalYear);
      return {
        plan: list.plan,
        fiscalYear: list.fiscalYear,
        levelLabels: [...list.levelLabels],
        marks: [...list.marks],
        dispositions: [...list.dispositions],
        rows: list.rows.map(toWire),
      };
    },
    'measures.edit': ({ label, ...input }) => {
      const named = (words: string) => writeContext(context, 'measures.edit', label ?? words);
      const result = editMeasures(context.ledger(), input, named);
      return { ...context.changed(result), refused: [...result.value] };
    },
    'measures.checkEdits': (input) => checkMeasureEdits(context.ledger(), input),
    ...createRowHandlers(context),
  };
}

/** Rows that come and go. */
function createRowHandlers(
  context: HandlerContext,
): Pick<Handlers, 'measures.add' | 'measures.duplicate' | 'measures.remove'> {
  const { ledger, changed } = context;
  const named = (command: string) => (words: string) => writeContext(context, command, words);
  return {
    'measures.add': (input) => {
      const result = addMeasures(ledger(), input, named('measures.add'));
      return { ...changed(result), rowIds: result.value };
    },
    'measures.duplicate': (input) => {
      const result = duplicateMeasures(ledger(), input, named('measures.duplicate'));
      return { ...changed(result), rowIds: result.value };
    },
    'measures.remove': (input) => changed(removeMeasureRows(ledger(), input, named('measures.remove'))),
  };
}

function toWire({ numberGap: _gap, noteId: _note, ...row }: ListedRow): CallOutput<'measures.list'>['rows'][number] {
  return row;
}
