import type { Handlers } from '#shared/rpc/dispatch.ts';
import { removeView, saveView } from '#db/commands/saved-views.ts';
import { listSavedViews } from '#db/queries/saved-views.ts';
import { type HandlerContext, writeContext } from './handler-context.ts';

type Names = Extract<keyof Handlers, `views.${string}`>;

export function createSavedViewHandlers(context: HandlerContext): Pick<Handlers, Names> {
  const { ledger, changed } = context;
  return {
    'views.list': ({ sheet }) => listSavedViews(ledger(), sheet),
    'views.save': (input) => {
      const result = saveView(ledger(), input, (words) => writeContext(context, 'views.save', words));
      return { ...changed(result), id: result.value };
    },
    'views.remove': ({ id }) =>
      changed(removeView(ledger(), id, (words) => writeContext(context, 'views.remove', words))),
  };
}
