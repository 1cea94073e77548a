import { useEffect } from 'react';
import { focusDone, useFocusRequest } from '#renderer/session/focus-request.ts';
import type { SheetHandle } from '#renderer/sheet/types.ts';
import { measuresText } from '#shared/messages/ui/measures.ts';
import { notifyFailure, notifyProblem } from '#renderer/ui/notify.tsx';
import type { MeasuresState } from './use-measures.ts';

/** Shows the item or the filter that another screen or the palette asked for, in its plan. */
export function useMeasureRequests(
  state: MeasuresState,
  handle: SheetHandle | null,
  /** Takes the chips and folds away and shows one policy, null = all. */
  showPolicy: (policy: string | null) => void,
): void {
  const request = useFocusRequest((store) => store.request);
  const { list, choosePlan } = state;
  useEffect(() => {
    if (request === null || handle === null || list === undefined) return;
    const isItem = request.kind === 'measure';
    if (!isItem && !(request.kind === 'filter' && request.sheet === 'measures')) return;
    if (request.planId !== list.plan.id) {
      choosePlan(request.planId);
      return;
    }
    focusDone();
    if (!isItem) {
      showPolicy(request.policy);
      handle.setFilters(request.filters);
      return;
    }
    const show = async () => {
      const widen = (): void => {
        showPolicy(null);
        handle.setFilters([]);
      };
      if (!(await handle.revealRow(request.id, 'name', widen))) notifyProblem(measuresText.gone);
      // Wherever the palette was opened from: the next key is meant for what was looked for.
      handle.focus();
    };
    show().catch(notifyFailure);
  }, [request, handle, list, choosePlan, showPolicy]);
}
