import { createRoot } from 'react-dom/client';
import { createClient } from '#shared/rpc/client.ts';
import { connectTransport } from './api/index.ts';
import { App } from './app.tsx';
import { BootFailed } from './features/frame/index.ts';
import { noteConnection } from './session/connection.ts';
import { followEvents } from './session/events.ts';
import { loadPreferences } from './session/preferences.ts';
import { createQueryClient } from './session/query-client.ts';
import { createTurns } from './session/turns.ts';

/** The first paint waits this long for the chosen theme, so that a dark screen does not begin with a white flash. */
const preferencesWaitMs = 500;

const root = createRoot(document.getElementById('root') ?? document.body);

async function boot(): Promise<void> {
  const transport = await connectTransport();
  const client = createClient(transport);
  const queryClient = createQueryClient();
  transport.onState(noteConnection);
  const session = { client, shell: transport.shell, turns: createTurns() };
  followEvents(session, queryClient);
  await Promise.race([
    loadPreferences(client),
    new Promise((resolve) => {
      setTimeout(resolve, preferencesWaitMs);
    }),
  ]);
  root.render(<App session={session} queryClient={queryClient} />);
}

boot().catch(() => root.render(<BootFailed />));
