import type { ReactNode } from 'react';
import { RecordHistory } from '#renderer/features/history/index.ts';
import { MarkGlyph } from '#renderer/ui/mark-glyph.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { type MeasureRow, measureField } from '#shared/contract/measures.ts';
import { measuresText } from '#shared/messages/ui/measures.ts';
import { historyField } from './history-field.ts';
import type { MeasureList } from './use-measures.ts';
import { headingsOf, markText } from './visible-rows.ts';

function Status({ list, row }: { readonly list: MeasureList; readonly row: MeasureRow }): ReactNode {
  const label = list.marks.find((mark) => mark.glyph === markText(row))?.label ?? '';
  return (
    <>
      <div className="side-key">{measuresText.sideStatus}</div>
      <div>
        <MarkGlyph text={markText(row)} /> {label} {row.disposition.text}
      </div>
    </>
  );
}

/** What is known of the item under the cursor. */
type SidePanelProps = {
  readonly list: MeasureList;
  readonly row: MeasureRow | null;
  readonly columnId: string;
};

export function SidePanel({ list, row, columnId }: SidePanelProps): ReactNode {
  return (
    <aside className="side" data-region="side" aria-label={measuresText.sideStatus} data-testid={testIds.measuresSide}>
      {row === null ? (
        <p className="muted">{measuresText.sideNone}</p>
      ) : (
        <ItemDetail list={list} row={row} columnId={columnId} />
      )}
    </aside>
  );
}

function ItemDetail({ list, row, columnId }: SidePanelProps & { readonly row: MeasureRow }): ReactNode {
  const field = measureField.safeParse(columnId);
  const path = headingsOf(list.rows, row).map((heading) => `${heading.numberRaw} ${heading.name}`);
  return (
    <>
      <h2>
        {row.numberRaw} {row.name}
      </h2>
      {path.map((line) => (
        <div key={line} className="side-path">
          {line}
        </div>
      ))}
      {row.kind === 'measure' ? <Status list={list} row={row} /> : null}
      {row.note === null || row.kind !== 'measure' ? null : (
        <>
          <div className="side-key">{measuresText.sideNote}</div>
          <p className="side-note">{row.note}</p>
          {row.noteSharedBy.length === 0 ? null : (
            <p className="muted">{measuresText.sideNoteShared(row.noteSharedBy)}</p>
          )}
        </>
      )}
      <RecordHistory recordId={row.nodeId} field={field.success ? historyField(field.data, list.fiscalYear) : null} />
    </>
  );
}
