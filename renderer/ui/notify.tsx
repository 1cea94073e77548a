import { notifications } from '@mantine/notifications';
import { failureText, isCancelled } from '#renderer/session/error-text.ts';
import { commonText } from '#shared/messages/ui/common.ts';

const closeButtonProps = { 'aria-label': commonText.close };

export function notifyDone(message: string): void {
  notifications.show({ message, color: 'green.8', autoClose: 4000, closeButtonProps });
}

/** For failures that have no place of their own on the screen; they stay until read. */
export function notifyFailure(error: unknown): void {
  if (isCancelled(error)) {
    notifyDone(failureText(error));
    return;
  }
  notifications.show({
    title: commonText.failed,
    message: failureText(error),
    color: 'red.8',
    autoClose: false,
    closeButtonProps,
  });
}
