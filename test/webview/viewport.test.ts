import { describe, expect, it } from 'vitest';
import {
  beginning,
  fitted,
  kept,
  moved,
  nextScale,
  sees,
  showing,
  type Viewport,
  zoomed,
} from '../../src/webview/viewport.ts';

const picture = { w: 1600, h: 800 };
const wide = { w: 1000, h: 600 };

const seen = (view: Viewport, x: number, y: number) => ({ x: x * view.scale + view.x, y: y * view.scale + view.y });

describe('fitting', () => {
  it('shows the whole picture, as large as there is room', () => {
    const view = fitted(picture, wide);
    expect(view.scale).toBe(1000 / 1600);
    expect(view.x).toBe(0);
    expect(seen(view, 1600, 800).y).toBeLessThanOrEqual(600);
  });

  it('never enlarges, and keeps a small picture in the middle near the top', () => {
    expect(fitted({ w: 400, h: 200 }, wide)).toEqual({ x: 300, y: 28, scale: 1 });
  });

  it('begins at the beginning where the whole could not be read', () => {
    expect(beginning(picture, { w: 390, h: 400 })).toMatchObject({ scale: 0.67 });
    expect(beginning(picture, wide)).toBeUndefined();
    const far = beginning({ w: 9000, h: 6000 }, wide, { x: 40, y: 3000 });
    expect(far && seen(far, 40, 3000)).toEqual({ x: 20, y: 240 });
    expect(beginning({ w: 600, h: 300 }, { w: 390, h: 400 })).toBeUndefined();
  });

  it('begins a little smaller where title and flow are both in sight then', () => {
    const view = beginning({ w: 3000, h: 900 }, wide, { x: 40, y: 800 })!;
    expect(view.scale).toBeCloseTo(600 / 900, 3);
    expect(seen(view, 0, 0).y).toBeCloseTo(0, 0);
    expect(seen(view, 40, 800).y).toBeLessThan(wide.h);
  });

  it('leaves no empty room below a flow that begins at the foot of the picture', () => {
    const view = beginning({ w: 9000, h: 1500 }, wide, { x: 40, y: 1400 })!;
    expect(view.y + 1500 * view.scale).toBe(wide.h);
  });
});

describe('zooming', () => {
  it('keeps what is under the pointer', () => {
    const before = { x: -120, y: 40, scale: 0.8 };
    const after = zoomed(before, 2, { x: 300, y: 200 });
    const under = { x: (300 - before.x) / before.scale, y: (200 - before.y) / before.scale };
    expect(seen(after, under.x, under.y)).toEqual({ x: 300, y: 200 });
  });

  it('goes neither too far in nor too far out', () => {
    const at = { x: 0, y: 0 };
    expect(zoomed({ x: 0, y: 0, scale: 1 }, 900, at).scale).toBe(4);
    expect(zoomed({ x: 0, y: 0, scale: 1 }, 0, at).scale).toBe(0.02);
  });

  it('takes the usual steps, through 100 % in both directions', () => {
    expect(nextScale(0.62, 'in')).toBe(0.67);
    expect(nextScale(0.62, 'out')).toBe(0.5);
    expect(nextScale(0.9, 'in')).toBe(1);
    expect(nextScale(1.1, 'out')).toBe(1);
    expect(nextScale(4, 'in')).toBe(4);
    expect(nextScale(0.02, 'out')).toBe(0.02);
  });
});

describe('moving', () => {
  it('moves by as much as one drags', () => {
    expect(moved({ x: 10, y: 20, scale: 1 }, { x: 5, y: -7 }, picture, wide)).toEqual({ x: 15, y: 13, scale: 1 });
  });

  it('never loses the picture', () => {
    for (const by of [
      { x: 1e6, y: 0 },
      { x: -1e6, y: 0 },
      { x: 0, y: 1e6 },
      { x: 0, y: -1e6 },
    ]) {
      const view = moved({ x: 0, y: 0, scale: 0.5 }, by, picture, wide);
      expect(sees(view, { x: 0, y: 0, ...picture }, wide)).toBe(true);
    }
  });

  it('finds back when the window or the picture has become smaller', () => {
    const view = kept({ x: -3000, y: 900, scale: 1 }, picture, wide);
    expect(sees(view, { x: 0, y: 0, ...picture }, wide)).toBe(true);
  });
});

describe('showing a box', () => {
  const box = { x: 700, y: 300, w: 200, h: 100 };

  it('stays where it is when the box is seen', () => {
    const view = { x: -200, y: -100, scale: 1 };
    expect(showing(view, box, wide)).toEqual(view);
  });

  it('moves no further than it must', () => {
    expect(showing({ x: 200, y: 0, scale: 1 }, box, wide)).toEqual({ x: 76, y: 0, scale: 1 });
    expect(showing({ x: -900, y: 0, scale: 1 }, box, wide)).toEqual({ x: -676, y: 0, scale: 1 });
  });

  it('shows the beginning of what is too large, unless some of it is seen', () => {
    const large = { x: 0, y: 0, w: 5000, h: 50 };
    expect(showing({ x: -800, y: 30, scale: 1 }, large, wide).x).toBe(-800);
    expect(showing({ x: -4980, y: 30, scale: 1 }, large, wide).x).toBe(24);
  });
});
