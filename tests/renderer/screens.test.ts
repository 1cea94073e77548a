import { expect, test } from 'vitest';
import { screenAt } from '#renderer/screens.ts';

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
