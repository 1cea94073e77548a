import type { WindowBox } from '../core/boxes.ts';
export type Size = { readonly width: number; readonly height: number };
export type Place = { readonly left: number; readonly top: number };

const margin = 4;

/** Below its header cell, starting at its left edge; moved as far as needed to stay inside the window. */
export function placeMenu(anchor: WindowBox, menu: Size, window: Size): Place {
  return {
    left: Math.max(margin, Math.min(anchor.left, window.width - menu.width - margin)),
    top: Math.max(margin, Math.min(anchor.bottom, window.height - menu.height - margin)),
  };
}
