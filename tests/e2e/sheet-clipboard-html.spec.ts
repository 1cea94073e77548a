import { fileURLToPath } from 'node:url';
import { expect, type Page, test as base } from '@playwright/test';
import fc from 'fast-check';
import { build } from 'vite';

type Rows = readonly (readonly string[])[];
type Clipboard = {
  readonly readHtmlTable: (html: string) => Rows | null;
  readonly toHtmlTable: (rows: Rows) => string;
};
declare const clipboard: Clipboard;

/** The module alone, in a page of a real browser: only there is a DOMParser. */
const test = base.extend<{ reader: Page }, { code: string }>({
  code: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      const entry = fileURLToPath(new URL('../../renderer/sheet/clipboard/html-table.ts', import.meta.url));
      const built = await build({
        configFile: false,
        logLevel: 'silent',
        build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'clipboard' } },
      });
      const output = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
      await use(output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n'));
    },
    { scope: 'worker' },
  ],
  reader: async ({ page, code }, use) => {
    await page.setContent('<title>clipboard</title>');
    await page.addScriptTag({ content: code });
    await use(page);
  },
});

const excel = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><style><!--table {mso-displayed-decimal-separator:"\\.";}
.xl65 {mso-number-format:"\\@";}--></style></head><body link=blue>
<table border=0 cellpadding=0 width=216 style='border-collapse:collapse;width:162pt'>
<!--StartFragment-->
 <col width=72 span=3 style='width:54pt'>
 <tr height=25 style='height:18.75pt'>
  <td height=25 class=xl65 style='height:18.75pt'>0001</td>
  <td>田中<span style='mso-spacerun:yes'>&nbsp;&nbsp;</span>太郎</td>
  <td>1行目<br>
    2行目</td>
 </tr>
 <tr height=25>
  <td height=25 colspan=2 style='mso-ignore:colspan'>A &amp; B &lt;c&gt;</td>
  <td></td>
 </tr>
<![if supportMisalignedColumns]>
 <tr height=0 style='display:none'><td width=72></td><td width=72></td><td width=72></td></tr>
