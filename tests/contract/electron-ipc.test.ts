import { vi } from 'vitest';
import { startCoreWorker } from '#core/host/start-core-worker.ts';
import { createDesktopTransport, type DesktopBridge } from '#renderer/api/desktop-transport.ts';
import { createFolder } from '#tests/helpers/shells/temporary-folder.ts';
import { createIpcBus } from '#tests/standin/ipc-bus.ts';
import { describeContract } from './describe-contract.ts';

// The real preload, main's real IPC and the real page-side transport; between them a bus that clones as Electron's does.
const bus = createIpcBus('app://kyodo/index.html');
vi.mock('electron', () => bus.rendererModule);
const { registerIpc } = await import('#desktop/ipc.ts');
const { createDesktopCalls } = await import('#desktop/desktop-calls.ts');
const { createWrittenFiles } = await import('#desktop/written-files.ts');
const { eventChannel } = await import('#desktop/channels.ts');
await import('#desktop/preload.ts');

describeContract({
  name: 'Electron IPC',
  async open() {
    const folder = createFolder();
    const core = startCoreWorker({ dataDir: folder.path, shell: 'desktop', version: '0.0.0' });
    await core.ready;
    const dialogs = { pickLedger: async () => null, pickImport: async () => null, pickTarget: async () => null };
    const written = createWrittenFiles();
    const desktopCalls = createDesktopCalls({ core, dialogs, written, reportBug: () => 'bug' });
    registerIpc(bus.ipcMain, { core, desktopCalls });
    core.subscribe((event) => bus.send(eventChannel, event));
    const bridge = bus.exposed.get('kyodo') as DesktopBridge; // boundary: exposed by the preload imported above
    return {
      transport: createDesktopTransport(bridge),
      async close() {
        await core.close();
        folder.remove();
      },
    };
  },
});
