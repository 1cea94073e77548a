import type { ChartOption } from '#renderer/ui/chart-engine.ts';
import type { ChartLook } from '#renderer/ui/chart-look.ts';
import { axisText, barStyle, commonOption } from '#renderer/ui/chart-parts.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { textUnits, wrapLabel } from '#renderer/ui/wrap-label.ts';
import { chartText } from '#shared/messages/ui/chart.ts';
import { percentOf, type RankingRow } from './ranking.ts';

/** Room for the names: as wide as the longest wants, at most two fifths of the chart. */
function nameWidth(look: ChartLook, rows: readonly RankingRow[]): number {
  const longest = Math.max(...rows.map(({ name }) => textUnits(name)));
  return Math.ceil(Math.min(longest * look.fontSize + 10, look.width * 0.4));
}

/** One bar a row, the longest at the top, name at the left and number at the right. */
export function rankingOption(title: string, rows: readonly RankingRow[], look: ChartLook): ChartOption {
  const text = axisText(look);
  const left = nameWidth(look, rows);
  const twoLines = look.height / rows.length >= text.lineHeight * 2;
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const shareOf = (count: number) => chartText.share(formatCount(count), percentOf(count, total));
  const room = Math.max(...rows.map(({ count }) => textUnits(shareOf(count)))) * text.fontSize + 10;
  return {
    ...commonOption(look, chartText.described(title)),
    grid: { left, right: Math.ceil(room), top: 0, bottom: 0, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false, min: 0, max: 'dataMax' },
    yAxis: {
      type: 'category',
      inverse: true,
      triggerEvent: true,
      data: rows.map(({ name }) => wrapLabel(name, (left - 8) / text.fontSize, twoLines ? 2 : 1)),
      axisLine: { show: true, lineStyle: { color: look.edge } },
      axisTick: { show: false },
      axisLabel: { ...text, interval: 0, margin: 6 },
    },
    series: [
      {
        type: 'bar',
        barWidth: '62%',
        barMaxWidth: 28,
        barMinHeight: 2,
        label: {
          show: true,
          position: 'right',
          color: look.ink,
          fontFamily: look.font,
          fontSize: text.fontSize,
          formatter: ({ dataIndex }) => shareOf(rows[dataIndex]?.count ?? 0),
        },
        tooltip: { formatter: (part) => hintOf(rows[Array.isArray(part) ? -1 : part.dataIndex], shareOf) },
        data: rows.map(({ count, quiet }) => ({
          value: count,
          itemStyle: barStyle(look, quiet ? 0 : 2),
        })),
      },
    ],
  };
}

function hintOf(row: RankingRow | undefined, shareOf: (count: number) => string): string {
  if (row === undefined) return '';
  return [wrapLabel(row.name, 22, 2), shareOf(row.count), chartText.hint].join('\n');
}
