import { type CellStyle, FILLS, FONT_NAME, FONTS, NUMBER_FORMATS, STYLES } from './styles.ts';
import { escapeAttribute } from './xml-text.ts';

const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

type Font = { readonly size: number; readonly bold: boolean; readonly color?: string };
type NumberFormat = { readonly id: number; readonly code?: string };

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function fontXml({ size, bold, color = 'FF000000' }: Font): string {
  // charset 128 and family 3 let Windows choose a Japanese Gothic where the typeface is not installed.
  const look = `<sz val="${size}"/><color rgb="${color}"/><name val="${FONT_NAME}"/><family val="3"/><charset val="128"/>`;
  return `<font>${bold ? '<b/>' : ''}${look}</font>`;
}

function fillXml(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function formatXml({ id, code }: NumberFormat): string {
  return code === undefined ? '' : `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`;
}

function cellFormatXml(style: CellStyle): string {
  const font = Object.keys(FONTS).indexOf(style.font);
  // 0 and 1 are the two fills that Excel demands to be there.
  const fill = style.fill === undefined ? 0 : Object.keys(FILLS).indexOf(style.fill) + 2;
  const ids = `numFmtId="${NUMBER_FORMATS[style.format].id}" fontId="${font}" fillId="${fill}" borderId="${style.border ? 1 : 0}" xfId="0"`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  const place = `horizontal="${style.horizontal}" vertical="${style.vertical}"`;
  return `<xf ${ids} ${applied}><alignment ${place}${style.wrap ? ' wrapText="1"' : ''}/></xf>`;
}

/** xl/styles.xml with every named style, in the order of the table. */
export function stylesXml(): string {
  const side = (name: string) => `<${name} style="thin"><color rgb="FF7F7F7F"/></${name}>`;
  const noFills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ];
  const formats = Object.values(NUMBER_FORMATS)
    .map(formatXml)
    .filter((xml) => xml !== '');
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN_NAMESPACE}">`,
    list('numFmts', formats),
    list('fonts', Object.values(FONTS).map(fontXml)),
    list('fills', [...noFills, ...Object.values(FILLS).map(fillXml)]),
    list('borders', [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
    ]),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list('cellXfs', Object.values(STYLES).map(cellFormatXml)),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
