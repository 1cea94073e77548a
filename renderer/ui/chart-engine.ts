import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, type ECElementEvent, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// This file is the only one that loads ECharts, and it is loaded when the first chart is drawn: nothing may import it but
// types and renderer/ui/chart.tsx by import().
use([BarChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | GridComponentOption | TooltipComponentOption | AriaComponentOption
>;

/** A bar or the name of a row: `series` is null for the name. */
export type ChartPick = { readonly row: number; readonly series: number | null };

export type Engine = {
  readonly draw: (option: ChartOption) => void;
  readonly resize: (width: number, height: number) => void;
  readonly dispose: () => void;
};

function pickOf({ componentType, dataIndex, seriesIndex }: ECElementEvent): ChartPick | null {
  if (dataIndex === undefined) return null;
  if (componentType === 'series') return { row: dataIndex, series: seriesIndex ?? null };
  return componentType === 'yAxis' ? { row: dataIndex, series: null } : null;
}

/** Puts a chart into the box, as SVG: sharp in print, and without canvas or inline styles that the page's policy forbids. */
export function createEngine(box: HTMLElement, onPick: (pick: ChartPick) => void): Engine {
  const chart = init(box, null, { renderer: 'svg', width: box.clientWidth, height: box.clientHeight });
  chart.on('click', (part) => {
    const pick = pickOf(part);
    if (pick !== null) onPick(pick);
  });
  return {
    draw: (option) => chart.setOption(option, { notMerge: true }),
    resize: (width, height) => chart.resize({ width, height }),
    dispose: () => chart.dispose(),
  };
}
