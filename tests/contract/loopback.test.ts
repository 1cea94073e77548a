import { startLoopbackServer } from '#browser/loopback-server.ts';
import { startCoreWorker } from '#core/host/start-core-worker.ts';
import { createSocketTransport } from '#renderer/api/socket-transport.ts';
import { enter, openSocket, siteOf, tinyScreen } from '#tests/helpers/shells/browser-fixture.ts';
import { createFolder } from '#tests/helpers/shells/temporary-folder.ts';
import { describeContract } from './describe-contract.ts';

describeContract({
  name: 'loopback web socket',
  async open() {
    const folder = createFolder();
    const core = startCoreWorker({ dataDir: folder.path, shell: 'browser', version: '0.0.0' });
    await core.ready;
    const server = await startLoopbackServer({ core, files: tinyScreen, port: 0 });
    const site = siteOf(core, server);
    const cookie = await enter(site);
    const transport = createSocketTransport({
      open: () => openSocket(site, cookie),
      checkSession: async () => 'valid',
    });
    return {
      transport,
      async close() {
        transport.close();
        await Promise.all([server.close(), core.close()]);
        folder.remove();
      },
    };
  },
});
