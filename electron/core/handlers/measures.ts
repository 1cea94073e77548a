import type { CallOutput } from '#shared/contract/index.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import { editMeasures } from '#db/commands/measures.ts';
import { type ListedRow, listMeasures, listPlans } from '#db/queries/measures.ts';
import { type HandlerContext, writeContext } from './handler-context.ts';

type Names = 'plans.list' | 'measures.list' | 'measures.edit';

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
    'measures.edit': ({ planId, fiscalYear, edits, label }) => {
      const named = (words: string) => writeContext(context, 'measures.edit', label ?? words);
      return context.changed(editMeasures(context.ledger(), { planId, fiscalYear, edits }, named));
    },
  };
}

function toWire({ numberGap: _gap, noteId: _note, ...row }: ListedRow): CallOutput<'measures.list'>['rows'][number] {
  return row;
}
