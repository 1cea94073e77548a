import { notifications } from '@mantine/notifications';
import { failureText, isCancelled } from '#renderer/session/error-text.ts';
import { commonText } from '#shared/messages/ui/common.ts';

const closeButtonProps = { 'aria-label': commonText.close };

/** The notification of each kind that is on the screen or waits for its turn. */
const lastOf = new Map<string, string>();

/** `kind`: the newest of the same kind replaces the one before, so that a key pressed many times leaves no queue. */
export function notifyDone(message: string, kind?: string): void {
  const former = kind === undefined ? undefined : lastOf.get(kind);
  if (former !== undefined) notifications.hide(former);
  const id = notifications.show({ message, color: 'green.8', autoClose: 4000, closeButtonProps });
  if (kind !== undefined) lastOf.set(kind, id);
}

/** What could not be done, in a sentence of the caller's; stays until read. */
export function notifyProblem(message: string): void {
  notifications.show({ title: commonText.failed, message, color: 'red.8', autoClose: false, closeButtonProps });
}

/** For failures that have no place of their own on the screen; they stay until read. */
export function notifyFailure(error: unknown): void {
  if (isCancelled(error)) {
    notifyDone(failureText(error));
    return;
  }
  notifyProblem(failureText(error));
}
