import { describe, expect, test } from 'vitest';
import { placeMenu } from '#renderer/sheet/filter/place-menu.ts';

function cell(left: number, bottom: number): DOMRect {
  const [top, width, height] = [bottom - 28, 80, 28];
  const rect = { left, right: left + width, top, bottom, x: left, y: top, width, height };
  return { ...rect, toJSON: () => rect };
}

describe('the place of a menu', () => {
  test('is below its header cell where there is room', () => {
    expect(placeMenu(cell(100, 130), { width: 300, height: 400 }, { width: 1366, height: 768 })).toEqual({
      left: 100,
      top: 130,
    });
  });
  test('is moved inside a small window, its top and left edges foremost', () => {
    const small = { width: 683, height: 384 };
    expect(placeMenu(cell(600, 130), { width: 300, height: 376 }, small)).toEqual({ left: 379, top: 4 });
    expect(placeMenu(cell(-50, 130), { width: 900, height: 900 }, small)).toEqual({ left: 4, top: 4 });
  });
});
