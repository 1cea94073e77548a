import { create } from 'zustand';

type HelpStore = {
  readonly open: boolean;
  /** Name of the manual page: the name of a screen, or of a page that no screen has. */
  readonly page: string;
  /** Heading to start at; '' = the top of the page. */
  readonly anchor: string;
  /** What is looked for in the whole manual; '' = the page is shown. */
  readonly query: string;
};

/** The help panel at the right, which stays open while the user works and changes screens. */
export const useHelp = create<HelpStore>(() => ({ open: false, page: 'start', anchor: '', query: '' }));

export function openHelp(page: string, anchor = ''): void {
  useHelp.setState({ open: true, page, anchor, query: '' });
}

/** F1 on a screen: opens its page, or closes the panel that is open. */
export function toggleHelp(page: string): void {
  if (useHelp.getState().open) closeHelp();
  else openHelp(page);
}

export function searchHelp(query: string): void {
  useHelp.setState({ open: true, query });
}

export function closeHelp(): void {
  useHelp.setState({ open: false });
}
