import type { Share } from './share-bar.tsx';

export type Fill = Share['fill'];

/** A filling as renderer/ui/tokens.css has it for bars of HTML; `hatch` is the colour of its lines, null = none. */
export type FillLook = { readonly color: string; readonly hatch: string | null };

/** What the page around a chart looks like now; option builders take everything visible from here. */
export type ChartLook = {
  readonly width: number;
  readonly height: number;
  readonly font: string;
  readonly fontSize: number;
  readonly ink: string;
  readonly paper: string;
  /** Surface and edge of what floats above the page. */
  readonly float: string;
  readonly edge: string;
  readonly fills: Readonly<Record<Fill, FillLook>>;
};

/** A custom property may hold any spelling of a colour; the browser gives it back as rgb(…), which ECharts can read. */
function withProbe<T>(box: HTMLElement, work: (probe: HTMLElement) => T): T {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.forcedColorAdjust = 'none';
  box.append(probe);
  try {
    return work(probe);
  } finally {
    probe.remove();
  }
}

/** The first colour of a filling is its ground, the last that of its hatching. */
export function fillOf(backgroundColor: string, backgroundImage: string): FillLook {
  const colors = backgroundImage.match(/rgba?\([^)]*\)/gu) ?? [];
  const hatch = colors.at(-1) ?? null;
  return { color: colors[0] ?? backgroundColor, hatch: hatch === colors[0] ? null : hatch };
}

export function readLook(box: HTMLElement): ChartLook {
  const { fontFamily, fontSize } = getComputedStyle(box);
  return withProbe(box, (probe) => {
    const colorOf = (name: string): string => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    };
    const fillAt = (fill: Fill): FillLook => {
      probe.style.background = `var(--fill-${fill})`;
      const { backgroundColor, backgroundImage } = getComputedStyle(probe);
      return fillOf(backgroundColor, backgroundImage);
    };
    return {
      width: box.clientWidth,
      height: box.clientHeight,
      font: fontFamily,
      fontSize: Number.parseFloat(fontSize),
      ink: colorOf('--ink'),
      paper: colorOf('--bg'),
      float: colorOf('--bg-float'),
      edge: colorOf('--line-strong'),
      fills: { 0: fillAt(0), 1: fillAt(1), 2: fillAt(2), 3: fillAt(3), 4: fillAt(4), 5: fillAt(5) },
    };
  });
}

const mediaQueries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

/** Calls back whenever the theme or the size of text may have changed. Returns the function that stops it. */
export function watchLook(changed: () => void): () => void {
  const root = new MutationObserver(changed);
  root.observe(document.documentElement, { attributes: true });
  const lists = mediaQueries.map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener('change', changed);
  return () => {
    root.disconnect();
    for (const list of lists) list.removeEventListener('change', changed);
  };
}
