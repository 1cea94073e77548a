import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { whileWriting } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { organizationTypes } from '#shared/domain/organization-type.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';

type AddDialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
};

/** A new group needs a name; everything else is typed in the grid. */
export function AddDialog({ opened, onClose, onAdded }: AddDialogProps): ReactNode {
  const client = useClient();
  const [name, setName] = useState('');
  const [orgType, setOrgType] = useState<string | null>(organizationTypes[0]);
  const add = useMutation({
    mutationFn: () => whileWriting(() => client.call('organizations.add', { values: { name: name.trim(), orgType } })),
    onSuccess: ({ id }) => {
      notifyDone(organizationsText.added(name.trim()));
      setName('');
      onAdded(id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') add.mutate();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={organizationsText.addTitle}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <form onSubmit={submit}>
        <TextInput
          label={organizationsText.addName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          data-autofocus
        />
        <Select
          mt="xs"
          label={organizationsText.addType}
          data={[...organizationTypes]}
          value={orgType}
          onChange={setOrgType}
        />
        <p className="muted add-note">{organizationsText.addNote}</p>
        <ErrorPanel error={add.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button type="submit" loading={add.isPending} disabled={name.trim() === ''}>
            {organizationsText.addOk}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
