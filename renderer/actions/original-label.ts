import { undoLabels } from '#shared/messages/undo.ts';

const prefixes = [undoLabels.undo(''), undoLabels.redo('')];

/** What was first done, without 「元に戻す: 」 before it: the label of an undo names the undo, people think of the deed. */
export function originalLabel(label: string): string {
  const prefix = prefixes.find((each) => label.startsWith(each));
  return prefix === undefined ? label : originalLabel(label.slice(prefix.length));
}
