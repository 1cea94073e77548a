import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { fixtures } from './support/fixtures.ts';
import { preparedLedger } from './support/prepare.ts';
import { test } from './support/program.ts';
import { cellAt, chooseFile, expectKpis, grid, openScreen } from './support/screens.ts';

const themes = [
  { theme: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { theme: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { theme: 'contrast', media: { colorScheme: 'light', contrast: 'more' } },
] as const;

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Rules whose answer follows the theme; the others ask for names, roles and order, which are the same in all. */
const rulesOfLook = ['color-contrast', 'link-in-text-block', 'target-size'];

/** What axe finds, as short lines that name the rule and the element. */
async function violations(page: Page, theme: string): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const result = await (theme === 'light' ? axe.withTags(standards) : axe.withRules(rulesOfLook)).analyze();
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`),
  );
}

/** The screen in front keeps the standard in each theme. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const { theme, media } of themes) {
    await page.emulateMedia(media);
    await expect(page.locator(`html[data-theme="${theme}"]`)).toBeAttached();
    expect(await violations(page, theme), `${screen}, ${theme}`).toEqual([]);
  }
}

test('the welcome screen keeps WCAG 2.2 AA in every theme', async ({ page, program }) => {
  const run = await program.start();
  await page.goto(run.url);
  await expect(page.getByTestId(testIds.welcomeSample)).toBeVisible();
  await expectAccessible(page, 'welcome');
});

test('every screen of an open ledger keeps WCAG 2.2 AA in every theme', async ({ page, program }) => {
  test.setTimeout(180_000);
  const run = await program.start(preparedLedger(program, fixtures.registerR7, fixtures.statusList));
  await page.goto(run.url);
  await expect(page.getByTestId(testIds.homeRecent)).toBeVisible();
  await expectAccessible(page, 'home');
  await openScreen(page, 'organizations');
  await expect(cellAt(grid(page, 'organizations'), 3, 'name')).toBeVisible();
  await expectAccessible(page, 'organizations');
  await openScreen(page, 'measures');
  await cellAt(grid(page, 'measures'), 6, 'name').click();
  await expectAccessible(page, 'measures');
  await openScreen(page, 'export');
  await expect(page.getByTestId(testIds.exportCard('status-list'))).toBeVisible();
  await expectAccessible(page, 'export');
  await openScreen(page, 'history');
  await expect(page.getByTestId(testIds.historyRow).first()).toBeVisible();
  await expectAccessible(page, 'history');
  await openScreen(page, 'settings');
  await expect(page.getByTestId(testIds.settingsActor)).toBeVisible();
  await expectAccessible(page, 'settings');
});

test('every step of an import keeps WCAG 2.2 AA in every theme', async ({ page, program }) => {
  test.setTimeout(180_000);
  const run = await program.start(preparedLedger(program, fixtures.registerR7));
  await page.goto(run.url);
  await openScreen(page, 'import');
  await expectAccessible(page, 'import: file');
  await chooseFile(page, fixtures.registerR8);
  await expectKpis(page, { add: 6, change: 254 });
  await expectAccessible(page, 'import: rows');
  await page.getByTestId(testIds.importStep(2)).getByRole('button').click();
  await expect(page.getByTestId(testIds.importReanalyze)).toBeVisible();
  await expectAccessible(page, 'import: columns');
  await page.getByTestId(testIds.importReanalyze).click();
  await page.getByTestId(testIds.importApply).click();
  await expect(page.getByTestId(testIds.importResult)).toContainText('取り込みました');
  await expectAccessible(page, 'import: done');
});

/** The region with the focus and what in it has it. */
async function focusOf(page: Page): Promise<{ readonly region: string; readonly element: string }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return {
      region: element?.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? '',
      element: `${element?.tagName} ${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 20) ?? ''}`,
    };
  });
}

test('F6 goes round the regions and Shift+F6 goes back', async ({ page, program }) => {
  const run = await program.start(preparedLedger(program, fixtures.statusList));
  await page.goto(run.url);
  await openScreen(page, 'measures');
  await expect(cellAt(grid(page, 'measures'), 3, 'name')).toBeVisible();
  await page.getByTestId(testIds.nav('measures')).focus();
  const seen = [];
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('F6');
    const { region } = await focusOf(page);
    await expect(page.locator(`[data-region="${region}"]`)).toHaveAttribute('data-arrived', '');
    seen.push(region);
    if (region === 'nav') break;
  }
  expect(seen[0]).toBe('toolbar');
  expect(seen).toContain('sheet');
  expect(seen.slice(-2)).toEqual(['status', 'nav']);
  await page.keyboard.press('Shift+F6');
  expect((await focusOf(page)).region).toBe('status');
});

test('Tab reaches every region of each screen and leaves it again', async ({ page, program }) => {
  const run = await program.start(preparedLedger(program, fixtures.statusList));
  await page.goto(run.url);
  for (const screen of ['home', 'import', 'export', 'history', 'settings'] as const) {
    await openScreen(page, screen);
    await page.getByTestId(testIds.nav('home')).focus();
    const regions = new Set<string>();
    // A screen whose list is still on its way is gone round once more.
    await expect(async () => {
      await page.keyboard.press('Tab');
      const { region, element } = await focusOf(page);
      regions.add(region);
      expect(element).toContain('文字の大きさ');
      expect([...regions]).toEqual(expect.arrayContaining(['nav', 'body', 'status']));
    }, screen).toPass({ intervals: [0], timeout: 30_000 });
  }
});

test('F6 leads out of a cell of the register', async ({ page, program }) => {
  const run = await program.start(preparedLedger(program, fixtures.registerR7));
  await page.goto(run.url);
  await openScreen(page, 'organizations');
  await cellAt(grid(page, 'organizations'), 3, 'name').click();
  await page.keyboard.press('F6');
  expect(['side', 'status']).toContain((await focusOf(page)).region);
});

test('the chosen look holds after the program starts anew', async ({ page, program }) => {
  const ledger = preparedLedger(program, fixtures.statusList);
  const first = await program.start(ledger);
  await page.goto(first.url);
  await openScreen(page, 'settings');
  await page.getByTestId(testIds.settingsDisplay('theme', 'dark')).check();
  await page.getByTestId(testIds.settingsDisplay('density', 'comfortable')).check();
  await page.getByTestId(testIds.displayTextSize).selectOption('largest');
  const root = page.locator('html[data-theme="dark"][data-density="comfortable"][data-text-size="largest"]');
  await expect(root).toBeAttached();
  // It is shown at once and stored a moment later.
  const stored = () => readFileSync(path.join(program.dataDir, 'settings.json'), 'utf8');
  await expect.poll(() => ['dark', 'comfortable', 'largest'].every((choice) => stored().includes(choice))).toBe(true);
  await first.stop();
  const second = await program.start(ledger);
  await page.goto(second.url);
  await expect(page.getByTestId(testIds.homeRecent)).toBeVisible();
  await expect(root).toBeAttached();
});

for (const size of [
  { width: 683, height: 384 },
  { width: 1093, height: 614 },
])
  test(`nothing is cut off at ${size.width} x ${size.height} with the largest text`, async ({ page, program }) => {
    const run = await program.start(preparedLedger(program, fixtures.statusList));
    await page.setViewportSize(size);
    await page.goto(run.url);
    await page.getByTestId(testIds.displayTextSize).selectOption('largest');
    for (const screen of ['home', 'organizations', 'measures', 'import', 'export', 'history', 'settings'] as const) {
      await openScreen(page, screen);
      await expect(page.getByTestId(testIds.displayDensity)).toBeInViewport({ ratio: 1 });
      await expect(page.getByTestId(testIds.actor)).toBeInViewport({ ratio: 1 });
      await expect(page.getByTestId(testIds.screenTitle)).toBeInViewport({ ratio: 1 });
      const overlapping = await page.evaluate(() => {
        const parts = [...document.querySelectorAll('.screen-head > *, .screen-actions > *, .top-bar > *')].filter(
          (part) => part.checkVisibility(),
        );
        const overlap = (a: DOMRect, b: DOMRect) =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        return parts.flatMap((part, index) =>
          parts
            .slice(index + 1)
            .filter((other) => !part.contains(other) && !other.contains(part))
            .filter((other) => overlap(part.getBoundingClientRect(), other.getBoundingClientRect()))
            .map((other) => `${part.textContent} / ${other.textContent}`),
        );
      });
      expect(overlapping, screen).toEqual([]);
    }
  });
