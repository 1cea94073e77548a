import { formatFiscalYear } from '#shared/domain/fiscal-year.ts';
import { statusListReasons, statusListWarnings } from '#shared/messages/import-status-list.ts';
import type { PlanTree } from '#db/queries/plan-tree.ts';
import { importCellText, storedCellText } from './cell-text.ts';
import type { PlacedItem } from './placed.ts';

type PlacedMeasure = PlacedItem & { readonly kind: 'measure' };
type Step = { readonly before: string; readonly after: string };

const MAX_EXAMPLES = 8;

/** A list of a new year writes a record for every measure; this tells what differs from the year before. */
export function newYearWarnings(
  previous: PlanTree | null,
  placed: readonly PlacedItem[],
  fiscalYear: number,
): readonly string[] {
  if (previous === null || previous.fiscalYear === null) return [];
  const steps = placed.flatMap((each) => {
    const step = each.kind === 'measure' ? markStep(each, previous) : null;
    return step === null || each.kind !== 'measure'
      ? []
      : [`${each.item.numberRaw || each.item.name} ${step.before || '空欄'}→${step.after || '空欄'}`];
  });
  const examples = steps.slice(0, MAX_EXAMPLES).join('、') + (steps.length > MAX_EXAMPLES ? ' ほか' : '');
  const years = { year: formatFiscalYear(fiscalYear), before: formatFiscalYear(previous.fiscalYear) };
  return [statusListWarnings.newYear(years, steps.length, examples)];
}

/** What a measure's mark was in the year before, in words; '' for a new measure and for every other import. */
export function yearBeforeText(placed: PlacedMeasure, previous: PlanTree | null): string {
  if (previous === null || previous.fiscalYear === null || placed.match === null) return '';
  const step = markStep(placed, previous);
  const year = formatFiscalYear(previous.fiscalYear);
  return step === null ? statusListReasons.asBefore(year) : statusListReasons.before(year, step.before);
}

function markStep({ item, node }: PlacedMeasure, previous: PlanTree): Step | null {
  const record = previous.records.get(node.id);
  if (item.mark === undefined || !previous.nodes.has(node.id)) return null;
  const before = storedCellText(previous.status, record?.markId, record?.markRaw);
  const after = importCellText(item.mark);
  return before === after ? null : { before, after };
}
