import { createCore } from '#core/create-core.ts';
import { serveCore } from '#core/host/serve-core.ts';

/** The real core with one call more: 'die' ends its thread as a bug outside every handler would. */
serveCore((options) => {
  const core = createCore(options);
  return {
    ...core,
    dispatch: async (name, input) => {
      if (name !== 'die') return core.dispatch(name, input);
      setImmediate(() => {
        throw new Error('bug');
      });
      return new Promise(() => undefined);
    },
  };
});
