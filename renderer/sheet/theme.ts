import { themeQuartz } from 'ag-grid-community';

export const rowHeight = 26;
export const headerHeight = 28;

/** AG Grid in the program's density and colours; the values are the names of renderer/ui/tokens.css. */
export const sheetTheme = themeQuartz.withParams({
  fontFamily: 'var(--font)',
  fontSize: 13,
  foregroundColor: 'var(--ink)',
  backgroundColor: 'var(--bg)',
  accentColor: 'var(--color-primitive-blue-800)',
  borderColor: 'var(--line2)',
  columnBorder: { style: 'solid', width: 1, color: 'var(--line2)' },
  headerColumnBorder: { style: 'solid', width: 1, color: 'var(--line2)' },
  headerBackgroundColor: 'var(--bg3)',
  headerTextColor: 'var(--ink2)',
  headerFontSize: 12,
  headerFontWeight: 600,
  cellHorizontalPadding: 8,
  rowHeight,
  headerHeight,
  spacing: 4,
  wrapperBorder: { style: 'solid', width: 1, color: 'var(--line)' },
  wrapperBorderRadius: 0,
  rowHoverColor: '#f5f8ff',
  selectedRowBackgroundColor: 'var(--key-soft)',
});
