import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDesktopCalls, type DesktopCallsOptions } from '#desktop/desktop-calls.ts';
import { registerIpc } from '#desktop/ipc.ts';
import { createWrittenFiles } from '#desktop/written-files.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';
import { temporaryFolder } from '#tests/helpers/shells/temporary-folder.ts';

type Listener = (event: never, ...args: never[]) => Promise<RpcResult>;
const ownFrame = { url: 'app://kyodo/index.html', parent: null };

/** Main's side of IPC with the dialogs answered beforehand; what reaches the core is recorded. */
function mainSide(options: Partial<DesktopCallsOptions> = {}) {
  const channels = new Map<string, Listener>();
  const reached: string[] = [];
  const written = createWrittenFiles();
  const desktopCalls = createDesktopCalls({
    core: {
      registerLedgerPath: async (file) => ({
        ref: 'r1',
        title: '',
        fileName: path.basename(file),
        folder: '',
        usedAt: null,
        exists: true,
      }),
      registerUploadPath: async (file) => ({ uploadId: 'u1', fileName: path.basename(file) }),
      exportFile: async () => ({ path: '/none', fileName: 'a.xlsx' }),
    },
    dialogs: { pickLedger: async () => null, pickImport: async () => null, pickTarget: async () => null },
    written,
    reportBug: () => 'bug-1',
    ...options,
  });
  const core = {
    call: async (name: string): Promise<RpcResult> => {
      reached.push(name);
      return { ok: true, value: 'core' };
    },
  };
  registerIpc(
    { handle: (channel: string, listener: unknown) => void channels.set(channel, listener as Listener) },
    { core, desktopCalls },
  );
  const ask = (frame: unknown, ...args: unknown[]): Promise<RpcResult>[] =>
    [...channels.values()].map((listener) => listener({ senderFrame: frame } as never, ...(args as never[])));
  const call = async (name: unknown, input: unknown = {}): Promise<RpcResult> => {
    const [answer] = await Promise.all(ask(ownFrame, name, input));
    if (answer === undefined) throw new Error('no channel');
    return answer;
  };
  return { channels, reached, written, ask, call };
}

describe('calls from the page to main', () => {
  test('row 17: on every channel, every foreign, inner or lost frame is refused and nothing reaches the core', async () => {
    const { ask, channels, reached } = mainSide();
    expect(channels.size).toBe(1);
    const frame = fc.oneof(
      fc.constant(null),
      fc.webUrl().map((url) => ({ url, parent: null })),
      fc.constant({ ...ownFrame, parent: {} }),
      fc.constantFrom('app://evil/', 'file:///index.html', 'about:blank', '').map((url) => ({ url, parent: null })),
    );
    await fc.assert(
      fc.asyncProperty(
        frame,
        fc.constantFrom('app.state', 'desktop.saveExport', 'ledger.create'),
        async (sender, name) => {
          const answers = await Promise.allSettled(ask(sender, name, {}));
          expect(answers.map(({ status }) => status)).toEqual(['rejected']);
        },
      ),
    );
    expect(reached).toEqual([]);
  });

  test('what is not the window’s own goes to the core', async () => {
    const { call, reached } = mainSide();
    expect(await call('app.state')).toEqual({ ok: true, value: 'core' });
    expect(await call('desktop.noSuchCall')).toEqual({ ok: true, value: 'core' });
    expect(await call('toString')).toEqual({ ok: true, value: 'core' });
    expect(reached).toEqual(['app.state', 'desktop.noSuchCall', 'toString']);
  });

  test('a name that is no text is an unknown call', async () => {
    expect(await mainSide().call({ toString: 1 })).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
  });

  test('a closed dialog answers null', async () => {
    const { call } = mainSide();
    expect(await call('desktop.pickLedger')).toEqual({ ok: true, value: null });
    expect(await call('desktop.saveExport', { exportId: 'e1' })).toEqual({ ok: true, value: { savedAs: null } });
  });

  test('a picked file is known to the page by a ref, never by its path', async () => {
    const dialogs = {
      pickLedger: async () => '/home/a/市民.daicho',
      pickImport: async () => '/home/a/一覧.xlsx',
      pickTarget: async () => null,
    };
    const { call } = mainSide({ dialogs });
    expect(await call('desktop.pickLedger')).toMatchObject({ ok: true, value: { ref: 'r1', fileName: '市民.daicho' } });
    expect(await call('desktop.pickImport')).toEqual({ ok: true, value: { uploadId: 'u1', fileName: '一覧.xlsx' } });
  });

  test('an input that is not the contract’s is INVALID_INPUT', async () => {
    expect(await mainSide().call('desktop.saveExport', { exportId: 3 })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });

  test('an export is written whole to the place picked, and that place may then be shown', async () => {
    const folder = temporaryFolder();
    const source = path.join(folder, 'made.xlsx');
    const target = path.join(folder, '登録団体一覧.xlsx');
    writeFileSync(source, 'bytes');
    const { call, written } = mainSide({
      core: {
        registerLedgerPath: async () => Promise.reject(new Error('unused')),
        registerUploadPath: async () => Promise.reject(new Error('unused')),
        exportFile: async () => ({ path: source, fileName: 'made.xlsx' }),
      },
      dialogs: { pickLedger: async () => null, pickImport: async () => null, pickTarget: async () => target },
    });
    // mainSide made its own list unless one was given; the call's answer names the file alone.
    expect(await call('desktop.saveExport', { exportId: 'e1' })).toEqual({
      ok: true,
      value: { savedAs: '登録団体一覧.xlsx' },
    });
    expect(readFileSync(target, 'utf8')).toBe('bytes');
    expect(written.has(target)).toBe(true);
  });

  test('an expected failure keeps its name, a bug becomes INTERNAL with the id of its report', async () => {
    const failing = (error: Error) => ({
      pickLedger: async () => Promise.reject(error),
      pickImport: async () => null,
      pickTarget: async () => null,
    });
    const expected = mainSide({ dialogs: failing(new AppError('NOT_A_LEDGER', { file: 'a' })) });
    expect(await expected.call('desktop.pickLedger')).toMatchObject({
      error: { code: 'NOT_A_LEDGER', params: { file: 'a' } },
    });
    const bug = mainSide({ dialogs: failing(new Error('secret')) });
    expect(await bug.call('desktop.pickLedger')).toMatchObject({
      error: { code: 'INTERNAL', params: { id: 'bug-1' } },
    });
  });
});
