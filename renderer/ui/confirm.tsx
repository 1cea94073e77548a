import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMemo } from 'react';
import { useTurns } from '#renderer/session/session.ts';
import type { Turns } from '#renderer/session/turns.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { testIds } from './test-ids.ts';

export type ConfirmWords = {
  readonly title: string;
  readonly body: string;
  readonly ok: string;
  readonly danger?: boolean;
  /** Enter pressed by mistake gives up. */
  readonly careful?: boolean;
};

/** Asks in words; resolves true only when the named action was chosen. */
export type Ask = (words: ConfirmWords) => Promise<boolean>;

export function useAsk(): Ask {
  const turns = useTurns();
  return useMemo(() => (words) => askConfirm(turns, words), [turns]);
}

function askConfirm(turns: Turns, words: ConfirmWords): Promise<boolean> {
  turns.noteQuestion();
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
