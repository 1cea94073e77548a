import type { CDPSession, Page } from '@playwright/test';

/** An input method as the browser sees one: keys it takes, a composition it changes, and what it commits. */
export type Ime = {
  /** The composition becomes `text`; what was selected, or the given part of the field, gives way to it. */
  readonly compose: (text: string, replaced?: { readonly start: number; readonly end: number }) => Promise<void>;
  /** The composition ends with this text; '' = it is given up. */
  readonly commit: (text: string) => Promise<void>;
  /** A key the input method keeps for itself, with the code it has on the keyboard. */
  readonly key: (code: string) => Promise<void>;
};

/** The key code of all keys that an input method has taken. */
const takenByIme = 229;

export async function openIme(page: Page): Promise<Ime> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const key = async (code: string): Promise<void> => {
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: takenByIme,
      key: 'Process',
      code,
    });
    await session.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      windowsVirtualKeyCode: takenByIme,
      key: 'Process',
      code,
    });
  };
  return {
    key,
    compose: async (text, replaced) => {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
        ...(replaced === undefined ? {} : { replacementStart: replaced.start, replacementEnd: replaced.end }),
      });
    },
    commit: async (text) => {
      if (text === '') await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
      else await session.send('Input.insertText', { text });
    },
  };
}
