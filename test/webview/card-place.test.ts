import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/diagram/placed.ts';
import { cardPlace } from '../../src/webview/card-place.ts';

const room = { w: 1000, h: 600 };
const size = { w: 300, h: 200 };

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

describe('the place of a card', () => {
  it('is below what one points at, where there is room', () => {
    const box = { x: 100, y: 80, w: 180, h: 90 };
    expect(cardPlace([box], size, room, { x: 120, y: 100 })).toEqual({ x: 100, y: 180 });
  });

  it('is out of the way of somebody who walks with the keys', () => {
    const box = { x: 500, y: 80, w: 180, h: 90 };
    expect(cardPlace([box], size, room)).toEqual({ x: 8, y: 392 });
  });

  it('covers nothing of a box, wherever that stands', () => {
    const boxes = fc.record({
      x: fc.integer({ min: -100, max: 950 }),
      y: fc.integer({ min: -60, max: 560 }),
      w: fc.integer({ min: 30, max: 320 }),
      h: fc.integer({ min: 20, max: 160 }),
    });
    fc.assert(
      fc.property(boxes, fc.boolean(), (box, pointed) => {
        const near = pointed ? { x: box.x + box.w / 2, y: box.y + box.h / 2 } : undefined;
        const { x, y } = cardPlace([box], size, room, near);
        expect(overlap({ x, y, ...size }, box)).toBe(false);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + size.w).toBeLessThanOrEqual(room.w);
      }),
    );
  });

  it('covers no piece of a line, and is less high where there is no other way', () => {
    const line = [
      { x: 100, y: 120, w: 400, h: 0 },
      { x: 500, y: 120, w: 0, h: 300 },
      { x: 500, y: 420, w: 300, h: 0 },
    ];
    const { x, y } = cardPlace(line, size, room, { x: 300, y: 120 });
    for (const part of line) expect(overlap({ x, y, ...size }, part)).toBe(false);
    const wall = [{ x: 0, y: 150, w: 1000, h: 40 }];
    expect(cardPlace(wall, { w: 300, h: 500 }, room, { x: 20, y: 160 })).toMatchObject({ y: 200, most: 392 });
  });
});
