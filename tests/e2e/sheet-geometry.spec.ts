import { type BrowserContextOptions, expect, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { shownText } from './support/screens.ts';
import {
  cell,
  clickCell,
  expectActive,
  expectEditing,
  expectIdle,
  freshList,
  type OpenSheet,
  openSheet,
  press,
  undo,
  sharedSheet,
} from './support/sheet.ts';

/** The textarea lies over exactly the cell that is active; short texts, so that it has no reason to grow. */
async function expectOver({ page }: OpenSheet, row: number, column: string): Promise<void> {
  await expect(async () => {
    const off = await page.evaluate(
      ([index, id]) => {
        const seen = document.querySelector('.sheet-sink')?.getBoundingClientRect();
        const under = document
          .querySelector(`.sheet [row-index="${index}"] .ag-cell[col-id="${id}"]`)
          ?.getBoundingClientRect();
        if (seen === undefined || under === undefined) return [];
        return [seen.left - under.left, seen.top - under.top, seen.width - under.width, seen.height - under.height];
      },
      [row, column] as const,
    );
    expect(off).toHaveLength(4);
    expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(1);
  }).toPass();
}

/** Types a number over the cell and enters it: it is seen there, and lands in the row under it, which `regNo` names. */
async function expectEntry(open: OpenSheet, row: number, regNo: string): Promise<void> {
  const members = cell(open, row, 'members');
  await expect(cell(open, row, 'regNo')).toHaveText(regNo);
  const before = await shownText(members);
  await expectOver(open, row, 'members');
  await open.page.keyboard.type('777');
  await expectEditing(open, '777');
  await expectOver(open, row, 'members');
  await press(open, 'Enter');
  await expect(members).toHaveText('777');
  await expect(cell(open, row, 'regNo')).toHaveText(regNo);
  await undo(open);
  await expect(members).toHaveText(before);
}

async function scrollBy({ page, sheet }: OpenSheet, down: number, right: number): Promise<void> {
  await sheet
    .locator('.ag-grid-viewport')
    .evaluate((viewport, [top, left]) => viewport.scrollBy(left, top), [down, right] as const);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

test.describe('one page for all', () => {
  const open = sharedSheet();

  test('after scrolling down and to the side the entry stays on its cell', async () => {
    await clickCell(open, 3, 'members');
    await scrollBy(open, 30, 55);
    await expectEntry(open, 3, '下市0004');
    await scrollBy(open, 2013, 0);
    await clickCell(open, 90, 'members');
    await expectEntry(open, 90, '下市0091');
  });

  test('typing into a cell that was scrolled away shows it again and writes there', async () => {
    for (const [row, down, before] of [
      [3, 3000, '100'],
      [150, -6000, /^\d+$/],
    ] as const) {
      await clickCell(open, 3, 'members');
      if (row > 3) {
        await press(open, 'Control+ArrowDown');
        await scrollBy(open, (row - 253) * 26, 0);
        await clickCell(open, row, 'members');
      }
      await scrollBy(open, down, 0);
      await expect(cell(open, row, 'members')).not.toBeInViewport();
      await open.page.keyboard.type('778');
      await expectEditing(open, '778');
      await expectOver(open, row, 'members');
      // Nothing but the list itself scrolled.
      const host = open.sheet.locator('.sheet-grid');
      expect(await host.evaluate((element) => [element.scrollTop, element.scrollLeft])).toEqual([0, 0]);
      await press(open, 'Enter');
      await expect(cell(open, row, 'members')).toHaveText('778');
      await undo(open);
      await expect(cell(open, row, 'members')).toHaveText(before);
    }
  });

  test('an open entry follows its cell while the list scrolls', async () => {
    await clickCell(open, 8, 'members');
    await open.page.keyboard.type('5');
    await scrollBy(open, 78, 40);
    await expectEditing(open, '5');
    await expectOver(open, 8, 'members');
    await press(open, 'Escape');
    await expectIdle(open);
  });

  test('columns made wider, put elsewhere, hidden and held take the entry and the marks with them', async () => {
    await clickCell(open, 4, 'members');
    const edge = await open.sheet.locator('.ag-header-cell[col-id="city"] .ag-header-cell-resize').boundingBox();
    await open.page.mouse.move((edge?.x ?? 0) + (edge?.width ?? 0) / 2, (edge?.y ?? 0) + 10);
    await open.page.mouse.down();
    await open.page.mouse.move((edge?.x ?? 0) - 30, (edge?.y ?? 0) + 10, { steps: 4 });
    await open.page.mouse.up();
    await expectActive(open, 4, 'members');
    await expectEntry(open, 4, '下市0005');

    await open.sheet.locator('[data-column-menu="nameKana"]').click();
    await open.page.getByTestId(testIds.filterMenu).getByRole('button', { name: '非表示' }).click();
    await expect(open.sheet.locator('.ag-header-cell[col-id="nameKana"]')).toHaveCount(0);
    await clickCell(open, 6, 'members');
    await expectEntry(open, 6, '下市0007');

    await open.sheet.locator('[data-column-menu="orgType"]').click();
    await open.page.getByTestId(testIds.filterMenu).getByRole('button', { name: 'ここまで固定' }).click();
    await scrollBy(open, 0, 300);
    await expect(cell(open, 5, 'orgType')).toBeVisible();
    await clickCell(open, 5, 'orgType');
    await expectOver(open, 5, 'orgType');
    await press(open, 'ArrowLeft');
    await expectActive(open, 5, 'name');
    await expectOver(open, 5, 'name');

    await open.page.getByTestId(testIds.viewMenu).click();
    await open.page.getByRole('menuitemradio', { name: 'すべて(元の表示)' }).click();
    await clickCell(open, 5, 'nameKana');
    await expectOver(open, 5, 'nameKana');
  });

  test('the marks of a selection are on its cells, before and after scrolling', async () => {
    const marked = () =>
      open.sheet
        .locator('.ag-cell[data-sel~="in"]')
        .evaluateAll((cells) =>
          cells
            .map((one) => `${one.closest('[row-index]')?.getAttribute('row-index')} ${one.getAttribute('col-id')}`)
            .sort(),
        );
    await clickCell(open, 2, 'city');
    await press(open, 'Shift+ArrowDown', 'Shift+ArrowRight');
    const wanted = ['2 city', '2 phone', '3 city', '3 phone'];
    await expect.poll(marked).toEqual(wanted);
    await scrollBy(open, 4000, 0);
    await expect(cell(open, 2, 'city')).not.toBeInViewport();
    await scrollBy(open, -4000, 0);
    await expect.poll(marked).toEqual(wanted);
    const sides = (row: number, column: string) => cell(open, row, column).getAttribute('data-sel');
    expect([await sides(2, 'city'), await sides(3, 'phone')]).toEqual(['in t l active', 'in b r corner']);
  });

  test('the merged note of the status list is one cell: shown, entered and opened as a whole', async () => {
    await freshList(open, 'measures');
    const merged = open.sheet.locator('.ag-spanned-cell[col-id="note"]').first();
    await expect(async () => {
      if ((await merged.count()) === 0) await open.page.mouse.wheel(0, 200);
      expect(await merged.count()).toBeGreaterThan(0);
    }).toPass({ intervals: [50] });
    await merged.scrollIntoViewIfNeeded();
    await merged.click();
    await expect(merged).toHaveAttribute('data-sel', /active/);
    const overMerged = async () => {
      const [seen, under] = await Promise.all([open.sink.boundingBox(), merged.boundingBox()]);
      expect(Math.abs((seen?.y ?? 0) - (under?.y ?? 99))).toBeLessThanOrEqual(1);
      expect(Math.abs((seen?.height ?? 0) - (under?.height ?? 99))).toBeLessThanOrEqual(1);
    };
    await overMerged();
    // The row below is the same cell; what is entered there goes for both.
    await press(open, 'ArrowDown');
    await expect(merged).toHaveAttribute('data-sel', /active/);
    const before = (await merged.textContent()) ?? '';
    await open.page.keyboard.type('共通の文');
    await expectEditing(open, '共通の文');
    await overMerged();
    await press(open, 'Enter');
    await expect(merged).toContainText('共通の文');
    await undo(open);
    await expect(merged).toHaveText(before);
  });

  test('with rows further apart and larger letters the entry still lies on its cell', async () => {
    await open.page.getByTestId(testIds.displayDensity).selectOption('comfortable');
    await open.page.getByTestId(testIds.displayTextSize).selectOption('largest');
    await clickCell(open, 2, 'regNo');
    await press(open, ...Array.from({ length: 8 }, () => 'ArrowRight'));
    await expectActive(open, 2, 'members');
    await expectEntry(open, 2, '下市0003');
  });
});

/** 1366×768 pixels as the browser sees them at these zooms. */
const zooms: readonly (readonly [string, BrowserContextOptions])[] = [
  ['125 %', { viewport: { width: 1093, height: 614 }, deviceScaleFactor: 1.25 }],
  ['200 %', { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 }],
];

for (const [name, options] of zooms) {
  test(`at ${name} the entry lies on its cell, also behind the held columns`, async ({ browser }) => {
    const open = await openSheet(browser, options);
    await freshList(open);
    await clickCell(open, 1, 'regNo');
    await press(open, ...Array.from({ length: 8 }, () => 'ArrowRight'));
    await expectActive(open, 1, 'members');
    await expectEntry(open, 1, '下市0002');
    await open.end();
  });
}
