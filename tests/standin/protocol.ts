/** Messages between the built main process (running on the stand-in for Electron) and the test that plays Chromium. */
export type FromMain =
  | { readonly kind: 'window'; readonly options: WindowFacts }
  | { readonly kind: 'load'; readonly url: string }
  | { readonly kind: 'show' }
  | { readonly kind: 'focus' }
  | { readonly kind: 'reload' }
  | { readonly kind: 'event'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly reason: string }
  | { readonly kind: 'dialog'; readonly id: number; readonly name: string; readonly options: unknown };

export type ToMain =
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly frame: Frame | null;
    }
  | { readonly kind: 'fetch'; readonly id: number; readonly url: string; readonly method: string }
  | { readonly kind: 'dialog-answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'close-window' | 'second-instance' };

export type Frame = { readonly url: string; readonly parent: object | null };

export type WindowFacts = { readonly title: string; readonly preload: string; readonly sandbox: boolean };

/** What main's app:// protocol answered, or that the session's rules forbade the request. */
export type Fetched =
  | { readonly cancelled: true }
  | {
      readonly cancelled: false;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    };
