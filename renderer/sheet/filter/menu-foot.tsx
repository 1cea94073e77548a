import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { testIds } from '#renderer/ui/test-ids.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { sheetFilterText as words } from '#shared/messages/ui/sheet-filter.ts';

type MenuFootProps = {
  readonly inFront: boolean;
  readonly ok: string;
  /** Why OK cannot be pressed; '' = it can. */
  readonly whyNot: string;
  readonly isBusy: boolean;
  /** null = there is no filter to clear. */
  readonly onClear: (() => void) | null;
  readonly onClose: () => void;
};

/** What ends each page of the menu; OK is the form's submit button. */
export function MenuFoot({ inFront, ok, whyNot, isBusy, onClear, onClose }: MenuFootProps): ReactNode {
  // One OK at a time, for those who look for it by its name.
  if (!inFront) return null;
  return (
    <div className="filter-foot">
      <p className="filter-why" role="status">
        {whyNot}
      </p>
      {onClear === null ? null : (
        <button type="button" className="link" onClick={onClear} data-testid={testIds.filterClear}>
          {words.clear}
        </button>
      )}
      <span className="grow" />
      <Button variant="default" onClick={onClose}>
        {commonText.cancel}
      </Button>
      <Button type="submit" disabled={whyNot !== ''} loading={isBusy} data-testid={testIds.filterOk}>
        {ok}
      </Button>
    </div>
  );
}
