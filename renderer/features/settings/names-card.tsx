import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, type FormEvent, type ReactNode, useState } from 'react';
import { useClient } from '#renderer/session/session.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { settingsText } from '#shared/messages/ui/settings.ts';

export type Names = { readonly actor: string; readonly centerName: string };

function useSaveNames(stored: Names, readOnly: boolean) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (names: Names) => {
      if (names.actor !== stored.actor) await client.call('app.setActor', { actor: names.actor.trim() });
      if (readOnly) return;
      await client.call('ledger.saveSettings', { centerName: names.centerName.trim() });
    },
    onSuccess: async () => {
      notifyDone(settingsText.saved);
      await queryClient.invalidateQueries();
    },
  });
}

/** Who works here: names for the history and for the forms. */
export function NamesCard({ stored, readOnly }: { readonly stored: Names; readonly readOnly: boolean }): ReactNode {
  const [names, setNames] = useState(stored);
  const save = useSaveNames(stored, readOnly);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(names);
  };
  const bind = (key: keyof Names) => ({
    value: names[key],
    maxLength: 60,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setNames({ ...names, [key]: event.currentTarget.value }),
  });
  return (
    <form className="card settings-card" onSubmit={submit}>
      <h2>{settingsText.namesTitle}</h2>
      <TextInput
        label={settingsText.actor}
        description={settingsText.actorHint}
        {...bind('actor')}
        data-testid={testIds.settingsActor}
      />
      <TextInput
        label={settingsText.center}
        description={settingsText.centerHint}
        disabled={readOnly}
        {...bind('centerName')}
        data-testid={testIds.settingsCenter}
      />
      <ErrorPanel error={save.error} onClose={() => save.reset()} />
      <Button type="submit" loading={save.isPending} data-testid={testIds.settingsSave}>
        {settingsText.save}
      </Button>
    </form>
  );
}
