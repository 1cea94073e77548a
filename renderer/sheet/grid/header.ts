import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { SheetStore } from '../core/state.ts';

export type HeaderSetting = {
  readonly store: SheetStore;
  readonly canFilter: boolean;
  readonly canSort: boolean;
};

/** A column's header: its title, how it is sorted and filtered, and ▼ for the menu. A plain element: hundreds scroll by. */
export class SheetHeader implements IHeaderComp {
  private readonly gui = document.createElement('div');
  private readonly title = document.createElement('span');
  private readonly sort = document.createElement('span');
  private readonly button = document.createElement('button');
  private stop: () => void = () => undefined;

  init(params: IHeaderParams & HeaderSetting): void {
    const columnId = params.column.getColId();
    this.gui.className = 'sheet-head';
    this.title.className = 'sheet-head-title';
    this.sort.className = 'sheet-head-sort';
    this.gui.append(this.title, this.sort);
    this.title.textContent = params.displayName;
    this.gui.title = params.displayName;
    if (params.canFilter || params.canSort) {
      this.button.type = 'button';
      this.button.className = 'sheet-head-menu';
      // The keyboard opens the menu from a cell (Alt+Down), so that Tab passes the header by.
      this.button.tabIndex = -1;
      this.button.textContent = '▾';
      this.button.dataset['columnMenu'] = columnId;
      this.gui.append(this.button);
    }
    const draw = (): void => this.draw(params, columnId);
    this.stop = params.store.subscribe((state, before) => {
      if (state.query !== before.query) draw();
    });
    draw();
  }

  getGui(): HTMLElement {
    return this.gui;
  }

  refresh(params: IHeaderParams): boolean {
    this.title.textContent = params.displayName;
    this.gui.title = params.displayName;
    return true;
  }

  destroy(): void {
    this.stop();
  }

  private draw(params: IHeaderParams & HeaderSetting, columnId: string): void {
    const { sort, filters } = params.store.getState().query;
    const place = sort.findIndex((key) => key.columnId === columnId);
    const descending = sort[place]?.descending ?? false;
    const isFiltered = filters.some((filter) => filter.columnId === columnId);
    this.sort.textContent = place === -1 ? '' : `${descending ? '▼' : '▲'}${sort.length > 1 ? place + 1 : ''}`;
    this.button.classList.toggle('on', isFiltered);
    this.button.setAttribute('aria-label', sheetText.columnMenu(params.displayName, isFiltered));
    const order = descending ? 'descending' : 'ascending';
    params.eGridHeader.setAttribute('aria-sort', place === -1 ? 'none' : order);
  }
}
