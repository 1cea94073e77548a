import { onTestFinished, expect, test } from 'vitest';
import { type CoreHandle, startCoreWorker } from '#core/host/start-core-worker.ts';
import { createClient } from '#shared/rpc/client.ts';
import { temporaryFolder } from '#tests/helpers/shells/temporary-folder.ts';

const entry = new URL('../../../helpers/shells/mortal-core-worker.ts', import.meta.url);

function start(): CoreHandle {
  const core = startCoreWorker({ dataDir: temporaryFolder(), shell: 'browser', version: '0.0.0', entry });
  onTestFinished(() => core.close(500));
  return core;
}

test('the ledger the user had open is open again, for writing, with all that was saved', async () => {
  const core = start();
  const client = createClient(core);
  await client.call('ledger.create', { title: '続きの台帳' });
  await client.call('organizations.add', { values: { name: '残る会' } });
  expect(await core.call('die', {})).toMatchObject({ ok: false, error: { code: 'CORE_RESTARTED' } });
  expect((await client.call('app.state', {})).ledger).toMatchObject({ title: '続きの台帳', readOnly: false });
  expect(await client.call('organizations.counts', {})).toMatchObject({ total: 1 });
  await client.call('organizations.add', { values: { name: '次の会' } });
  expect(await client.call('organizations.counts', {})).toMatchObject({ total: 2 });
});

test('a ledger the user had closed stays closed', async () => {
  const core = start();
  const client = createClient(core);
  await client.call('ledger.create', { title: '閉じた台帳' });
  await client.call('ledger.close', {});
  await core.call('die', {});
  expect((await client.call('app.state', {})).ledger).toBeNull();
});
