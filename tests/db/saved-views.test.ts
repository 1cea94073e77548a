import { beforeEach, describe, expect, it } from 'vitest';
import { removeView, saveView } from '#db/commands/saved-views.ts';
import type { Ledger } from '#db/open.ts';
import { listSavedViews } from '#db/queries/saved-views.ts';
import { nextRedo, nextUndo, undoChangeSet } from '#db/undo.ts';
import { tempLedger, testNow } from '#tests/helpers/temp-ledger.ts';
import { thrown } from '../helpers/thrown.ts';

let ledger: Ledger;
const named = (label: string) => ({ command: 'test', label, actor: '山本', now: testNow() });
const save = (name: string, definition = '{}', id?: string) =>
  saveView(ledger, { id, sheet: 'organizations', name, definition }, named);
const views = () => listSavedViews(ledger, 'organizations').map(({ name, definition }) => [name, definition]);

beforeEach(() => {
  ledger = tempLedger();
});

describe('a saved view', () => {
  it('is listed in its sheet only, in the order of making', () => {
    save('期限切れ', '{"a":1}');
    save(' 山口市　のみ ');
    saveView(ledger, { sheet: 'measures', name: '期限切れ', definition: '{}' }, named);
    expect(views()).toEqual([
      ['期限切れ', '{"a":1}'],
      ['山口市 のみ', '{}'],
    ]);
  });

  it('replaces the one of the same name and keeps its id', () => {
    const { value } = save('期限切れ', '1');
    expect(save('期限切れ', '2').value).toBe(value);
    expect(views()).toEqual([['期限切れ', '2']]);
    expect(save('期限切れ', '2').changeSetId).toBeNull();
  });

  it('is renamed by its id, also onto a name that another one had', () => {
    const { value: first } = save('一', '1');
    save('二', '2');
    save('二', '1', first);
    expect(views()).toEqual([['二', '1']]);
    undoChangeSet(ledger, nextUndo(ledger)?.id ?? '', { actor: '', now: testNow() });
    expect(views()).toEqual([
      ['一', '1'],
      ['二', '2'],
    ]);
  });

  it('goes, comes back by undo, and goes again by redo', () => {
    const { value } = save('一', '1');
    removeView(ledger, value, named);
    expect(nextUndo(ledger)?.label).toBe('表示「一」を削除');
    undoChangeSet(ledger, nextUndo(ledger)?.id ?? '', { actor: '', now: testNow() });
    expect(views()).toEqual([['一', '1']]);
    undoChangeSet(ledger, nextRedo(ledger)?.id ?? '', { actor: '', now: testNow() });
    expect(views()).toEqual([]);
  });

  it('without a name or that is gone is refused by name', () => {
    expect(thrown(() => save('　 ')).code).toBe('INVALID_VALUE');
    expect(thrown(() => save('一', '1', 'gone')).code).toBe('NOT_FOUND');
    expect(thrown(() => removeView(ledger, 'gone', named)).code).toBe('NOT_FOUND');
  });
});
