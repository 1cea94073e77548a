import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useLedger } from '#renderer/session/app-state.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { importText } from '#shared/messages/ui/import.ts';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import { type ImportStage, keepForLedger, setStage, useImportStore } from './import-store.ts';
import { RowsStep } from './rows-step.tsx';
import { Steps } from './steps.tsx';
import { shownError, useApply, useLeave, useReadFile, useReread } from './use-import.ts';
import './imports.css';

const stepOf: Readonly<Record<ImportStage['name'], number>> = { file: 1, columns: 2, rows: 3, done: 4 };

function headingOf(stage: ImportStage): string {
  if (stage.name === 'file') return importText.lead;
  const { fileName, sheet, kind } = stage.preview;
  return kind === 'unknown' ? importText.unknownSub(fileName, sheet) : importText.recognised(fileName, sheet, kind);
}

function statusOf(stage: ImportStage): string {
  if (stage.name === 'file') return '';
  const { format, encoding, milliseconds } = stage.preview;
  return importText.status(format, encoding ?? '', (milliseconds / 1000).toFixed(1));
}

type ActionsProps = {
  readonly preview: ImportPreview;
  readonly stage: 'columns' | 'rows';
  readonly busy: boolean;
  readonly onLeave: () => void;
  readonly onStage: (stage: 'columns' | 'rows') => void;
  readonly onApply: () => void;
};

function Actions({ preview, stage, busy, onLeave, onStage, onApply }: ActionsProps): ReactNode {
  const readOnly = useLedger()?.readOnly ?? true;
  const work = preview.counts.add + preview.counts.change + preview.counts.check;
  return (
    <>
      <Button variant="subtle" disabled={busy} onClick={onLeave} data-testid={testIds.importDiscard}>
        {importText.discard}
      </Button>
      {stage === 'rows' ? (
        <>
          <Button variant="default" disabled={busy} onClick={() => onStage('columns')}>
            {importText.back}
          </Button>
          <Button loading={busy} disabled={readOnly || work === 0} onClick={onApply} data-testid={testIds.importApply}>
            {work === 0 ? importText.applyNone : importText.apply}
          </Button>
        </>
      ) : (
        <Button
          loading={busy}
          disabled={preview.kind === 'unknown'}
          onClick={() => onStage('rows')}
          data-testid={testIds.importReanalyze}
        >
          {importText.look}
        </Button>
      )}
    </>
  );
}

/** 取込: a file, what it would change, and one click that does it. */
export function ImportScreen(): ReactNode {
  const ledger = useLedger();
  const { stage, queue } = useImportStore();
  const [read, reread, apply] = [useReadFile(), useReread(), useApply()];
  const leave = useLeave(read);
  const ledgerKey = `${ledger?.folder}/${ledger?.fileName}`;
  useEffect(() => keepForLedger(ledgerKey), [ledgerKey]);
  const error = shownError(read.error, reread.error, apply.error);
  const busy = reread.isPending || apply.isPending;
  const onStage = (name: 'columns' | 'rows') => {
    if (stage.name === 'columns' || stage.name === 'rows') setStage({ ...stage, name });
  };
  return (
    <Screen
      title={importText.title}
      sub={<span data-testid={testIds.importHeading}>{headingOf(stage)}</span>}
      status={importText.promise}
      statusRight={queue.length === 0 ? statusOf(stage) : importText.queue(formatCount(queue.length))}
      actions={
        stage.name === 'columns' || stage.name === 'rows' ? (
          <Actions
            preview={stage.preview}
            stage={stage.name}
            busy={busy}
            onLeave={leave}
            onStage={onStage}
            onApply={() => apply.mutate(stage.preview)}
          />
        ) : null
      }
    >
      <Steps current={stepOf[stage.name]} onStep={(step) => onStage(step === 2 ? 'columns' : 'rows')} />
      <div className="band">
        <ErrorPanel
          error={error}
          onClose={() => {
            read.reset();
            reread.reset();
            apply.reset();
          }}
        />
      </div>
      <StageBody stage={stage} busy={busy} read={read} reread={reread} onLeave={leave} />
    </Screen>
  );
}

type StageBodyProps = {
  readonly stage: ImportStage;
  readonly busy: boolean;
  readonly read: ReturnType<typeof useReadFile>;
  readonly reread: ReturnType<typeof useReread>;
  readonly onLeave: () => void;
};

function StageBody({ stage, busy, read, reread, onLeave }: StageBodyProps): ReactNode {
  switch (stage.name) {
    case 'file':
      return <FileStep busy={read.isPending} onFiles={read.mutate} />;
    case 'columns':
      return (
        <ColumnsStep
          preview={stage.preview}
          choices={stage.choices}
          busy={busy}
          onChange={(choices) => reread.mutate({ choices, stage: 'columns' })}
        />
      );
    case 'rows':
      return (
        <RowsStep
          preview={stage.preview}
          choices={stage.choices}
          busy={busy}
          onChange={(choices) => reread.mutate({ choices, stage: 'rows' })}
        />
      );
    case 'done':
      return <DoneStep preview={stage.preview} result={stage.result} onNext={onLeave} />;
  }
}
