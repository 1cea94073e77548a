import type { ChartOption } from '#renderer/ui/chart-engine.ts';
import type { ChartLook } from '#renderer/ui/chart-look.ts';
import { axisText, barStyle, boxedLabel, commonOption } from '#renderer/ui/chart-parts.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { textUnits, wrapLabel } from '#renderer/ui/wrap-label.ts';
import { chartText } from '#shared/messages/ui/chart.ts';
import { homeText } from '#shared/messages/ui/home.ts';
import { type MarkColumn, type Marks, type PolicyLine, policyName } from './marks.ts';
import { percentOf } from './ranking.ts';

const padding = 10;

/** The longest of these that fits into `width` pixels: ◎ 8, 8, nothing. */
function fittingLabel(
  column: MarkColumn,
  count: number,
  room: { readonly width: number; readonly fontSize: number },
): string {
  if (count === 0) return '';
  const number = formatCount(count);
  const name = column.glyph === '' ? column.label : column.glyph;
  const fits = (text: string) => textUnits(text) * room.fontSize + padding <= room.width;
  return [`${name} ${number}`, number].find(fits) ?? '';
}

function hintOf(line: PolicyLine | undefined, column: MarkColumn, count: number): string {
  if (line === undefined) return '';
  const share = chartText.share(homeText.measureCount(formatCount(count)), percentOf(count, line.total));
  return [wrapLabel(policyName(line), 26, 3), `${column.glyph} ${column.label} ${share}`.trim(), chartText.hint].join(
    '\n',
  );
}

/** One bar of full length a policy, its parts the marks in the order of the plan; right of it how many are answered. */
export function marksOption(title: string, { columns, lines }: Marks, look: ChartLook): ChartOption {
  const text = axisText(look);
  const label = boxedLabel(look);
  const left = Math.floor(look.width * 0.42);
  const right = Math.ceil((Math.max(...lines.map((line) => textUnits(answeredText(line)))) + 1) * text.fontSize);
  const plot = look.width - left - right;
  const nameLines = Math.max(1, Math.min(3, Math.floor(look.height / lines.length / text.lineHeight)));
  const axis = {
    type: 'category' as const,
    inverse: true,
    axisTick: { show: false },
    axisLine: { show: false },
  };
  return {
    ...commonOption(look, chartText.described(title)),
    grid: { left, right, top: 0, bottom: 0, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false, min: 0, max: 100 },
    yAxis: [
      {
        ...axis,
        triggerEvent: true,
        data: lines.map((line) => wrapLabel(policyName(line), (left - 10) / text.fontSize, nameLines)),
        axisLabel: { ...text, interval: 0, align: 'left', margin: left - 1 },
      },
      { ...axis, position: 'right', data: lines.map(answeredText), axisLabel: { ...text, interval: 0, margin: 8 } },
    ],
    series: columns.map((column, index) => ({
      type: 'bar' as const,
      stack: 'marks',
      barWidth: '72%',
      barMaxWidth: 40,
      itemStyle: { ...barStyle(look, column.fill), borderColor: look.paper, borderWidth: 1 },
      label: { ...label, show: true, position: 'inside' as const },
      tooltip: {
        formatter: (part) => {
          const row = Array.isArray(part) ? -1 : part.dataIndex;
          return hintOf(lines[row], column, lines[row]?.counts[index] ?? 0);
        },
      },
      data: lines.map(({ counts, total }) => {
        const count = counts[index] ?? 0;
        const share = total === 0 ? 0 : (count / total) * 100;
        const shown = fittingLabel(column, count, { width: (share * plot) / 100, fontSize: label.fontSize });
        return { value: share, label: { show: shown !== '', formatter: shown } };
      }),
    })),
  };
}

function answeredText({ answered, total }: PolicyLine): string {
  return homeText.answeredOf(formatCount(answered), formatCount(total));
}
