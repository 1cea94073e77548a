import type { ReactNode } from 'react';
import { markTone } from './mark-tone.ts';

/** A status mark in its shape and colour; unknown text stays readable as text. */
export function MarkGlyph({ text, label }: { readonly text: string; readonly label?: string }): ReactNode {
  if (text === '') return null;
  return (
    <span className={`mark mark-${markTone(text)}`} title={label}>
      {text}
    </span>
  );
}
