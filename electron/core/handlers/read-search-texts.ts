import type { Ledger } from '#db/open.ts';
import { readSearchTexts } from '#db/search-texts.ts';

/** Has the texts that find looks through read into memory, a little at a time between other calls, while this ledger is open. */
export function createSearchTextReading(ledger: () => Ledger): () => void {
  let isReading = false;
  return () => {
    if (isReading) return;
    const { connection } = ledger();
    isReading = true;
    const more = (): void => {
      try {
        isReading = readSearchTexts(connection);
      } catch {
        // What is wrong with the file shows when find asks it instead.
        isReading = false;
      }
      if (isReading) setImmediate(more);
    };
    setImmediate(more);
  };
}
