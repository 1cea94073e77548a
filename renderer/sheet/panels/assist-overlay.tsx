import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { SheetRuntime } from '../core/runtime.ts';
import { assistFor, takenPlace } from '../edit/assist.ts';
import { AssistList } from '../edit/assist-list.tsx';

/** What belongs to the cell being typed into: its choices, and what the text means. */
export function AssistOverlay<Row>({ runtime }: { readonly runtime: SheetRuntime<Row> }): ReactNode {
  const { core, editor } = runtime;
  const editing = useStore(core.store, (state) => state.editing);
  const column = core.props().columns.find(({ id }) => id === editing?.columnId);
  if (editing === null || editing.composing || column?.editor === undefined) return null;
  const box = core.grid.boxOf(core.store.getState().selection.active);
  if (box === null) return null;
  const assist = assistFor(column.editor, column.read, { typed: editing.text, opened: editing.listOpened });
  const { text, before, listPlace } = editing;
  // What the cell holds already stays as it is: no line of the list takes its place.
  const active = text === before ? listPlace : takenPlace(column.editor, text, { items: assist.items, listPlace });
  return (
    <AssistList
      assist={assist}
      active={active}
      anchor={{ left: box.left, top: box.top, bottom: box.top + box.height, width: box.width }}
      onPick={(item) => {
        editor.pick(item.text);
        editor.commit();
      }}
      onToggle={(item) => editor.pick(item.text)}
    />
  );
}
