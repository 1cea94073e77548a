import { printedName } from '#shared/domain/printed-name.ts';
import { statusListWarnings } from '#shared/messages/import-status-list.ts';
import { lineId, type PlanTree } from '#db/queries/plan-tree.ts';
import type { PlanNodeTable } from '#db/tables.ts';

const MAX_EXAMPLES = 3;

/** Rows of the ledger that the file lacks: they stay, and a person is told. A file without any heading says nothing about headings. */
export function absentWarnings(tree: PlanTree | null, inFile: ReadonlySet<string>): readonly string[] {
  const lines = tree?.lines ?? [];
  const absent = lines.filter((line) => !inFile.has(lineId(line)));
  const nodes = absent.flatMap((line) => (line.kind === 'node' ? [line.node] : []));
  const measures = nodes.filter((node) => node.kind === 'measure');
  const hasHeadings = lines.some(
    (line) => line.kind === 'node' && line.node.kind === 'heading' && inFile.has(line.node.id),
  );
  const headings = hasHeadings ? nodes.filter((node) => node.kind === 'heading') : [];
  const reposts = absent.length - nodes.length;
  return [
    ...(measures.length > 0 ? [statusListWarnings.absent(measures.length, examplesOf(measures))] : []),
    ...(headings.length > 0 ? [statusListWarnings.absentHeadings(headings.length, examplesOf(headings))] : []),
    ...(reposts > 0 ? [statusListWarnings.absentReposts(reposts)] : []),
  ];
}

function examplesOf(nodes: readonly PlanNodeTable[]): string {
  const names = nodes.slice(0, MAX_EXAMPLES).map(printedName);
  return names.join('、') + (nodes.length > MAX_EXAMPLES ? ' ほか' : '');
}
