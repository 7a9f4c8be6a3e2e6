import type { Theme } from '../diagram/svg.ts';

/** What one can choose where nobody else says which colours to use. */
export const themeChoices: readonly { readonly value: Theme | 'automatic'; readonly label: string }[] = [
  { value: 'automatic', label: 'Automatic' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'high-contrast-light', label: 'High contrast light' },
  { value: 'high-contrast-dark', label: 'High contrast dark' },
];

export interface Wishes {
  readonly dark: boolean;
  readonly contrast: boolean;
}

/** The theme for what somebody's computer says about colours. */
export function themeFor({ dark, contrast }: Wishes): Theme {
  if (contrast) return dark ? 'high-contrast-dark' : 'high-contrast-light';
  return dark ? 'dark' : 'light';
}

/** The theme for the classes that VS Code puts on the body. */
export function themeForClasses(classes: { contains(name: string): boolean }): Theme {
  if (classes.contains('vscode-high-contrast-light')) return 'high-contrast-light';
  if (classes.contains('vscode-high-contrast')) return 'high-contrast-dark';
  return classes.contains('vscode-dark') ? 'dark' : 'light';
}

export function isTheme(value: string | undefined): value is Theme {
  return value !== 'automatic' && themeChoices.some((choice) => choice.value === value);
}

/** Tells which theme to use, now and whenever that changes. */
export class Themes {
  readonly #host: 'vscode' | 'http';
  readonly #changed: (theme: Theme) => void;
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #contrasts = [matchMedia('(prefers-contrast: more)'), matchMedia('(forced-colors: active)')];
  #chosen: string | undefined;

  constructor(host: 'vscode' | 'http', chosen: string | undefined, changed: (theme: Theme) => void) {
    this.#host = host;
    this.#chosen = chosen;
    this.#changed = changed;
    if (host === 'vscode') {
      new MutationObserver(() => this.#tell()).observe(document.body, { attributeFilter: ['class'] });
    } else {
      for (const query of [this.#dark, ...this.#contrasts]) query.addEventListener('change', () => this.#tell());
    }
    this.#tell();
  }

  get current(): Theme {
    if (this.#host === 'vscode') return themeForClasses(document.body.classList);
    if (isTheme(this.#chosen)) return this.#chosen;
    return themeFor({ dark: this.#dark.matches, contrast: this.#contrasts.some(({ matches }) => matches) });
  }

  choose(chosen: string): void {
    this.#chosen = chosen;
    this.#tell();
  }

  #tell(): void {
    document.documentElement.dataset['theme'] = this.current;
    this.#changed(this.current);
  }
}
