import { expect, test, vi } from 'vitest';
import { createMenuTemplate } from '#desktop/menu.ts';

const items = createMenuTemplate({ showLastExport: vi.fn(), showAbout: vi.fn() }).flatMap((menu) => [
  menu,
  ...(Array.isArray(menu.submenu) ? menu.submenu : []),
]);

test('every item of the menu has Japanese words', () => {
  const labels = items.filter((item) => item.type !== 'separator').map((item) => item.label ?? '');
  expect(labels.filter((label) => !/[ぁ-んァ-ヶ一-龠]/.test(label))).toEqual([]);
});

test('the menu takes neither Ctrl+Z nor reload from the screen', () => {
  const roles = items.map((item) => item.role).filter((role) => role !== undefined);
  expect(roles).not.toContain('undo');
  expect(roles).not.toContain('redo');
  expect(roles).not.toContain('reload');
  expect(roles).not.toContain('toggleDevTools');
});