<![endif]>
<!--EndFragment-->
</table></body></html>`;

const cases: readonly (readonly [string, string, Rows | null])[] = [
  ['text without a table', '<p>a</p><b>b</b>', null],
  ['nothing', '', null],
  ['a table without cells', '<table></table>', null],
  [
    'Excel: text numbers, spaces, breaks in a cell, hidden rows',
    excel,
    [
      ['0001', '田中  太郎', '1行目\n2行目'],
      ['A & B <c>', '', ''],
    ],
  ],
  [
    'Google Sheets',
    '<meta charset="utf-8"><google-sheets-html-origin><style>td{border:1px solid #ccc}</style><table><colgroup><col width="100"></colgroup><tbody><tr><td data-sheets-value="{}">R7-001</td><td>a<br>b</td></tr></tbody></table>',
    [['R7-001', 'a\nb']],
  ],
  [
    'LibreOffice: paragraphs, fonts, empty cells held open by a break',
    '<table><colgroup width="85"></colgroup><tr><td height="17" align="left"><font face="Noto">山口<br>\n下関</font></td><td align="left"><br></td></tr></table>',
    [['山口\n下関', '']],
  ],
  [
    'Word: paragraphs are lines, hidden text is none, a blank keeps an empty cell open',
    '<table class=MsoTableGrid><tr><td><p class=MsoNormal>一<o:p></o:p></p><p class=MsoNormal>二<span style="mso-hide:all">秘</span></p></td><td><p><o:p>&nbsp;</o:p></p></td></tr></table>',
    [['一\n二', '']],
  ],
  [
    'cells over columns and rows',
    '<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>',
    [
      ['a', 'b', ''],
      ['', 'c', 'd'],
      ['e', 'f', 'g'],
    ],
  ],
  [
    'a cell from above on the right side',
    '<table><tr><td>a<td rowspan=3>b<tr><td>c<tr></table>',
    [
      ['a', 'b'],
      ['c', ''],
      ['', ''],
    ],
  ],
  [
    'a cell that reaches no further than its group',
    '<table><thead><tr><th rowspan=9>a<th>b</thead><tbody><tr><td>c<td>d</tbody></table>',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['spans that are none', '<table><tr><td colspan=0>a<td colspan="x">b<td rowspan=-1>c</table>', [['a', 'b', 'c']]],
  [
    'a table inside a cell is its text',
    '<table><tr><td>a<table><tr><td>b<td>c<tr><td>d</table><td>e</table>',
    [['a\nb c\nd', 'e']],
  ],
  [
    'the first table that has cells',
    '<table></table><table style="display:none"><tr><td>x</table><table><tr><td>y</table><table><tr><td>z</table>',
    [['y']],
  ],
  [
    'scripts, styles and hidden parts are not read',
    '<table><tr><td>a<script>var b</script><style>c{}</style><span style="color:red; display : none">d</span><span hidden>e</span><td style="display:none">f<td>g</table>',
    [['a', 'g']],
  ],
  [
    'white space as on a page',
    '<table><tr><td>\n  a \t b\n <b> c </b> d  </td><td><pre>e\n  f</pre></td></tr></table>',
    [['a b c d', 'e\n  f']],
  ],
  [
    'blocks and lists are lines',
    '<table><tr><td>a<div>b</div><div><div>c</div></div>d<ul><li>e<li>f</ul></table>',
    [['a\nb\nc\nd\ne\nf']],
  ],
  ['entities', '<table><tr><td>&lt;b&gt; &amp;amp; &#12354;&#x3044; &quot;</table>', [['<b> &amp; あい "']]],
];

test('tables of Excel, LibreOffice, Google Sheets, Word and web pages are read as they are seen', async ({
  reader,
}) => {
  for (const [name, html, rows] of cases) {
    expect(await reader.evaluate((text) => clipboard.readHtmlTable(text), html), name).toEqual(rows);
  }
});

test('nothing of copied HTML runs or loads', async ({ reader }) => {
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  const html =
    '<table><tr><td><img src="http://127.0.0.1:9/x.png" onerror="document.title=1"><script>document.title=2</script>a</table>';
  expect(await reader.evaluate((text) => clipboard.readHtmlTable(text), html)).toEqual([['a']]);
  expect(await reader.title()).toBe('clipboard');
  expect(asked).toEqual([]);
});

test('a table that claims more cells than anyone pastes is refused, a large one is read', async ({ reader }) => {
  const found = await reader.evaluate(() => [
    clipboard.readHtmlTable(`<table>${`<tr>${'<td colspan=1000>a'.repeat(100)}`.repeat(100)}</table>`),
    clipboard.readHtmlTable(`<table>${'<tr><td rowspan=0>a'.repeat(3000)}</table>`),
    clipboard.readHtmlTable(`<table>${`<tr>${'<td>a'.repeat(30)}`.repeat(2000)}</table>`)?.length,
  ]);
  expect(found).toEqual([null, null, 2000]);
});

test('what is written for Excel is marked as text where Excel would change it', async ({ reader }) => {
  const write = (text: string) => reader.evaluate((cell) => clipboard.toHtmlTable([[cell]]), text);
  for (const text of ['0001', '1-2', '4/1', '=A1', '1.50', '1234567890123', 'R7.4.1', '１', '-0']) {
    expect(await write(text), text).toContain(`mso-number-format:"\\@"`);
  }
  for (const text of ['', '0', '25', '-3', '0.5', '12.25']) expect(await write(text), text).toContain('<td>');
  expect(await write('a\nb')).toContain('a<br style="mso-data-placement:same-cell">b');
  expect(await write('<b>&"')).toContain('&lt;b&gt;&amp;&quot;');
});

/** Lines of blanks alone are read as empty ones, and a break at the very end is not seen. */
function asSeen(text: string): string {
  const lines = text.split('\n').map((line) => (line.trim() === '' ? '' : line));
  return lines.join('\n').replace(/\n+$/, '');
}

const letters = fc.constantFrom('a', '市', ' ', '\n', '<', '&', '"', "'", '0', '\u3000', '&nbsp;');
const cell = fc.string({ unit: letters, maxLength: 8 }).map((text) => (text.trim() === '' ? '' : asSeen(text)));
const rectangle = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
  );

test('what is copied comes back as it was', async ({ reader }) => {
  const samples = fc.sample(rectangle, 300);
  const read = await reader.evaluate(
    (tables) => tables.map((rows) => clipboard.readHtmlTable(clipboard.toHtmlTable(rows))),
    samples,
  );
  for (const [index, rows] of samples.entries()) expect(read[index]).toEqual(rows);
});
