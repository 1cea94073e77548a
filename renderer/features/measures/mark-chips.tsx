import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Chip } from '#renderer/ui/chip.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { MarkGlyph } from '#renderer/ui/mark-glyph.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { printedName } from '#shared/domain/printed-name.ts';
import { measuresText } from '#shared/messages/ui/measures.ts';
import type { MeasureList } from './use-measures.ts';
import { isChanged, type MarkFilter, type RowFilter, shownPolicy } from './visible-rows.ts';

type MarkChipsProps = {
  readonly list: MeasureList;
  readonly filter: RowFilter;
  readonly onMark: (mark: MarkFilter) => void;
  readonly onReposts: (on: boolean) => void;
  readonly onPolicy: (policy: string | null) => void;
};

/** Counts by mark that are filters at the same time. */
export function MarkChips({ list, filter, onMark, onReposts, onPolicy }: MarkChipsProps): ReactNode {
  const own = list.rows.filter((row) => row.kind === 'measure');
  const count = (fits: (row: (typeof own)[number]) => boolean) => formatCount(own.filter(fits).length);
  const { mark } = filter;
  const policy = shownPolicy(list.rows, filter);
  return (
    <div className="chips">
      <Chip on={mark.kind === 'all'} onClick={() => onMark({ kind: 'all' })} testId={testIds.measuresChip('all')}>
        {measuresText.chipAll(formatCount(own.length))}
      </Chip>
      {list.marks.map(({ glyph, label }) => (
        <Chip
          key={glyph}
          on={mark.kind === 'mark' && mark.glyph === glyph}
          onClick={() => onMark({ kind: 'mark', glyph })}
          testId={testIds.measuresChip(glyph)}
        >
          <MarkGlyph text={glyph} />{' '}
          {measuresText.chipMark(
            label,
            count((row) => row.mark.state === 'mark' && row.mark.text === glyph),
          )}
        </Chip>
      ))}
      <Chip on={mark.kind === 'blank'} onClick={() => onMark({ kind: 'blank' })} testId={testIds.measuresChip('blank')}>
        {measuresText.chipBlank(count((row) => row.mark.state === 'blank'))}
      </Chip>
      {filter.former === null ? null : (
        <Chip
          on={mark.kind === 'changed'}
          onClick={() => onMark({ kind: 'changed' })}
          testId={testIds.measuresChip('changed')}
        >
          {measuresText.chipChanged(count((row) => isChanged(row, filter.former)))}
        </Chip>
      )}
      {policy === null ? null : (
        <Chip on onClick={() => onPolicy(null)} testId={testIds.measuresChip('policy')}>
          {measuresText.chipPolicy(printedName(policy))}
        </Chip>
      )}
      <span className="grow" />
      <Checkbox
        label={measuresText.showReposts}
        checked={filter.reposts}
        onChange={(event) => onReposts(event.currentTarget.checked)}
        data-testid={testIds.measuresRepost}
      />
    </div>
  );
}
