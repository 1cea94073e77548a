import type { SheetRuntime } from './core/runtime.ts';
import type { SheetCommandName, SheetHandle } from './types.ts';

/** What a screen may ask of its sheet. */
export function handleOf<Row>(runtime: SheetRuntime<Row>): SheetHandle {
  const { core, navigation, editor, rows } = runtime;
  return {
    refresh: core.grid.refresh,
    reveal: (rowIndex, columnId, edit) => {
      const column = core.grid.columns().findIndex(({ id }) => id === columnId);
      core.grid.reveal({ row: rowIndex, column: Math.max(0, column) }, 'middle');
      navigation.goTo({ row: rowIndex, column: Math.max(0, column) });
      core.focus();
      if (edit) editor.begin('caret');
    },
    revealRow: rows.goToRow,
    setFilters: (filters) => core.store.setState(({ query }) => ({ query: { ...query, filters } })),
    focus: core.focus,
    run: (command) => runCommand(runtime, command),
  };
}

/** A command of the sheet by its name, for toolbars, menus and keys. */
export function runCommand<Row>({ core, rows, editor }: SheetRuntime<Row>, command: SheetCommandName): void {
  editor.commit();
  switch (command) {
    case 'insert':
      rows.insert();
      return;
    case 'duplicate':
      rows.duplicate();
      return;
    case 'remove':
      rows.remove();
      return;
    case 'bulk':
      core.store.setState(({ panel }) => ({ panel: panel?.kind === 'bulk' ? null : { kind: 'bulk' } }));
      return;
    case 'find':
    case 'replace':
      core.store.setState({ panel: { kind: 'find', mode: command } });
      // A long list gets ready for the search while the user still types what to look for.
      core
        .view()
        .then((view) => view.find(''))
        .catch(() => undefined);
      return;
    case 'columns':
      core.store.setState({ panel: { kind: 'columns' } });
  }
}
