import '@mantine/spotlight/styles.css';
import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { type ReactNode, useRef, useState } from 'react';
import { palette, paletteStore } from '#renderer/actions/palette.ts';
import type { ActionContext } from '#renderer/actions/types.ts';
import type { Entry } from './entries.ts';
import { PaletteBody } from './palette-body.tsx';
import './palette.css';

/** The command palette, put once beside the screens. */
export function PaletteHost({ context }: { readonly context: ActionContext }): ReactNode {
  const [query, setQuery] = useState('');
  const { opened } = useSpotlight(paletteStore);
  const before = useRef<Element | null>(null);
  // Read while rendering the opening: one step later the field of the palette has the focus.
  if (opened && before.current === null) before.current = document.activeElement;

  /** The cell or button that was left gets the focus back before anything is done: what is chosen may move it on. */
  const leave = () => {
    if (before.current instanceof HTMLElement) before.current.focus();
    before.current = null;
    setQuery('');
  };
  const choose = (entry: Entry) => {
    palette.close();
    leave();
    entry.run();
  };
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={leave}
      // Cleared here, at once: the component would do it a moment later, when the next query may have begun.
      clearQueryOnClose={false}
      shortcut={null}
      classNames={{ content: 'palette' }}
      centered={false}
      returnFocus={false}
      size={640}
      yOffset={64}
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
      transitionProps={{ duration: 0 }}
    >
      <PaletteBody query={query} context={context} onChoose={choose} />
    </Spotlight.Root>
  );
}
