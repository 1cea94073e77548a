import type { ReactNode } from 'react';
import { palette } from '#renderer/actions/palette.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { paletteText } from '#shared/messages/ui/palette.ts';
import './palette.css';

/** The field in the top bar that opens the palette. */
export function PaletteButton(): ReactNode {
  return (
    <button
      type="button"
      className="palette-button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Alt+Q"
      onClick={palette.open}
      data-testid={testIds.paletteButton}
    >
      <span>{paletteText.button}</span>
      <kbd>{paletteText.buttonKey}</kbd>
    </button>
  );
}
