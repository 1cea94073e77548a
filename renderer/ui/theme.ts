import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Mantine's own shades, by the names of renderer/ui/tokens.css: its parts follow the theme without knowing it. */
const key: MantineColorsTuple = [
  'var(--key-soft)',
  'var(--key-soft)',
  'var(--key-soft)',
  'var(--key-line)',
  'var(--key-line)',
  'var(--key2)',
  'var(--key2)',
  'var(--key2)',
  'var(--key-hover)',
  'var(--key)',
];
/** Where Mantine asks for a grey it means a surface, a line or an ink: light schemes count up, dark ones down. */
const gray: MantineColorsTuple = [
  'var(--hover)',
  'var(--bg3)',
  'var(--line)',
  'var(--line)',
  'var(--control-line)',
  'var(--ink-off)',
  'var(--ink3)',
  'var(--ink2)',
  'var(--ink)',
  'var(--ink)',
];
const dark: MantineColorsTuple = [
  'var(--ink)',
  'var(--ink2)',
  'var(--ink3)',
  'var(--ink3)',
  'var(--line-strong)',
  'var(--hover)',
  'var(--bg-float)',
  'var(--bg-float)',
  'var(--bg2)',
  'var(--bg)',
];

/** Text on a filled button is not white in every theme; red.9 is what a dangerous answer asks for. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant === 'filled' && input.color === 'red.9')
    return { ...colors, background: 'var(--bad)', hover: 'var(--ink)', color: 'var(--bg)' };
  if (input.variant === 'filled')
    return { ...colors, background: 'var(--key)', hover: 'var(--key-hover)', color: 'var(--on-key)' };
  if (input.variant === 'subtle')
    return { ...colors, hover: 'var(--hover)', color: input.color === 'gray' ? 'var(--ink)' : 'var(--key)' };
  return colors;
};

const surfaces = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-anchor': 'var(--key)',
  '--mantine-color-dimmed': 'var(--ink3)',
  '--mantine-color-placeholder': 'var(--ink3)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--bg)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control-line)',
  '--mantine-color-disabled': 'var(--bg3)',
  '--mantine-color-disabled-color': 'var(--ink-off)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-key-light': 'var(--key-soft)',
  '--mantine-color-key-light-hover': 'var(--key-soft)',
  '--mantine-color-key-light-color': 'var(--key)',
  '--mantine-color-key-outline': 'var(--key)',
};

/** The same in both of Mantine's schemes: the names change their values, not their meaning. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });

/** Mantine in the density and colours of this program. Modals do not lock scrolling: that would inject a style without nonce. */
export const theme = createTheme({
  colors: { key, gray, dark },
  primaryColor: 'key',
  primaryShade: 9,
  variantColorResolver: variantColors,
  fontFamily: 'var(--font)',
  fontSizes: {
    xs: 'var(--text-s)',
    sm: 'var(--text-m)',
    md: 'var(--text-m)',
    lg: 'var(--text-l)',
    xl: 'var(--text-xl)',
  },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.5' },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'always',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false } },
    TextInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs', iconColor: 'var(--on-key)' } },
    Modal: {
      // What is closed is gone at once: a key pressed right behind the answer must not meet a question that fades away.
      defaultProps: { lockScroll: false, centered: true, size: 'md', transitionProps: { duration: 0 } },
      styles: { title: { fontWeight: 700, fontSize: 'var(--text-l)' } },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});
