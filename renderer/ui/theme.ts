import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The design tokens' blue scale as Mantine's ten shades (50 … 900). */
const tokenBlue: MantineColorsTuple = [
  '#e8f1fe',
  '#d9e6ff',
  '#c5d7fb',
  '#9db7f9',
  '#7096f8',
  '#4979f5',
  '#3460fb',
  '#264af4',
  '#0031d8',
  '#0017c1',
];

export const fontStack = '"BIZ UDPGothic", "Yu Gothic UI", "Meiryo", "Noto Sans CJK JP", "Noto Sans JP", sans-serif';

/** Mantine in the density and colours of this program. Modals do not lock scrolling: that would inject a style without nonce. */
export const theme = createTheme({
  colors: { token: tokenBlue },
  primaryColor: 'token',
  primaryShade: 9,
  fontFamily: fontStack,
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '17px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.5' },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'always',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false } },
    TextInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Modal: {
      defaultProps: { lockScroll: false, centered: true, size: 'md' },
      styles: { title: { fontWeight: 700, fontSize: 15 } },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});
