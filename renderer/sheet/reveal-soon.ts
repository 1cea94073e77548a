import type { SheetHandle } from './types.ts';
import { wait } from './wait.ts';

const pauseMilliseconds = 80;
const mostTries = 40;

/** Goes to a row that the list shows in a moment, when its filters have been taken away; false when it does not come. */
export async function revealSoon(handle: SheetHandle, rowId: string, columnId: string): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (await handle.revealRow(rowId, columnId)) return true;
    await wait(pauseMilliseconds);
  }
  return false;
}
