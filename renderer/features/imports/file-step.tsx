import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '#renderer/session/session.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { formatMoment } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { importText } from '#shared/messages/ui/import.ts';

const accept = '.xlsx,.xlsm,.xls,.ods,.csv';

type FileStepProps = { readonly busy: boolean; readonly onFiles: (files: readonly File[] | 'pick') => void };

function Recent(): ReactNode {
  const recent = useCall('imports.recent', {}).data ?? [];
  return (
    <section className="card import-recent" aria-label={importText.recentTitle}>
      <h2>{importText.recentTitle}</h2>
      {recent.length === 0 ? <p className="muted">{importText.recentNone}</p> : null}
      <ul>
        {recent.map((entry) => (
          <li key={entry.changeSetId}>
            <time>{formatMoment(entry.at)}</time>
            <b>{entry.fileName}</b>
            <span className="muted">{importText.kindOption(entry.kind)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Step 1: which file. */
export function FileStep({ busy, onFiles }: FileStepProps): ReactNode {
  const desktop = useSession().shell === 'desktop';
  return (
    <div className="screen-scroll import-file">
      <FileDrop title={importText.dropTitle} body={importText.dropBody} onFiles={onFiles}>
        {desktop ? (
          <Button loading={busy} onClick={() => onFiles('pick')} data-testid={testIds.importPick}>
            {importText.pick}
          </Button>
        ) : (
          <FileButton
            accept={accept}
            label={importText.pick}
            onFile={(file) => onFiles([file])}
            testId={testIds.importPick}
            inputTestId={testIds.importFileInput}
            buttonProps={{ loading: busy }}
          />
        )}
      </FileDrop>
      <Recent />
    </div>
  );
}
