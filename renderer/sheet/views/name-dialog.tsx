import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { cleanText } from '#shared/domain/text.ts';
import { sheetViewsText as words } from '#shared/messages/ui/sheet-views.ts';

/** What the contract takes. */
const longestName = 60;

export type NameWish = {
  readonly title: string;
  readonly ok: string;
  readonly name: string;
  readonly note: string;
  /** Why a name cannot be taken; '' = it can. */
  readonly refuse: (name: string) => string;
  /** Resolves to false when the user thought better of it. */
  readonly submit: (name: string) => Promise<boolean>;
};

type NameDialogProps = { readonly wish: NameWish | null; readonly onClose: () => void };

/** Asks for the name of a view. */
export function NameDialog({ wish, onClose }: NameDialogProps): ReactNode {
  return (
    <Modal
      opened={wish !== null}
      onClose={onClose}
      title={wish?.title ?? ''}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      {wish === null ? null : <NameForm wish={wish} onClose={onClose} />}
    </Modal>
  );
}

function NameForm({ wish, onClose }: { readonly wish: NameWish; readonly onClose: () => void }): ReactNode {
  const [name, setName] = useState(wish.name);
  const trimmed = cleanText(name);
  const refusal = trimmed === '' ? '' : wish.refuse(trimmed);
  const save = useMutation({
    mutationFn: () => wish.submit(trimmed),
    onSuccess: (isDone) => {
      if (isDone) onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed !== '' && refusal === '' && !save.isPending) save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={words.name}
        placeholder={words.nameHint}
        value={name}
        maxLength={longestName}
        error={refusal === '' ? null : refusal}
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        required
        data-autofocus
        data-testid={testIds.viewName}
      />
      <p className="muted view-note">{wish.note}</p>
      <ErrorPanel error={save.error} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {commonText.cancel}
        </Button>
        <Button
          type="submit"
          loading={save.isPending}
          disabled={trimmed === '' || refusal !== ''}
          data-testid={testIds.viewNameOk}
        >
          {wish.ok}
        </Button>
      </Group>
    </form>
  );
}
