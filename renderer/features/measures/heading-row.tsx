import type { ReactNode } from 'react';
import { MarkGlyph } from '#renderer/ui/mark-glyph.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import type { MeasureRow } from '#shared/contract/measures.ts';
import { measuresText } from '#shared/messages/ui/measures.ts';

type HeadingRowProps = {
  readonly row: MeasureRow;
  /** Row number of the whole list. */
  readonly number: string;
  /** Glyphs in the order of the plan's marks. */
  readonly glyphs: readonly string[];
  readonly folded: boolean;
  readonly onFold: (rowId: string) => void;
};

/** A policy or section over the whole width, with how its items stand. */
export function HeadingRow({ row, number, glyphs, folded, onFold }: HeadingRowProps): ReactNode {
  const marks = glyphs.map((glyph) => [glyph, row.markCounts[glyph] ?? 0] as const).filter(([, count]) => count > 0);
  return (
    <div className={`heading-row heading-${Math.min(row.depth, 2)}`}>
      <span className="heading-number">{number}</span>
      <button
        type="button"
        aria-expanded={!folded}
        aria-label={folded ? measuresText.unfold(row.name) : measuresText.fold(row.name)}
        onClick={() => onFold(row.rowId)}
      >
        {folded ? '▸' : '▾'}
      </button>
      <span className="heading-name">
        {row.numberRaw} {row.name}
      </span>
      <span className="heading-counts">
        {measuresText.headingCount(formatCount(row.measureCount))}
        {marks.map(([glyph, count]) => (
          <span key={glyph}>
            <MarkGlyph text={glyph} />
            {formatCount(count)}
          </span>
        ))}
      </span>
    </div>
  );
}
