import { useState } from 'react';
import { useLedger } from '#renderer/session/app-state.ts';
import { type Ask, useAsk } from '#renderer/ui/confirm.tsx';
import { notifyDone, notifyFailure } from '#renderer/ui/notify.tsx';
import type { SavedView } from '#shared/contract/saved-views.ts';
import { sheetViewsText as words } from '#shared/messages/ui/sheet-views.ts';
import type { SheetColumn, ViewDefinition } from '../types.ts';
import { isDefault } from './layout.ts';
import type { NameWish } from './name-dialog.tsx';
import { useViews, type Views } from './use-views.ts';
import { isSameView, isTooLarge, parseViewDefinition, serializeViewDefinition } from './view-definition.ts';

/** A saved view and what it means here; null = not readable. */
export type ReadView = { readonly view: SavedView; readonly definition: ViewDefinition | null };

export type ViewMenuState = {
  readonly isReadOnly: boolean;
  readonly views: readonly ReadView[];
  readonly error: unknown;
  /** The view in use; undefined = none has a name. */
  readonly active: ReadView | undefined;
  readonly isChanged: boolean;
  /** Nothing is sorted, filtered or laid out. */
  readonly isPlain: boolean;
  readonly isTooLarge: boolean;
  /** A name that is being asked for. */
  readonly wish: NameWish | null;
  readonly closeWish: () => void;
  readonly apply: (view: ReadView) => void;
  readonly forget: () => void;
  readonly commands: ViewCommands;
};

type Options<Row> = {
  readonly sheet: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly definition: ViewDefinition;
  readonly onApply: (definition: ViewDefinition) => void;
};

/** The saved views of a sheet, which of them is in use, and what can be done with them. */
export function useViewMenu<Row>({ sheet, columns, definition, onApply }: Options<Row>): ViewMenuState {
  const ask = useAsk();
  const isReadOnly = useLedger()?.readOnly ?? true;
  const stored = useViews(sheet);
  const [wish, setWish] = useState<NameWish | null>(null);
  const views = readViews(stored.views, columns);
  const isShown = (item: ReadView) => item.definition !== null && isSameView(columns, item.definition, definition);
  const active = views.find(({ view }) => view.id === stored.chosenId) ?? views.find(isShown);
  const { query, layout } = definition;
  const serialized = serializeViewDefinition(definition);
  const commands = viewCommands({ stored, serialized, active, ask, setWish });
  return {
    isReadOnly,
    views,
    error: stored.error,
    active,
    isChanged: active !== undefined && !isShown(active),
    isPlain: query.filters.length + query.sort.length === 0 && isDefault(columns, layout),
    isTooLarge: isTooLarge(serialized),
    wish,
    closeWish: () => setWish(null),
    apply: ({ view, definition: meant }) => {
      if (meant !== null) {
        stored.choose(view.id);
        onApply(meant);
      } else if (!isReadOnly) void commands.remove(view, words.brokenBody(view.name));
    },
    forget: () => stored.choose(''),
    commands,
  };
}

function readViews<Row>(views: readonly SavedView[], columns: readonly SheetColumn<Row>[]): readonly ReadView[] {
  const ids = columns.map(({ id }) => id);
  return views.map((view) => ({ view, definition: parseViewDefinition(view.definition, ids) }));
}

type ViewCommands = {
  readonly askSave: () => void;
  readonly overwrite: (view: SavedView) => Promise<void>;
  readonly askName: (view: SavedView) => void;
  /** After a question, of which `body` is the text. */
  readonly remove: (view: SavedView, body: string) => Promise<void>;
};

type Parts = {
  readonly stored: Views;
  /** What the sheet shows at present. */
  readonly serialized: string;
  readonly active: ReadView | undefined;
  readonly ask: Ask;
  readonly setWish: (wish: NameWish) => void;
};

function viewCommands(parts: Parts): ViewCommands {
  const { stored, serialized, ask, setWish } = parts;
  return {
    askSave: () => setWish(saveWish(parts)),
    overwrite: (view) =>
      told(async () => {
        await stored.save({ id: view.id, name: view.name, definition: serialized });
        return words.saveDone(view.name);
      }),
    askName: (view) => setWish(renameWish(stored, view)),
    remove: async (view, body) => {
      if (!(await ask({ title: words.removeTitle, body, ok: words.removeOk, danger: true }))) return;
      await told(async () => {
        await stored.remove(view.id);
        return words.removeDone(view.name);
      });
    },
  };
}

/** Tells how it went: the sentence that `work` ends with, or its failure. */
async function told(work: () => Promise<string>): Promise<void> {
  try {
    notifyDone(await work());
  } catch (failure) {
    notifyFailure(failure);
  }
}

function saveWish({ stored, serialized, active, ask }: Parts): NameWish {
  return {
    title: words.saveTitle,
    ok: words.saveOk,
    name: active?.view.name ?? '',
    note: words.saveNote,
    refuse: () => (isTooLarge(serialized) ? words.tooLarge : ''),
    submit: async (name) => {
      const isTaken = stored.views.some((view) => view.name === name);
      const question = { title: words.replaceTitle, body: words.replaceBody(name), ok: words.replaceOk };
      if (isTaken && !(await ask(question))) return false;
      await stored.save({ name, definition: serialized });
      notifyDone(words.saveDone(name));
      return true;
    },
  };
}

function renameWish({ views, save }: Views, view: SavedView): NameWish {
  return {
    title: words.renameTitle,
    ok: words.renameOk,
    name: view.name,
    note: '',
    refuse: (name) => (views.some((other) => other.id !== view.id && other.name === name) ? words.nameTaken(name) : ''),
    submit: async (name) => {
      if (name === view.name) return true;
      await save({ id: view.id, name, definition: view.definition });
      notifyDone(words.renameDone(name));
      return true;
    },
  };
}
