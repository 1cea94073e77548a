import { createCore } from '#core/create-core.ts';
import { createNodeParserHost } from '#core/excel/read/parser-host.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import { createFolder } from '#tests/helpers/shells/temporary-folder.ts';
import { describeContract } from './describe-contract.ts';

describeContract({
  name: 'in-process',
  async open() {
    const folder = createFolder();
    const listeners = new Set<(event: CoreEvent) => void>();
    const parser = createNodeParserHost();
    const core = createCore({
      dataDir: folder.path,
      shell: 'in-process',
      version: '0.0.0',
      parser,
      emit: (event) => {
        for (const listener of listeners) listener(event);
      },
    });
    return {
      transport: {
        call: core.dispatch,
        subscribe: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
      async close() {
        await core.close();
        await parser.close();
        folder.remove();
      },
    };
  },
});
