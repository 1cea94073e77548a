import { expect, test } from 'vitest';
import { allActions } from '#renderer/actions/all.ts';
import type { ActionContext } from '#renderer/actions/types.ts';
import { actionEntries, exportEntries, manualEntries, shownGroups } from '#renderer/features/palette/entries.ts';
import { rank } from '#renderer/features/palette/rank.ts';
import { createTurns } from '#renderer/session/turns.ts';
import { readManual } from '#shared/manual/page.ts';
import { actionText } from '#shared/messages/ui/actions.ts';
import { createClient } from '#shared/rpc/client.ts';

/** Nothing is called while entries are made and sorted. */
const client = createClient({ call: () => Promise.reject(new Error('called')), subscribe: () => () => undefined });
const open: ActionContext = {
  client,
  turns: createTurns(),
  ask: async () => false,
  next: { undo: '電話番号の赤い「だめ」', redo: null },
  hasLedger: true,
  readOnly: false,
  location: '/',
  navigate: () => undefined,
  refetch: () => undefined,
};
const entries = actionEntries(open);
const first = (query: string) => rank(entries, query)[0]?.id;

test.each([
  ['取込', 'open-import'],
  ['とりこみ', 'open-import'],
  ['トリコミ', 'open-import'],
  ['ﾄﾘｺ', 'open-import'],
  ['import', 'open-import'],
  ['ＩＭＰＯＲＴ', 'open-import'],
  ['出力', 'open-export'],
  ['いんさつ', 'open-export'],
  ['ばっくあっぷ', 'backup'],
  ['ほぞん', 'backup'],
  ['もとにもどす', 'undo'],
  ['undo', 'undo'],
  ['だんたい', 'open-organizations'],
  ['めいぼ', 'open-organizations'],
  ['使い方', 'help'],
  ['しょーとかっと', 'keyboard-help'],
  ['くっきり', 'theme-contrast'],
  ['台帳 閉じる', 'close-ledger'],
])('%s brings %s first', (query, id) => {
  expect(first(query)).toBe(id);
});

test('what fits nowhere is left out, and every word must fit', () => {
  expect(rank(entries, 'ぬるぬる')).toEqual([]);
  expect(rank(entries, '取込 ぬるぬる')).toEqual([]);
});

test('what cannot be done now says why', () => {
  expect(entries.find(({ id }) => id === 'redo')?.off).toBe('やり直すことはありません');
  expect(entries.find(({ id }) => id === 'undo')).toMatchObject({ off: null, hint: '電話番号の赤い「だめ」' });
  const readOnly = actionEntries({ ...open, readOnly: true });
  expect(readOnly.find(({ id }) => id === 'undo')?.off).toBe(actionText.readOnly);
});

test('without a ledger only what needs none is offered', () => {
  const ids = actionEntries({ ...open, hasLedger: false, readOnly: true, next: { undo: null, redo: null } });
  expect(ids.map(({ id }) => id)).toEqual(expect.arrayContaining(['help', 'keyboard-help']));
  expect(ids.map(({ id }) => id)).not.toContain('open-import');
});

test('the empty query begins with the screens, so that Enter by mistake changes nothing', () => {
  const groups = shownGroups({ own: entries, records: [] }, '');
  expect(groups[0]?.label).toBe(actionText.groups.screens);
});

test('a heading stands once, and what makes Excel files stands under one, whoever offers it', () => {
  const exports = exportEntries(
    [{ layout: 'status-list', title: '一覧', description: '', audience: 'internal', ready: true, count: '' }],
    open,
  );
  const groups = shownGroups({ own: [...entries, ...exports], records: [] }, '');
  expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  expect(groups.find(({ key }) => key === 'files')?.entries.map(({ id }) => id)).toContain('export-status-list');
});

test('when nothing fits, the manual is offered, and what is typed goes with it', () => {
  const pages = manualEntries(readManual({ '01-start.md': '# はじめに\n\n## 三つの手順' }));
  const groups = shownGroups({ own: [...entries, ...pages], records: [] }, 'ぬるぬる');
  expect(groups.flatMap((group) => group.entries).map(({ id }) => id)).toEqual(['manual-search']);
  const found = shownGroups({ own: [...entries, ...pages], records: [] }, '三つの手順');
  expect(found[0]?.entries[0]?.id).toBe('manual-start');
});

test('every action has a name, a hint and keywords of its own, and no two share a shortcut', () => {
  expect(new Set(allActions.map(({ id }) => id)).size).toBe(allActions.length);
  for (const action of allActions) expect([action.label, action.hint, action.keywords[0]]).not.toContain('');
  const shortcuts = allActions.flatMap(({ shortcut }) => shortcut ?? []);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});
