import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '#renderer/session/session.ts';
import type { ChangeSetEntry } from '#shared/contract/history.ts';

const pageSize = 60;

type HistoryPages = {
  readonly entries: readonly ChangeSetEntry[];
  readonly error: Error | null;
  readonly loaded: boolean;
  readonly more: (() => void) | undefined;
};

/** Change sets, newest first, page by page. */
export function useHistory(): HistoryPages {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: ['history.list', 'pages'],
    initialPageParam: undefined as number | undefined, // boundary: the first page has no cursor
    queryFn: ({ pageParam }) =>
      client.call(
        'history.list',
        pageParam === undefined ? { limit: pageSize } : { limit: pageSize, beforeSeq: pageParam },
      ),
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.seq),
  });
  return {
    entries: query.data?.pages.flat() ?? [],
    error: query.error,
    loaded: query.isSuccess,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
  };
}
