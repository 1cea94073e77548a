import { expect, test } from 'vitest';
import { screenAt } from '#renderer/actions/open-screen.ts';

test.each([
  ['/', 'home'],
  ['/organizations', 'organizations'],
  ['/organizations/expired', 'organizations'],
  ['/import', 'import'],
  ['/imports-of-old', 'home'],
  ['', 'home'],
])('the path %s shows %s', (path, screen) => {
  expect(screenAt(path)).toBe(screen);
});
