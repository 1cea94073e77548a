import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import { postalText } from '#shared/messages/ui/postal.ts';
import { type PostalTableInfo, usePostalTable } from './use-postal-table.ts';
import './postal-card.css';

function Facts({ info }: { readonly info: PostalTableInfo }): ReactNode {
  return (
    <dl className="facts postal-facts" data-testid={testIds.settingsPostal}>
      <dt>{postalText.source}</dt>
      <dd>
        <Tag tone={info.source === 'file' ? 'info' : 'quiet'}>{postalText.sources[info.source]}</Tag>
      </dd>
      <dt>{postalText.codes}</dt>
      <dd>{postalText.codesOf(formatCount(info.codes))}</dd>
      <dt>{postalText.month}</dt>
      <dd>{info.month === '' ? postalText.monthUnknown : formatWareki(info.month, 'long')}</dd>
    </dl>
  );
}

function HowToGet(): ReactNode {
  return (
    <div className="postal-how">
      <h3>{postalText.howTitle}</h3>
      <ol>
        {postalText.howSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}

/** 郵便番号の表: which one is in use, a newer one from a file, and back to the bundled one. */
export function PostalCard(): ReactNode {
  const { info, change, error } = usePostalTable();
  const isReading = change.isPending && change.variables !== 'bundled';
  return (
    <section className="card settings-card settings-wide" aria-label={postalText.title}>
      <h2>{postalText.title}</h2>
      <p className="muted">{postalText.lead}</p>
      <ErrorPanel error={error} onClose={change.error === null ? undefined : () => change.reset()} />
      <div className="postal">
        <div className="postal-state">
          {info === undefined ? null : <Facts info={info} />}
          <div className="settings-line">
            <FileButton
              accept=".zip,.csv"
              label={postalText.update}
              onFile={change.mutate}
              testId={testIds.settingsPostalUpdate}
              inputTestId={testIds.settingsPostalFile}
              buttonProps={{ variant: 'default', loading: isReading, disabled: change.isPending }}
            />
            <Button
              variant="default"
              disabled={change.isPending || info?.source !== 'file'}
              onClick={() => change.mutate('bundled')}
              data-testid={testIds.settingsPostalReset}
            >
              {postalText.reset}
            </Button>
          </div>
          <p className="muted" role="status">
            {isReading ? postalText.reading : ''}
          </p>
        </div>
        <HowToGet />
      </div>
    </section>
  );
}
