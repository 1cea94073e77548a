import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { AppError } from '#shared/rpc/app-error.ts';
import type { RpcResult, Transport } from '#shared/rpc/transport.ts';
import { callChannel } from './channels.ts';
import type { DesktopCalls } from './desktop-calls.ts';
import { isTrustedSender } from './policies.ts';

/** The part of Electron's event a call is judged by. */
type CallEvent = Pick<IpcMainInvokeEvent, 'senderFrame'>;

type Answering = { readonly core: Pick<Transport, 'call'>; readonly desktopCalls: DesktopCalls };

/** Registers the one channel pages may call. What the window itself does is answered here, all else by the core. */
export function registerIpc(ipcMain: Pick<IpcMain, 'handle'>, answering: Answering): void {
  ipcMain.handle(callChannel, async (event: CallEvent, name: unknown, input: unknown) => {
    if (!isTrustedSender(event.senderFrame)) throw new Error('refused');
    return answerCall(answering, name, input);
  });
}

async function answerCall(answering: Answering, name: unknown, input: unknown): Promise<RpcResult> {
  if (typeof name !== 'string')
    return { ok: false, error: new AppError('UNKNOWN_CALL', { name: typeof name }).toRpc() };
  const own = answering.desktopCalls.find(name);
  return own === null ? answering.core.call(name, input) : own(input);
}
