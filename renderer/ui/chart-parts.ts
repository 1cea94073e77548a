import type { ChartOption } from './chart-engine.ts';
import type { ChartLook, Fill } from './chart-look.ts';

type Pattern = { readonly lines: number[]; readonly rotation: number };

/** Hatching that tells the fillings apart in grey print and without colour vision; directions as in renderer/ui/tokens.css. */
const patterns: Readonly<Record<Fill, Pattern>> = {
  0: { lines: [1, 5], rotation: 0 },
  1: { lines: [1, 5], rotation: 0 },
  2: { lines: [1.5, 5], rotation: -Math.PI / 4 },
  3: { lines: [3, 4], rotation: Math.PI / 4 },
  4: { lines: [2, 3], rotation: Math.PI / 2 },
  5: { lines: [2, 3], rotation: 0 },
};

/** Colour and hatching of a bar; a gap of paper parts the bars of a stack. */
export function barStyle(look: ChartLook, fill: Fill) {
  const { color, hatch } = look.fills[fill];
  const { lines, rotation } = patterns[fill];
  if (hatch === null) return { color };
  const decal = { symbol: 'rect', color: hatch, dashArrayX: [1, 0], dashArrayY: lines, rotation, symbolSize: 1 };
  return { color, decal };
}

/** A text in a small box of paper, readable on every colour and hatching. */
export function boxedLabel({ ink, paper, font, fontSize }: ChartLook) {
  return {
    color: ink,
    backgroundColor: paper,
    borderRadius: 3,
    padding: [1, 4] as [number, number],
    fontFamily: font,
    fontSize: Math.round(fontSize * 0.88),
  };
}

export function axisText({ ink, font, fontSize }: ChartLook) {
  return {
    color: ink,
    fontFamily: font,
    fontSize: Math.round(fontSize * 0.92),
    lineHeight: Math.round(fontSize * 1.2),
  };
}

/**
 * What every chart shares: its description, and a hint drawn as SVG, since inline styles of HTML are forbidden. Nothing moves:
 * the numbers are there at once, for those who asked for reduced motion and for everyone else.
 */
export function commonOption(look: ChartLook, description: string): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily: look.font },
    aria: { enabled: true, label: { description } },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      backgroundColor: look.float,
      borderColor: look.edge,
      borderWidth: 1,
      textStyle: { color: look.ink, fontFamily: look.font, fontSize: Math.round(look.fontSize * 0.92) },
    },
  };
}
