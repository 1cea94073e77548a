import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isCancelled } from '#renderer/session/error-text.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatBytes, formatCount } from '#renderer/ui/format.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ExportOptions } from '#shared/contract/transfer.ts';
import { exportText } from '#shared/messages/ui/export.ts';
import { OptionFields } from './option-fields.tsx';
import { useAskedCard } from './use-asked-card.ts';
import { type Finished, type Layout, useCreateExport, useSaveAgain } from './use-export.ts';

function whereSaved({ savedAs }: Finished): string {
  if (savedAs === undefined) return exportText.downloaded;
  return savedAs === null ? exportText.notSaved : exportText.savedAs(savedAs);
}

function FinishedNote({
  finished,
  onSaveAgain,
  busy,
}: {
  readonly finished: Finished;
  readonly onSaveAgain: () => void;
  readonly busy: boolean;
}): ReactNode {
  const { result } = finished;
  return (
    <div className="export-result" role="status" data-testid={testIds.exportResult}>
      <p>
        <b>{exportText.done(result.fileName, formatCount(result.rows), formatBytes(result.bytes))}</b>{' '}
        {whereSaved(finished)}
      </p>
      {result.warnings.length === 0 ? null : (
        <div className="notice-panel">
          <ul>
            {result.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      <Button variant="default" loading={busy} onClick={onSaveAgain}>
        {exportText.saveAgain}
      </Button>
    </div>
  );
}

/** One kind of file: what it is for, its options, and the button that makes it. */
export function ExportCard({ layout, today }: { readonly layout: Layout; readonly today: string }): ReactNode {
  const [options, setOptions] = useState<ExportOptions>(() => (layout.layout === 'status-list' ? {} : { date: today }));
  const button = useAskedCard(layout.layout);
  const create = useCreateExport(layout);
  const again = useSaveAgain();
  const finished = again.data ?? create.data;
  const error = create.error ?? again.error;
  return (
    <section className="card export-card" aria-label={layout.title} data-testid={testIds.exportCard(layout.layout)}>
      <div className="export-head">
        <h2>{layout.title}</h2>
        <Tag tone={layout.audience === 'external' ? 'info' : 'warn'}>
          {layout.audience === 'external' ? exportText.external : exportText.internal}
        </Tag>
        <span className="grow" />
        <span className="muted">{layout.count}</span>
      </div>
      <p className="export-description">{layout.description}</p>
      {layout.ready ? (
        <OptionFields layout={layout.layout} options={options} onChange={setOptions} />
      ) : (
        <p className="muted">{exportText.notReady}</p>
      )}
      <ErrorPanel
        error={isCancelled(error) ? null : error}
        onClose={() => {
          create.reset();
          again.reset();
        }}
      />
      {finished === undefined ? null : (
        <FinishedNote finished={finished} busy={again.isPending} onSaveAgain={() => again.mutate(finished.result)} />
      )}
      <span className="grow" />
      <Button
        ref={button}
        disabled={!layout.ready}
        loading={create.isPending}
        onClick={() => {
          again.reset();
          create.mutate(options);
        }}
        data-testid={testIds.exportCreate(layout.layout)}
      >
        {exportText.create}
      </Button>
    </section>
  );
}
