import type { BlockListener } from './block-datasource.ts';
import type { Following } from './core/following.ts';

/** The selection follows its records into the list on show. */
export function placingIn<Row>(
  following: Following,
  isOnShow: () => boolean,
): Pick<BlockListener<Row>, 'locate' | 'onShown' | 'isAstray'> {
  return {
    locate: async (view, isFirst) => {
      const put = await following.locate(view.indexOf, isFirst ? 'list' : 'rows');
      return (came) => (isOnShow() ? put(came) : 'early');
    },
    isAstray: () => isOnShow() && following.isAstray(),
    onShown: () => (isOnShow() ? following.rowsCame() : undefined),
  };
}
