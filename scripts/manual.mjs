// npm run manual: prints docs/manual/*.md, which the program shows as its help, to docs/manual/kyodo-daicho-manual.pdf.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { messages } from './lib/messages.mjs';
import { root } from './lib/paths.mjs';
import { Refusal, runMain, say } from './lib/say.mjs';
import { chapterHtml, documentHtml, frontHtml } from './manual/html.mjs';
import { presentTestBrowser } from './test-run/test-browser.mjs';

const folder = path.join(root, 'docs/manual');
const target = path.join(folder, 'kyodo-daicho-manual.pdf');
const work = path.join(root, '.cache/manual');
const words = messages.manual;
/** Cover and contents fit one page; the first chapter begins on the next. */
const firstChapterPage = 2;

const fromProject = createRequire(path.join(root, 'package.json'));
const styles = [
  import.meta.resolve('@fontsource/biz-udpgothic/400.css'),
  import.meta.resolve('@fontsource/biz-udpgothic/700.css'),
  import.meta.resolve('./manual/manual.css'),
];

const footerTemplate =
  '<div style="width:100%;font-size:8pt;text-align:center;color:#4d4d4d"><span class="pageNumber"></span></div>';

runMain(async () => {
  await ensureInstalled();
  const executablePath = presentTestBrowser();
  if (executablePath === null) throw new Refusal(messages.testBrowserMissing);
  const { readManual, linkTarget } = await import(pathToFileURL(path.join(root, 'shared/manual/page.ts')).href);
  /** @type {readonly import('./manual/types.js').Page[]} */
  const pages = readManual(readFiles());
  const { chromium } = fromProject('@playwright/test');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const print = printer(await browser.newPage());
    const chapters = pages.map((page, index) => chapterHtml(page, index + 1, linkTarget));
    /** @type {number[]} */
    const starts = [];
    let next = firstChapterPage;
    for (const chapter of chapters) {
      starts.push(next);
      next += countPages(await print(chapter));
    }
    const contents = pages.map((page, index) => ({ page, start: starts[index] ?? 0 }));
    const pdf = await print(frontHtml(contents, words) + chapters.join('\n'));
    if (countPages(pdf) !== next - 1) throw new Refusal(messages.manualPagesWrong(countPages(pdf), next - 1));
    writeFileSync(target, pdf);
    say(messages.manualPrinted(path.relative(root, target), next - 1));
  } finally {
    await browser.close();
  }
});

function readFiles() {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

/** @param {import('@playwright/test').Page} page @returns {(body: string) => Promise<Buffer>} */
function printer(page) {
  mkdirSync(work, { recursive: true });
  const file = path.join(work, 'manual.html');
  return async (body) => {
    writeFileSync(file, documentHtml(body, { title: words.title, styles }));
    await page.goto(pathToFileURL(file).href);
    // Text in the page, for this script is typed without a browser's names.
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate,
      outline: true,
      tagged: true,
    });
  };
}

/** Page objects stand uncompressed in what Chromium writes. @param {Buffer} pdf */
function countPages(pdf) {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
