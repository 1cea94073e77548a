import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../../renderer/ui');
const primitives = createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css');

type Values = ReadonlyMap<string, string>;

function valuesOf(css: string): Values {
  return new Map([...css.matchAll(/(--[\w-]+):\s*([^;]+);/gu)].map(([, name = '', value = '']) => [name, value]));
}

const base = readFileSync(path.join(folder, 'tokens.css'), 'utf8');
const themes = readFileSync(path.join(folder, 'themes.css'), 'utf8');
const standard: Values = new Map([...valuesOf(readFileSync(primitives, 'utf8')), ...valuesOf(base)]);

function blockOf(theme: string): string {
  return themes.match(new RegExp(`:root\\[data-theme="${theme}"\\] \\{([^}]*)\\}`, 'u'))?.[1] ?? '';
}

function themed(theme: 'light' | 'dark' | 'contrast'): (name: string) => string {
  const values = new Map([...standard, ...valuesOf(theme === 'light' ? '' : blockOf(theme))]);
  const resolve = (value: string): string => {
    const name = value.match(/^var\((--[\w-]+)\)$/u)?.[1];
    return name === undefined ? value : resolve(values.get(name) ?? '');
  };
  return (name) => resolve(`var(--${name})`);
}

function channels(color: string): readonly number[] {
  const hex = color.slice(1);
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16));
}

/** A translucent colour as it looks on another. */
function over(color: string, below: string): string {
  const parts = color.match(/^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/u);
  if (parts === null) return color;
  const share = Number(parts[4]) / 100;
  const mixed = channels(below).map((value, index) =>
    Math.round(Number(parts[index + 1]) * share + value * (1 - share)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const inks = ['ink', 'ink2', 'ink3'];
const pages = ['bg', 'bg2', 'bg3', 'bg-float'];
const rows = ['bg', 'row-hover', 'row-policy', 'row-section', 'row-quiet'];
const highlights = ['sel-bg', 'find-bg', 'cell-changed', 'cell-refused'];
const onSurfaces = (texts: readonly string[], surfaces: readonly string[]) =>
  texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const));

const textPairs = [
  ...onSurfaces(inks, [...pages, ...rows, 'hover']),
  ...onSurfaces(['key', 'ok', 'warn', 'bad', 'blue'], rows),
  ...onSurfaces(['ink'], highlights),
  ...onSurfaces(['bad'], ['cell-refused']),
  ...onSurfaces(['ok', 'ink3'], ['cell-changed', 'ok-bg']),
  ['on-key', 'key'],
  ['on-key', 'key-hover'],
  ['key', 'key-soft'],
  ['ink2', 'key-soft'],
  ['ok', 'ok-bg'],
  ['warn', 'warn-bg'],
  ['bad', 'bad-bg'],
  ['blue', 'blue-bg'],
] as const;

const edgePairs = [
  ...onSurfaces(['control-line', 'key2', 'key'], pages),
  ...onSurfaces(['sel-line'], [...rows, ...highlights]),
] as const;

for (const theme of ['light', 'dark', 'contrast'] as const) {
  const color = themed(theme);
  const measured = (one: string, other: string) => contrast(color(one), over(color(other), color('bg')));

  test(`text keeps 4.5:1 on every surface of the ${theme} theme`, () => {
    expect(textPairs.filter(([text, surface]) => !(measured(text, surface) >= 4.5))).toEqual([]);
  });

  test(`edges of controls and of the selection keep 3:1 in the ${theme} theme`, () => {
    expect(edgePairs.filter(([edge, surface]) => !(measured(edge, surface) >= 3))).toEqual([]);
  });
}

test('every theme gives each colour of the standard one its own value, so that none is forgotten', () => {
  const colors = [...valuesOf(base.slice(0, base.indexOf('/* Text:')))].map(([name]) => name);
  for (const theme of ['dark', 'contrast']) {
    const own = valuesOf(blockOf(theme));
    expect(
      colors.filter((name) => !own.has(name)),
      theme,
    ).toEqual([]);
  }
});
