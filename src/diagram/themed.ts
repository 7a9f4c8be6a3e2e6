import type { Theme } from './theme.ts';

export const themes: readonly Theme[] = ['light', 'dark', 'high-contrast-light', 'high-contrast-dark'];

/** A colour in each of the themes, in their order. */
type Shades = readonly string[];

/** Colours that differ between themes, gathered from pictures, and the names that stand for them. */
export type Colours = Map<string, Shades>;

const colour = /(#[0-9a-f]{6}\b)/i;

/**
 * One picture for all themes, made of the same one drawn in each: where their colours differ there is a name instead,
 * which a style sheet gives the reader's own colour to.
 */
export function themed(drawn: readonly string[], colours: Colours): string {
  const [first = [], ...others] = drawn.map((svg) => svg.split(colour));
  return first
    .map((part, index) => {
      if (index % 2 === 0) return part;
      const shades = [part, ...others.map((parts) => parts[index] ?? part)];
      if (shades.every((shade) => shade === part)) return part;
      return `var(${nameOf(shades, colours)})`;
    })
    .join('');
}

function nameOf(shades: Shades, colours: Colours): string {
  for (const [name, known] of colours) if (known.join() === shades.join()) return name;
  const name = `--c${colours.size}`;
  colours.set(name, shades);
  return name;
}

/** The rules that give each name its colour, in one theme. */
export function rulesOf(colours: Colours, theme: Theme): string {
  const index = themes.indexOf(theme);
  return [...colours].map(([name, shades]) => `${name}:${shades[index]}`).join(';');
}
