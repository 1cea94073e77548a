import { allActions } from '#renderer/actions/all.ts';
import { screens } from '#renderer/screens.ts';
import { paletteAction } from '#renderer/actions/palette.ts';
import type { Action, ActionContext, ActionGroup } from '#renderer/actions/types.ts';
import { runAction } from '#renderer/actions/use-actions.ts';
import { requestFocus } from '#renderer/session/focus-request.ts';
import { openHelp, searchHelp } from '#renderer/session/help.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { ManualPage } from '#shared/manual/page.ts';
import { actionText } from '#shared/messages/ui/actions.ts';
import { paletteText } from '#shared/messages/ui/palette.ts';
import { type Findable, rank } from './rank.ts';

/** Heading that a line stands under. */
type GroupKey = ActionGroup | 'records' | 'manual';

const groupLabels: Readonly<Record<GroupKey, string>> = { ...actionText.groups, ...paletteText.groups };

/** One line of the palette. */
export type Entry = Findable & {
  readonly id: string;
  readonly group: GroupKey;
  readonly shortcut: string | undefined;
  /** Why it cannot be chosen now; null = it can. */
  readonly off: string | null;
  readonly run: () => void;
};

export type FoundRecord = CallOutput<'overview.search'>[number];
export type ExportKind = CallOutput<'exports.layouts'>[number];

function offReason(action: Action, context: ActionContext): string | null {
  if (action.isEnabled(context)) return null;
  return context.hasLedger ? (action.whyNot?.(context) ?? '') : actionText.needsLedger;
}

/** What can be done. Without a ledger, what needs one is left out: it would be nearly everything. */
export function actionEntries(context: ActionContext): readonly Entry[] {
  return allActions
    .filter((action) => action !== paletteAction && (context.hasLedger || action.isEnabled(context)))
    .map((action) => ({
      id: action.id,
      group: action.group,
      label: action.label,
      hint: action.hintNow?.(context) ?? action.hint,
      keywords: action.keywords,
      shortcut: action.shortcut,
      off: offReason(action, context),
      run: () => void runAction(action, context),
    }));
}

export function exportEntries(kinds: readonly ExportKind[], context: ActionContext): readonly Entry[] {
  return kinds.map((kind) => ({
    id: `export-${kind.layout}`,
    group: 'files',
    label: kind.title,
    hint: paletteText.exportHint,
    keywords: [...screens.export.keywords, kind.description],
    shortcut: undefined,
    off: kind.ready ? null : kind.count,
    run: () => {
      requestFocus({ kind: 'export', id: kind.layout });
      context.navigate(screens.export.path);
    },
  }));
}

export function manualEntries(pages: readonly ManualPage[]): readonly Entry[] {
  return pages.map((page) => ({
    id: `manual-${page.name}`,
    group: 'manual',
    label: page.title,
    hint: paletteText.manualHint,
    keywords: [...actionText.help.keywords, ...page.headings.map((heading) => heading.text)],
    shortcut: undefined,
    off: null,
    run: () => openHelp(page.name),
  }));
}

export function recordEntries(records: readonly FoundRecord[], context: ActionContext): readonly Entry[] {
  return records.map((record) => ({
    id: `${record.kind}-${record.id}`,
    group: 'records',
    label: record.title,
    hint: [record.kind === 'organization' ? paletteText.organization : paletteText.measure, record.detail]
      .filter((part) => part !== '')
      .join(' ・ '),
    keywords: [],
    shortcut: undefined,
    off: null,
    run: () => {
      if (record.kind === 'organization') {
        requestFocus({ kind: 'organization', id: record.id });
        context.navigate(screens.organizations.path);
      } else if (record.planId !== null) {
        requestFocus({ kind: 'measure', id: record.id, planId: record.planId });
        context.navigate(screens.measures.path);
      }
    },
  }));
}

/** The way out when nothing fits: the whole text of the manual. */
export function manualSearchEntry(query: string): Entry {
  return {
    id: 'manual-search',
    group: 'manual',
    label: paletteText.manualSearch(query),
    hint: paletteText.manualSearchHint,
    keywords: [],
    shortcut: undefined,
    off: null,
    run: () => searchHelp(query),
  };
}

export type EntryGroup = { readonly key: GroupKey; readonly label: string; readonly entries: readonly Entry[] };

/** Entries under their headings, a heading where its best entry stands. */
function grouped(entries: readonly Entry[]): readonly EntryGroup[] {
  const keys = [...new Set(entries.map((entry) => entry.group))];
  return keys.map((key) => ({ key, label: groupLabels[key], entries: entries.filter(({ group }) => group === key) }));
}

function isScreen(entry: Entry): boolean {
  return entry.group === 'screens';
}

type Sources = {
  /** In the order of the empty query. */
  readonly own: readonly Entry[];
  /** Found by the ledger itself, best first. */
  readonly records: readonly Entry[];
};

/** What the palette shows for a query. An empty one lists what can be done, screens first: Enter by mistake then does no harm. */
export function shownGroups({ own, records }: Sources, query: string): readonly EntryGroup[] {
  if (query.trim() === '') {
    const shown = own.filter((entry) => entry.group !== 'manual');
    return grouped([...shown.filter(isScreen), ...shown.filter((entry) => !isScreen(entry))]);
  }
  const found = [...rank(own, query), ...records];
  return grouped(found.length === 0 ? [manualSearchEntry(query.trim())] : found);
}
