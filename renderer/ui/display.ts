import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { usePreferenceStore } from '#renderer/session/preferences.ts';

/** What a person may choose; 'system' follows Windows. */
export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = Exclude<ThemeChoice, 'system'>;

export const densities = ['compact', 'comfortable'] as const;
export type Density = (typeof densities)[number];

export const textSizes = ['standard', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

/** Keys of the preferences behind the look. */
export const displayKeys = {
  theme: 'display.theme',
  density: 'display.density',
  textSize: 'display.textSize',
} as const;

export type DisplayChoice = {
  readonly theme: ThemeChoice;
  readonly density: Density;
  readonly textSize: TextSize;
};

/** The look in force. Heights and sizes are whole CSS pixels, for grids, which need numbers. */
export type Display = {
  readonly theme: Theme;
  readonly density: Density;
  readonly textSize: TextSize;
  /** 1, 1.15 or 1.3: what widths given in pixels for the standard text are to be multiplied by. */
  readonly scale: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
  readonly fontSize: number;
};

/** Per cent of the standard size; renderer/ui/tokens.css sets the same on the root element. */
export const textPercent: Readonly<Record<TextSize, number>> = { standard: 100, large: 115, largest: 130 };

const heights: Readonly<Record<Density, { readonly row: number; readonly header: number }>> = {
  compact: { row: 26, header: 28 },
  comfortable: { row: 34, header: 36 },
};

const mediaQueries = {
  forced: '(forced-colors: active)',
  moreContrast: '(prefers-contrast: more)',
  dark: '(prefers-color-scheme: dark)',
} as const;

function oneOf<T extends string>(choices: readonly T[], value: string | undefined, fallback: T): T {
  return choices.find((choice) => choice === value) ?? fallback;
}

/** The stored choices; an unknown or missing one is the standard. */
export function displayChoice(values: Readonly<Record<string, string>>): DisplayChoice {
  return {
    theme: oneOf(themeChoices, values[displayKeys.theme], 'system'),
    density: oneOf(densities, values[displayKeys.density], 'compact'),
    textSize: oneOf(textSizes, values[displayKeys.textSize], 'standard'),
  };
}

/** The look for a choice on a computer that itself prefers `system`. */
export function displayOf(choice: DisplayChoice, system: Theme): Display {
  const { density, textSize } = choice;
  const scale = textPercent[textSize] / 100;
  const scaled = (pixels: number): number => Math.round(pixels * scale);
  return {
    theme: choice.theme === 'system' ? system : choice.theme,
    density,
    textSize,
    scale,
    rowHeight: scaled(heights[density].row),
    headerHeight: scaled(heights[density].header),
    fontSize: scaled(13),
  };
}

function systemTheme(): Theme {
  const is = (query: string): boolean => window.matchMedia(query).matches;
  if (is(mediaQueries.forced) || is(mediaQueries.moreContrast)) return 'contrast';
  return is(mediaQueries.dark) ? 'dark' : 'light';
}

function watchSystem(changed: () => void): () => void {
  const lists = Object.values(mediaQueries).map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener('change', changed);
  return () => {
    for (const list of lists) list.removeEventListener('change', changed);
  };
}

export function useDisplayChoice(): DisplayChoice {
  // Key by key: a column layout stored a moment ago must not redraw every grid.
  const theme = usePreferenceStore((state) => displayChoice(state.values).theme);
  const density = usePreferenceStore((state) => displayChoice(state.values).density);
  const textSize = usePreferenceStore((state) => displayChoice(state.values).textSize);
  return useMemo(() => ({ theme, density, textSize }), [theme, density, textSize]);
}

/** The look in force here and now. */
export function useDisplay(): Display {
  const choice = useDisplayChoice();
  const system = useSyncExternalStore(watchSystem, systemTheme);
  return useMemo(() => displayOf(choice, system), [choice, system]);
}

/** Writes the look on <html>, where renderer/ui/tokens.css reads it. */
export function useDisplayOnRoot({ theme, density, textSize }: Display): void {
  useLayoutEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, density, textSize });
  }, [theme, density, textSize]);
}
