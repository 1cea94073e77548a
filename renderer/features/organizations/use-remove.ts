import { whileWriting } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import { useAsk } from '#renderer/ui/confirm.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { notifyDone, notifyFailure } from '#renderer/ui/notify.tsx';
import { organizationsText } from '#shared/messages/ui/organizations.ts';
import { organizationName, type OrganizationRow, organizationRowId } from './cell-row.ts';

const namedInQuestion = 3;

/** Deletes groups after asking in words; resolves true when they are gone. */
export function useRemove(): (rows: readonly OrganizationRow[]) => Promise<boolean> {
  const client = useClient();
  const ask = useAsk();
  return async (rows) => {
    const count = formatCount(rows.length);
    const names = rows.slice(0, namedInQuestion).map((row) => `「${organizationName(row)}」`);
    const words = {
      title: organizationsText.removeTitle,
      body: organizationsText.removeBody(names.join(''), rows.length <= namedInQuestion ? '1' : count),
      ok: organizationsText.removeOk,
      danger: true,
    };
    if (!(await ask(words))) return false;
    try {
      await whileWriting(() => client.call('organizations.remove', { ids: rows.map(organizationRowId) }));
      notifyDone(organizationsText.removed(count));
      return true;
    } catch (error) {
      notifyFailure(error);
      return false;
    }
  };
}
