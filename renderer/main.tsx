import { createRoot } from 'react-dom/client';
import { createClient } from '#shared/rpc/client.ts';
import { connectTransport } from './api/index.ts';
import { App } from './app.tsx';
import { BootFailed } from './features/frame/index.ts';
import { noteConnection } from './session/connection.ts';
import { followEvents } from './session/events.ts';
import { createQueryClient } from './session/query-client.ts';

const root = createRoot(document.getElementById('root') ?? document.body);

async function boot(): Promise<void> {
  const transport = await connectTransport();
  const client = createClient(transport);
  const queryClient = createQueryClient();
  transport.onState(noteConnection);
  followEvents(client, queryClient);
  root.render(<App session={{ client, shell: transport.shell }} queryClient={queryClient} />);
}

boot().catch(() => root.render(<BootFailed />));
