import type { Turns } from '#renderer/session/turns.ts';
import type { Ask } from '#renderer/ui/confirm.tsx';
import type { GridPort } from './grid-port.ts';
import type { Notices, SheetCore } from './sheet-core.ts';
import { type Batches, createBatches } from './batches.ts';
import { type Clipboard, createClipboard } from './clipboard.ts';
import { createEditor, type Editor } from './editing.ts';
import { createFollowing } from './following.ts';
import { createFilling, type Filling } from './filling.ts';
import { createFinding, type Finding } from './finding.ts';
import { createNavigation, type Navigation } from './navigation.ts';
import { createRowCommands, type RowCommands } from './row-commands.ts';
import { createSheetStore } from './state.ts';
import { createKanaCapture, type KanaCapture } from '../input/kana-capture.ts';
import { createPendingEdits } from '../pending-edits.ts';
import type { BlockView, SheetProps } from '../types.ts';

/** One sheet's parts, made once for as long as it is on the screen. */
export type SheetRuntime<Row> = {
  readonly core: SheetCore<Row>;
  readonly batches: Batches<Row>;
  readonly navigation: Navigation;
  readonly editor: Editor;
  readonly filling: Filling;
  readonly finding: Finding;
  readonly rows: RowCommands;
  readonly clipboard: Clipboard;
  readonly kana: KanaCapture;
};

type Outside<Row> = {
  readonly props: () => SheetProps<Row>;
  readonly grid: GridPort<Row>;
  readonly view: () => Promise<BlockView<Row>>;
  readonly focus: () => void;
  readonly turns: Turns;
  readonly tell: Notices;
  readonly ask: Ask;
  /** Types into the textarea where its caret is. */
  readonly insert: (text: string) => void;
  /** Has the clipboard take what was copied; false when the browser does not let it. */
  readonly takeCopy: () => boolean;
};

/** Puts the parts of a sheet together. */
export function createSheetRuntime<Row>(make: (store: SheetCore<Row>['store']) => Outside<Row>): SheetRuntime<Row> {
  const store = createSheetStore();
  const { insert, takeCopy, ...outside } = make(store);
  const core: SheetCore<Row> = {
    store,
    pending: createPendingEdits(),
    following: createFollowing(store, outside.grid),
    ...outside,
  };
  const kana = createKanaCapture();
  const batches = createBatches(core);
  const navigation = createNavigation(core);
  const filling = createFilling(core, batches);
  return {
    core,
    batches,
    navigation,
    filling,
    kana,
    editor: createEditor(core, {
      batches,
      reading: () => kana.reading(),
      fillSelection: (text) => filling.everywhere(text),
      insert,
    }),
    finding: createFinding(core, { batches, navigation }),
    rows: createRowCommands(core, navigation),
    clipboard: createClipboard(core, { batches, takeCopy }),
  };
}
