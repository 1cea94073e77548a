import { create } from 'zustand';
import type { SheetFilter } from '#renderer/sheet/types.ts';

/**
 * Rows that a list should be narrowed to; these filters take the place of those in force. `policy` is the id of the
 * top heading whose measures are meant, null = of the whole plan.
 */
export type FilterRequest = { readonly kind: 'filter'; readonly filters: readonly SheetFilter[] } & (
  | { readonly sheet: 'organizations' }
  | { readonly sheet: 'measures'; readonly planId: string; readonly policy: string | null }
);

/** A row (or a kind of file) that a screen should bring to the front: the command palette asks, the screen of that row answers. */
export type FocusRequest =
  | { readonly kind: 'organization'; readonly id: string }
  | { readonly kind: 'measure'; readonly id: string; readonly planId: string }
  | { readonly kind: 'export'; readonly id: string }
  | FilterRequest;

/** The row asked for and not shown yet; a screen that has shown it calls `focusDone`. */
export const useFocusRequest = create<{ readonly request: FocusRequest | null }>(() => ({ request: null }));

export function requestFocus(request: FocusRequest): void {
  useFocusRequest.setState({ request });
}

export function focusDone(): void {
  useFocusRequest.setState({ request: null });
}
