import type { Page } from '@playwright/test';
import type { OpenSheet } from './sheet.ts';

type Pasted = { readonly plain?: string; readonly html?: string; readonly file?: string };

/** A paste as the browser tells the page of it, with anything in the clipboard that no browser would let a test put there. */
export async function paste({ sink }: OpenSheet, pasted: Pasted): Promise<void> {
  await sink.evaluate((element, { plain, html, file }) => {
    const data = new DataTransfer();
    if (plain !== undefined) data.setData('text/plain', plain);
    if (html !== undefined) data.setData('text/html', html);
    if (file !== undefined) data.items.add(new File(['x'], file, { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, pasted);
}

/** What the clipboard of the system holds. */
export function clipboardTexts(page: Page): Promise<{ readonly plain: string; readonly html: string }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type: string): Promise<string> =>
      item?.types.includes(type) === true ? (await item.getType(type)).text() : '';
    return { plain: await text('text/plain'), html: await text('text/html') };
  });
}

export async function setClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => navigator.clipboard.writeText(plain), text);
}
