import type { ReactNode } from 'react';
import { findWords } from '#shared/domain/search-key.ts';

type HighlightedProps = {
  readonly text: string;
  /** Keys of searchWords. */
  readonly words: readonly string[];
};

/** A text in which the words that were looked for are marked, however they are spelt there. */
export function Highlighted({ text, words }: HighlightedProps): ReactNode {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { start, end } of findWords(text, words)) {
    parts.push(text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>);
    done = end;
  }
  return <>{[...parts, text.slice(done)]}</>;
}
