import { describe, expect, test } from 'vitest';
import { placeList } from '#renderer/sheet/edit/assist-list.tsx';

const room = { width: 1000, height: 500 };
const size = { width: 200, height: 150 };
function anchor(left: number, top: number) {
  return { left, top, bottom: top + 26, width: 120 };
}

describe('where the list of an edited cell opens', () => {
  test('below the cell when there is room', () => {
    expect(placeList(anchor(40, 100), size, room)).toMatchObject({ left: 40, top: 128 });
  });
  test('above it near the lower edge', () => {
    const place = placeList(anchor(40, 460), size, room);
    expect(place.top + size.height).toBe(458);
  });
  test('never beyond the right or left edge', () => {
    expect(placeList(anchor(950, 100), size, room).left).toBe(796);
    expect(placeList(anchor(-30, 100), size, room).left).toBe(4);
  });
  test('where neither side has room it takes the larger one and is made lower', () => {
    const place = placeList(anchor(40, 60), size, { width: 1000, height: 180 });
    expect(place.top).toBe(88);
    expect(place.top + place.maxHeight).toBeLessThanOrEqual(180);
  });
  test('a cell that fills the whole grid leaves a list without height, not a negative one', () => {
    expect(placeList({ left: 0, top: 0, bottom: 400, width: 100 }, size, { width: 100, height: 400 }).maxHeight).toBe(
      0,
    );
  });
});
