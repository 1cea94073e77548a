import type { frameText } from '#shared/messages/ui/frame.ts';
import { screenText } from '#shared/messages/ui/screens.ts';

/** Also the name of its page in the manual and of its entry in the navigation. */
export type ScreenName = keyof typeof screenText;

type Place = {
  readonly path: string;
  /** What may follow in its address. */
  readonly rest?: string;
  /** Heading it stands under in the navigation; null = above all headings. */
  readonly group: keyof typeof frameText.groups | null;
};

/**
 * Every screen: address, place in the navigation, words. What draws it is named in app.tsx: screens link to each other, so this
 * file knows none of them.
 */
export const screens = {
  home: { path: '/', group: null, ...screenText.home },
  organizations: { path: '/organizations', rest: '/:filter?', group: 'book', ...screenText.organizations },
  measures: { path: '/measures', group: 'book', ...screenText.measures },
  import: { path: '/import', group: 'exchange', ...screenText.import },
  export: { path: '/export', group: 'exchange', ...screenText.export },
  history: { path: '/history', group: 'manage', ...screenText.history },
  settings: { path: '/settings', group: 'manage', ...screenText.settings },
} as const satisfies Readonly<Record<ScreenName, Place>>;

/** In the order of the navigation. */
export const screenNames = Object.keys(screens) as readonly ScreenName[]; // boundary: Object.keys forgets the names

/** The screen that a path shows; a path of none shows the first one. */
export function screenAt(path: string): ScreenName {
  return screenNames.find((name) => name !== 'home' && `${path}/`.startsWith(`${screens[name].path}/`)) ?? 'home';
}

export function routeOf({ path, rest = '' }: Place): string {
  return `${path}${rest}`;
}
