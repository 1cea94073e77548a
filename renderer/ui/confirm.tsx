import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { noteQuestion } from '#renderer/session/turns.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { testIds } from './test-ids.ts';

type ConfirmWords = {
  readonly title: string;
  readonly body: string;
  readonly ok: string;
  readonly danger?: boolean;
  /** Enter pressed by mistake gives up. */
  readonly careful?: boolean;
};

/** Asks in words; resolves true only when the named action was chosen. */
export function askConfirm(words: ConfirmWords): Promise<boolean> {
  noteQuestion();
  const isCareful = words.danger === true || words.careful === true;
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title: words.title,
      children: (
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {words.body}
        </Text>
      ),
      labels: { confirm: words.ok, cancel: commonText.cancel },
      confirmProps: {
        color: words.danger === true ? 'red.9' : 'key',
        ...(isCareful ? {} : { 'data-autofocus': true }),
        ...{ 'data-testid': testIds.confirmOk },
      },
      cancelProps: {
        ...(isCareful ? { 'data-autofocus': true } : {}),
        ...{ 'data-testid': testIds.confirmCancel },
      },
      closeButtonProps: { 'aria-label': commonText.close },
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    });
  });
}
