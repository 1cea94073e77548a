import type { ReactNode } from 'react';
import { formatCount } from '#renderer/ui/format.ts';
import { KpiCard } from '#renderer/ui/kpi-card.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { importText } from '#shared/messages/ui/import.ts';

const notedFields = 4;

/** What the import would do, in six numbers. */
export function Kpis({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const { counts, kind } = preview;
  const unit = importText.unit(kind);
  const changed = preview.changedFields
    .slice(0, notedFields)
    .map((entry) => importText.counted(entry.label, formatCount(entry.count)));
  const skipped = preview.skipReasons
    .slice(0, notedFields)
    .map((entry) => importText.counted(entry.reason, formatCount(entry.count)));
  return (
    <div className="kpis">
      <KpiCard
        label={importText.kpiRead}
        count={counts.read}
        unit={importText.rowUnit}
        testId={testIds.importKpi('read')}
      />
      <KpiCard label={importText.kpiAdd} count={counts.add} unit={unit} tone="good" testId={testIds.importKpi('add')} />
      <KpiCard
        label={importText.kpiChange}
        count={counts.change}
        unit={unit}
        tone="warn"
        note={importText.join(changed)}
        testId={testIds.importKpi('change')}
      />
      <KpiCard label={importText.kpiSame} count={counts.same} unit={unit} testId={testIds.importKpi('same')} />
      <KpiCard
        label={importText.kpiSkip}
        count={counts.skip}
        unit={importText.rowUnit}
        note={importText.join(skipped)}
        testId={testIds.importKpi('skip')}
      />
      <KpiCard
        label={importText.kpiCheck}
        count={counts.check}
        unit={importText.checkUnit}
        tone={counts.check === 0 ? undefined : 'bad'}
        testId={testIds.importKpi('check')}
      />
    </div>
  );
}
