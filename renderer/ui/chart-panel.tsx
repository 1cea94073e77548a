import { type ReactNode, useId, useState } from 'react';
import { chartText } from '#shared/messages/ui/chart.ts';
import { Chart } from './chart.tsx';
import type { ChartOption, ChartPick } from './chart-engine.ts';
import type { ChartLook } from './chart-look.ts';
import { formatCount } from './format.ts';

export type ChartTable = {
  readonly caption: string;
  /** Name of the row column, then one for each number. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly name: string; readonly cells: readonly number[] }[];
};

type ChartPanelProps = {
  readonly title: string;
  readonly testId: string;
  readonly table: ChartTable;
  readonly build: (look: ChartLook) => ChartOption;
  /** Bars, names and table cells lead to the list behind them. */
  readonly onPick: (pick: ChartPick) => void;
  readonly minRem: number;
  /** Stands between heading and chart. */
  readonly children?: ReactNode;
};

function Cell({ text, name, onOpen }: { readonly text: string; readonly name: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className="link" aria-label={name} onClick={onOpen}>
      {text}
    </button>
  );
}

/** The numbers of a chart. Off screen it is for screen readers and holds nothing to stop at; on screen every number opens its list. */
function NumberTable({
  table,
  onPick,
}: {
  readonly table: ChartTable;
  readonly onPick: ChartPanelProps['onPick'] | null;
}) {
  return (
    <table className="change-table chart-table">
      <caption className="visually-hidden">{table.caption}</caption>
      <thead>
        <tr>
          {table.head.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((line, row) => (
          <tr key={line.key}>
            <th scope="row">
              {onPick === null ? (
                line.name
              ) : (
                <Cell text={line.name} name={chartText.open(line.name)} onOpen={() => onPick({ row, series: null })} />
              )}
            </th>
            {line.cells.map((count, series) => {
              const heading = table.head[series + 1] ?? '';
              const text = formatCount(count);
              const name = chartText.openCell(line.name, heading, text);
              return (
                <td key={heading} className="num">
                  {onPick === null || count === 0 ? (
                    text
                  ) : (
                    <Cell text={text} name={name} onOpen={() => onPick({ row, series })} />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A card with a chart that can be read as a table: by screen readers always, by everyone on demand. */
export function ChartPanel(props: ChartPanelProps): ReactNode {
  const { title, table, onPick } = props;
  const [asTable, setAsTable] = useState(false);
  const headingId = useId();
  return (
    <section className="card chart-card" aria-labelledby={headingId} data-testid={props.testId}>
      <div className="chart-head">
        <h2 id={headingId}>{title}</h2>
        <button type="button" className="link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? chartText.showChart : chartText.showTable}
        </button>
      </div>
      {props.children}
      {asTable ? (
        <div className="chart-scroll">
          <NumberTable table={table} onPick={onPick} />
        </div>
      ) : (
        <>
          <Chart build={props.build} onPick={onPick} minRem={props.minRem} />
          {/* A table cannot be made small itself: it would grow to its content and lengthen the page. */}
          <div className="visually-hidden">
            <NumberTable table={table} onPick={null} />
          </div>
        </>
      )}
    </section>
  );
}
