import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../support/contrast.ts';

const css = readFileSync(new URL('../../src/webview/style.css', import.meta.url), 'utf8');
const themes = [...css.matchAll(/data-theme="([\w-]+)"\] \{([^}]+)\}/g)].map(
  ([, name, rules]) => [name ?? '', coloursIn(rules ?? '')] as const,
);

const grounds = ['canvas', 'surface', 'raised', 'hover', 'marked', 'notice'];
/** What WCAG 2.2 AA asks of text, and of what has to be told apart. */
const fronts = [
  ...['text', 'muted', 'accent', 'question', 'accepted'].map((front) => [front, 4.5] as const),
  ...['error', 'warning', 'info', 'control', 'focus'].map((front) => [front, 3] as const),
];

describe('the colours of the page', () => {
  it('are there for every theme', () => {
    expect(themes.map(([name]) => name)).toEqual(['light', 'dark', 'high-contrast-light', 'high-contrast-dark']);
  });

  it.each(themes)('can be told apart in the %s theme', (_, colours) => {
    const weak = grounds.flatMap((ground) =>
      fronts
        .map(([front, least]) => ({ front, ground, least, ratio: contrast(colours[front]!, colours[ground]!) }))
        .filter(({ ratio, least }) => !(ratio >= least)),
    );
    expect(weak).toEqual([]);
    for (const sign of ['error', 'warning', 'info']) {
      expect(contrast(colours['on-sign']!, colours[sign]!), sign).toBeGreaterThanOrEqual(4.5);
    }
  });
});

function coloursIn(rules: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...rules.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  );
}
