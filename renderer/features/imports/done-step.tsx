import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screens } from '#renderer/screens.ts';
import { whileWriting } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { KpiCard } from '#renderer/ui/kpi-card.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { importText } from '#shared/messages/ui/import.ts';
import type { ImportResult } from './import-store.ts';

type DoneStepProps = { readonly preview: ImportPreview; readonly result: ImportResult; readonly onNext: () => void };

function useUndoImport(changeSetId: string | null) {
  const client = useClient();
  return useMutation({
    mutationFn: async () => {
      if (changeSetId !== null) await whileWriting(() => client.call('history.undo', { changeSetId }));
    },
  });
}

/** Step 4: what was done, and the way back. */
export function DoneStep({ preview, result, onNext }: DoneStepProps): ReactNode {
  const undo = useUndoImport(result.changeSetId);
  const path = preview.kind === 'status-list' ? screens.measures.path : screens.organizations.path;
  return (
    <div className="screen-scroll import-done" data-testid={testIds.importResult}>
      <h2 role="status">
        {undo.isSuccess
          ? importText.undone
          : result.changeSetId === null
            ? importText.doneNothing
            : importText.doneTitle}
      </h2>
      <Counts result={result} unit={importText.unit(preview.kind)} />
      <ErrorPanel error={undo.error} onClose={() => undo.reset()} />
      <div className="import-done-actions">
        <Button component={Link} href={path}>
          {preview.kind === 'status-list' ? importText.openMeasures : importText.openRegister}
        </Button>
        <Button variant="default" onClick={onNext} data-testid={testIds.importNext}>
          {importText.next}
        </Button>
        {result.changeSetId === null || undo.isSuccess ? null : (
          <Button
            variant="default"
            loading={undo.isPending}
            onClick={() => undo.mutate()}
            data-testid={testIds.importUndo}
          >
            {importText.undo}
          </Button>
        )}
      </div>
    </div>
  );
}

function Counts({ result, unit }: { readonly result: ImportResult; readonly unit: string }): ReactNode {
  return (
    <div className="kpis">
      <KpiCard
        label={importText.doneAdded}
        count={result.added}
        unit={unit}
        tone="good"
        testId={testIds.importKpi('added')}
      />
      <KpiCard
        label={importText.doneChanged}
        count={result.changed}
        unit={unit}
        tone="warn"
        testId={testIds.importKpi('changed')}
      />
      <KpiCard
        label={importText.doneUnchanged}
        count={result.unchanged}
        unit={unit}
        testId={testIds.importKpi('unchanged')}
      />
      <KpiCard
        label={importText.doneSkipped}
        count={result.skipped}
        unit={importText.rowUnit}
        testId={testIds.importKpi('skipped')}
      />
    </div>
  );
}
