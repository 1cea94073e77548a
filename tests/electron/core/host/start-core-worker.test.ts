import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ParserHost } from '#core/excel/read/parser-host.ts';
import { type CoreHandle, type CoreWorkerOptions, startCoreWorker } from '#core/host/start-core-worker.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { temporaryFolder } from '#tests/helpers/shells/temporary-folder.ts';

const entry = new URL('../../../helpers/shells/tiny-core-worker.ts', import.meta.url);

function start(options: Partial<CoreWorkerOptions> = {}): CoreHandle & { readonly dataDir: string } {
  const dataDir = temporaryFolder();
  const core = startCoreWorker({ dataDir, shell: 'browser', version: '0.0.0', entry, ...options });
  onTestFinished(() => core.close(100));
  return { ...core, dataDir };
}

describe('the core in its worker thread', () => {
  test('answers a call with what the core answers', async () => {
    const core = start();
    await core.ready;
    expect(await core.call('echo', { text: '山口' })).toEqual({ ok: true, value: { text: '山口' } });
  });

  test('passes a named error through', async () => {
    const result = await start().call('no.such', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL', params: { name: 'no.such' } } });
  });

  test('answers an input that is not plain data with INVALID_INPUT', async () => {
    const result = await start().call('echo', { bad: () => 1 });
    expect(result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  test('answers a value that cannot cross the thread with INTERNAL instead of nothing', async () => {
    expect(await start().call('uncloneable', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  });

  test('answers what takes and gives paths, with its errors as AppErrors', async () => {
    const core = start();
    expect(await core.registerLedgerPath('/a/b.daicho')).toMatchObject({ ref: 'r1', fileName: 'b.daicho' });
    expect(await core.exportFile('e1')).toEqual({ path: '/x/e1', fileName: 'e1.xlsx' });
    await expect(core.registerUploadPath('/a')).rejects.toMatchObject({ name: 'AppError', code: 'NOT_FOUND' });
  });

  test('sees a cancel inside a synchronous step that would run for 20 seconds', async () => {
    const core = start();
    const spinning = core.call('spin', { jobId: 'job-1' });
    await vi.waitFor(() => expect(existsSync(path.join(core.dataDir, 'spinning'))).toBe(true), 10_000);
    await core.call('jobs.cancel', { jobId: 'job-1' });
    expect(await spinning).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  });

  test('does not cancel another job, nor a later one of the same id', async () => {
    const core = start();
    await core.call('jobs.cancel', { jobId: 'job-1' });
    const spinning = core.call('spin', { jobId: 'job-1' });
    await vi.waitFor(() => expect(existsSync(path.join(core.dataDir, 'spinning'))).toBe(true), 10_000);
    void core.call('jobs.cancel', { jobId: 'job-2' });
    const first = await Promise.race([spinning, new Promise((resolve) => setTimeout(() => resolve('running'), 300))]);
    expect(first).toBe('running');
    await core.call('jobs.cancel', { jobId: 'job-1' });
    expect(await spinning).toMatchObject({ error: { code: 'CANCELLED' } });
  });

  test('numbers events one by one', async () => {
    const core = start();
    const events: CoreEvent[] = [];
    core.subscribe((event) => events.push(event));
    await core.call('emit', {});
    await core.call('emit', {});
    expect(events.map((event) => event.seq)).toEqual([1, 2]);
    expect(core.lastSeq()).toBe(2);
  });

  test('a listener that left hears nothing more', async () => {
    const core = start();
    const events: CoreEvent[] = [];
    const leave = core.subscribe((event) => events.push(event));
    leave();
    await core.call('emit', {});
    expect(events).toEqual([]);
  });
});

describe('a worker that dies', () => {
  test('is replaced; what waited for it is told CORE_RESTARTED and the next call is answered', async () => {
    const deaths: string[] = [];
    const core = start({ onDeath: (name) => deaths.push(name) });
    const waiting = core.call('never', {});
    await core.call('die', {});
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'CORE_RESTARTED' } });
    expect(await core.call('echo', { again: true })).toEqual({ ok: true, value: { again: true } });
    expect(deaths).toEqual(['Error']);
  });

  test('leaves a gap in the event numbers, so that pages fetch anew', async () => {
    const core = start();
    const events: CoreEvent[] = [];
    core.subscribe((event) => events.push(event));
    await core.call('emit', {});
    const waiting = core.call('never', {});
    await core.call('die', {});
    await waiting;
    await core.call('emit', {});
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'ledger.changed'],
      [3, 'ledger.state'],
      [4, 'ledger.changed'],
    ]);
  });

  test('again and again is not replaced for ever: calls are answered with CORE_STOPPED', async () => {
    const core = start();
    for (let death = 0; death < 6; death += 1) {
      const waiting = core.call('never', {});
      await core.call('die', {});
      await waiting;
    }
    expect(await core.call('echo', {})).toMatchObject({ ok: false, error: { code: 'CORE_STOPPED' } });
  });

  test('before it served makes ready fail with the reason, and every call too', async () => {
    const core = start({ ledgerFile: 'impossible' });
    await expect(core.ready).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await core.call('echo', {})).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('because its code cannot be loaded makes ready fail with CORE_STOPPED', async () => {
    const core = start({ entry: new URL('./no-such-file.ts', import.meta.url) });
    await expect(core.ready).rejects.toMatchObject({ code: 'CORE_STOPPED' });
  });
});

describe('closing', () => {
  test('cancels the running job, closes the core and answers later calls with CORE_STOPPED', async () => {
    const core = start();
    const spinning = core.call('spin', { jobId: 'job-1' });
    await vi.waitFor(() => expect(existsSync(path.join(core.dataDir, 'spinning'))).toBe(true), 10_000);
    await core.close();
    expect(await spinning).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(existsSync(path.join(core.dataDir, 'closed'))).toBe(true);
    expect(await core.call('echo', {})).toMatchObject({ error: { code: 'CORE_STOPPED' } });
  });

  test('settles a call that never would have been answered', async () => {
    const core = start();
    await core.ready;
    const waiting = core.call('never', {});
    await core.close(200);
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'CORE_STOPPED' } });
  });
});

describe('a parser that lives in the host', () => {
  const parser: ParserHost = {
    parse: (filePath, { signal }) =>
      new Promise((resolve, reject) => {
        if (filePath === 'good') resolve({ format: 'csv', sheets: [] });
        if (filePath === 'bad') reject(new AppError('PARSE_TIMEOUT', { seconds: 10 }));
        signal?.addEventListener('abort', () => reject(new AppError('CANCELLED')));
      }),
    close: async () => undefined,
  };

  test('is asked by the worker and its workbook comes back', async () => {
    const result = await start({ parser }).call('parse', { path: 'good' });
    expect(result).toEqual({ ok: true, value: { format: 'csv', sheets: [] } });
  });

  test('keeps the name and the params of its errors', async () => {
    const result = await start({ parser }).call('parse', { path: 'bad' });
    expect(result).toMatchObject({ ok: false, error: { code: 'PARSE_TIMEOUT', params: { seconds: 10 } } });
  });

  test('is told when the worker gives a parse up', async () => {
    const result = await start({ parser }).call('parse', { path: 'slow', abortAfter: 50 });
    expect(result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  });
});
