import { describe, expect, it } from 'vitest';
import { inBoth } from '../../gallery/figures.ts';
import { builtInViews } from '../../src/diagram/views/built-in.ts';
import { smallGallery } from './made.ts';

const { shown, colours, page } = await smallGallery();

describe('the gallery', () => {
  it('shows everything in every view, each under its name', () => {
    expect(shown.map(({ name }) => name)).toEqual(['p', 'less']);
    for (const { label, figures } of shown) {
      expect(figures.map(({ view }) => view)).toEqual(expect.arrayContaining(builtInViews.map((view) => view.label)));
      for (const { view } of figures) expect(page).toContain(`role="img" aria-label="${label}: ${view}"`);
    }
    expect(shown[1]?.figures.map(({ view }) => view)).toContain('What changes');
  });

  it('has every picture once for both themes, in colours that the page has for both', () => {
    const used = new Set([...page.matchAll(/var\((--c\d+)\)/g)].map(([, name]) => name));
    expect(used.size).toBeGreaterThan(5);
    expect([...colours.values()].toSorted()).toEqual([...used].toSorted());
    for (const [pair, name] of colours)
      for (const colour of pair.split(' ')) expect(page).toContain(`${name}:${colour}`);
    expect(shown.every(({ figures }) => figures.every(({ svg }) => !/#[0-9a-f]{6}/.test(svg)))).toBe(true);
  });

  it('is made the same twice, without reaching for anything', async () => {
    expect((await smallGallery()).page).toBe(page);
    expect(page).not.toMatch(/<script|https?:/);
    expect(page).toContain('Small &amp; &lt;odd&gt;');
  });

  it('refuses pictures that differ in more than their colours', () => {
    expect(() => inBoth('<a fill="#000000"/>', '<a/>', new Map())).toThrow('other parts in the dark');
  });
});
