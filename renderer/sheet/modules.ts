import {
  CellApiModule,
  CellSpanModule,
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  CustomEditorModule,
  InfiniteRowModelModule,
  LargeTextEditorModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TextEditorModule,
  TooltipModule,
} from 'ag-grid-community';

let registered = false;

/** Registers only the parts of AG Grid that the sheet uses. */
export function registerGridModules(): void {
  if (registered) return;
  registered = true;
  ModuleRegistry.registerModules([
    CellApiModule,
    CellSpanModule,
    CellStyleModule,
    ClientSideRowModelModule,
    ColumnApiModule,
    CustomEditorModule,
    InfiniteRowModelModule,
    LargeTextEditorModule,
    LocaleModule,
    RenderApiModule,
    RowApiModule,
    RowSelectionModule,
    RowStyleModule,
    ScrollApiModule,
    TextEditorModule,
    TooltipModule,
  ]);
}
