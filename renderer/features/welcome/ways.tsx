import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useSession } from '#renderer/session/session.ts';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { welcomeText } from '#shared/messages/ui/welcome.ts';
import type { OpenRequest } from './use-open-ledger.ts';

type WayProps = { readonly busy: boolean; readonly onOpen: (request: OpenRequest) => void };

export function NewLedger({ busy, onOpen }: WayProps): ReactNode {
  const [title, setTitle] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') onOpen({ way: 'create', title: title.trim() });
  };
  return (
    <form className="card way" onSubmit={submit}>
      <h2>{welcomeText.newTitle}</h2>
      <p>{welcomeText.newBody}</p>
      <span className="grow" />
      <TextInput
        label={welcomeText.newLabel}
        placeholder={welcomeText.newPlaceholder}
        maxLength={80}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-testid={testIds.welcomeTitle}
      />
      <Button type="submit" disabled={title.trim() === '' || busy} data-testid={testIds.welcomeCreate}>
        {welcomeText.create}
      </Button>
    </form>
  );
}

export function OpenFile({ busy, onOpen }: WayProps): ReactNode {
  const desktop = useSession().shell === 'desktop';
  return (
    <section className="card way" aria-label={welcomeText.openTitle}>
      <h2>{welcomeText.openTitle}</h2>
      <p>{desktop ? welcomeText.openBodyDesktop : welcomeText.openBodyBrowser}</p>
      <span className="grow" />
      {desktop ? (
        <Button
          variant="default"
          disabled={busy}
          onClick={() => onOpen({ way: 'pick' })}
          data-testid={testIds.welcomeOpenFile}
        >
          {welcomeText.openButton}
        </Button>
      ) : (
        <FileButton
          accept=".daicho"
          label={welcomeText.openButton}
          onFile={(file) => onOpen({ way: 'upload', file })}
          testId={testIds.welcomeOpenFile}
          inputTestId={testIds.welcomeFileInput}
          buttonProps={{ variant: 'default', disabled: busy }}
        />
      )}
    </section>
  );
}

export function TrySample({ busy, onOpen }: WayProps): ReactNode {
  return (
    <section className="card way" aria-label={welcomeText.sampleTitle}>
      <h2>{welcomeText.sampleTitle}</h2>
      <p>{welcomeText.sampleBody}</p>
      <span className="grow" />
      <Button
        variant="default"
        disabled={busy}
        onClick={() => onOpen({ way: 'sample' })}
        data-testid={testIds.welcomeSample}
      >
        {welcomeText.sampleButton}
      </Button>
    </section>
  );
}
