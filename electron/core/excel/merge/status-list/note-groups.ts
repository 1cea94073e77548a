import type { ImportNote } from '#db/commands/plan-import.ts';
import type { PlanTree } from '#db/queries/plan-tree.ts';

/** The note cell of one measure. `group` names the merged cell it stands in. */
export type FileNote = { readonly nodeId: string; readonly text: string; readonly group: string | null };

export type NoteComparison = {
  /** Notes that must be written. */
  readonly notes: readonly ImportNote[];
  /** By measure: the text that will stand, and whether who shares it changes. */
  readonly byNode: ReadonlyMap<
    string,
    { readonly text: string; readonly kept: boolean; readonly newlyShared: readonly string[] }
  >;
};

/**
 * Compares the notes of a file with the stored ones. A merged cell is one note for all its measures. Measures that share a stored
 * note and have its text in the file keep sharing it, merged or not; where the file has no merges at all, blank cells below it, too.
 */
export function compareNotes(
  fileNotes: readonly FileNote[],
  tree: PlanTree | null,
  hasMerges: boolean,
): NoteComparison {
  const notes: ImportNote[] = [];
  const byNode = new Map<string, { text: string; kept: boolean; newlyShared: readonly string[] }>();
  const kept = hasMerges ? new Set<string>() : keptBlanks(fileNotes, tree);
  for (const group of groups(fileNotes, tree)) {
    const text = group.find((note) => note.text !== '')?.text ?? '';
    const nodeIds = group.map((note) => note.nodeId);
    const stored = nodeIds.map((nodeId) => storedNote(tree, nodeId));
    if (group.every((note) => kept.has(note.nodeId))) {
      for (const nodeId of nodeIds)
        byNode.set(nodeId, { text: storedNote(tree, nodeId).text, kept: true, newlyShared: [] });
      continue;
    }
    const isShared = nodeIds.length > 1 && text !== '';
    const sameText = stored.every((note) => note.text === text);
    const sameCell = !isShared || new Set(stored.map((note) => note.id)).size === 1;
    const newlyShared = isShared && !sameCell ? nodeIds : [];
    for (const nodeId of nodeIds) byNode.set(nodeId, { text, kept: false, newlyShared });
    if (!sameText || !sameCell) notes.push({ text: text === '' ? null : text, nodeIds });
  }
  return { notes, byNode };
}

function groups(fileNotes: readonly FileNote[], tree: PlanTree | null): readonly (readonly FileNote[])[] {
  const byGroup = new Map<string, FileNote[]>();
  fileNotes.forEach((note, index) => {
    const { id } = storedNote(tree, note.nodeId);
    const isStored = id !== null && note.text !== '';
    const name = note.group ?? (isStored ? `stored ${id} ${note.text}` : `single ${index}`);
    byGroup.set(name, [...(byGroup.get(name) ?? []), note]);
  });
  return [...byGroup.values()];
}

function storedNote(tree: PlanTree | null, nodeId: string): { readonly id: string | null; readonly text: string } {
  const id = tree?.records.get(nodeId)?.noteId ?? null;
  return { id, text: (id === null ? undefined : tree?.notes.get(id)) ?? '' };
}

/** Blank cells whose stored note is shared with a measure that has the text in the file: a text format cannot merge cells. */
function keptBlanks(fileNotes: readonly FileNote[], tree: PlanTree | null): ReadonlySet<string> {
  const printed = new Set(
    fileNotes
      .filter((note) => note.text !== '' && storedNote(tree, note.nodeId).text === note.text)
      .map((note) => storedNote(tree, note.nodeId).id),
  );
  const isKept = (note: FileNote): boolean => {
    const { id } = storedNote(tree, note.nodeId);
    return note.text === '' && id !== null && printed.has(id);
  };
  return new Set(fileNotes.filter(isKept).map((note) => note.nodeId));
}
