import type { ImportNode, ImportPlacement } from '#db/commands/plan-import.ts';
import type { PlanNodeTable } from '#db/tables.ts';
import type { ParsedHeading, ParsedItem } from '#core/excel/recognise/status-list/parsed-list.ts';
import type { MatchedItem } from './match-nodes.ts';

/** A heading of the file as it will be stored. `stored` is the row it was found in. */
export type PlacedHeading = {
  readonly heading: ParsedHeading;
  readonly node: ImportNode;
  readonly stored: PlanNodeTable | null;
};
/** An item of the file with what it becomes: a measure, a 再掲, or nothing (`lost` says why). */
export type PlacedItem =
  | {
      readonly kind: 'measure';
      readonly item: ParsedItem;
      readonly node: ImportNode;
      readonly match: MatchedItem | null;
    }
  | {
      readonly kind: 'repost';
      readonly item: ParsedItem;
      readonly placement: ImportPlacement;
      readonly origin: ImportNode | PlanNodeTable;
      readonly storedLabel: string;
    }
  | { readonly kind: 'lost'; readonly item: ParsedItem; readonly lost: 'target' | 'place' | 'refused' };
