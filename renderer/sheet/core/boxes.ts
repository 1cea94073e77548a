/** A cell's place on the screen, in CSS pixels of the sheet's own box. */
export type CellBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Where something stands in the window, as far as what opens beside it has to know. */
export type WindowBox = { readonly left: number; readonly bottom: number };
