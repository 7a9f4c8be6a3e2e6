import type { Theme } from '../diagram/theme.ts';
import { type Colours, rulesOf } from '../diagram/themed.ts';

/** The colours of a page, by what they are for. */
type PageColours = Readonly<
  Record<
    | 'page'
    | 'ink'
    | 'quiet'
    | 'line'
    | 'hair'
    | 'soft'
    | 'bar'
    | 'bar-edge'
    | 'button'
    | 'button-edge'
    | 'field'
    | 'accent'
    | 'link'
    | 'mark'
    | 'unknown'
    | 'unknown-ground'
    | 'absent'
    | 'absent-ground'
    | 'planned'
    | 'omitted'
    | 'omitted-edge'
    | 'omitted-ground'
    | 'provided'
    | 'provided-ground',
    string
  >
>;

/** In each theme every pair that meets has the contrast that WCAG 2.2 AA asks for: a test looks. */
export const pages: Readonly<Record<Theme, PageColours>> = {
  light: {
    page: '#ffffff',
    ink: '#0b0c0c',
    quiet: '#505a5f',
    line: '#b1b4b6',
    hair: '#e3e6e8',
    soft: '#f3f5f6',
    bar: '#005eb8',
    'bar-edge': '#005eb8',
    button: '#003087',
    'button-edge': '#003087',
    field: '#0b0c0c',
    accent: '#005eb8',
    link: '#005aad',
    mark: '#fff7bf',
    unknown: '#5b3aa8',
    'unknown-ground': '#f0ecf8',
    absent: '#a3150f',
    'absent-ground': '#fbeceb',
    planned: '#1d5f8a',
    omitted: '#6b4400',
    'omitted-edge': '#b5790a',
    'omitted-ground': '#fdf4e3',
    provided: '#00703c',
    'provided-ground': '#e7f3ec',
  },
  dark: {
    page: '#0f1720',
    ink: '#eef3f7',
    quiet: '#a9b8c5',
    line: '#465768',
    hair: '#2a3947',
    soft: '#1a2733',
    bar: '#00427f',
    'bar-edge': '#00427f',
    button: '#002a63',
    'button-edge': '#8fa3b5',
    field: '#8fa3b5',
    accent: '#6db3ff',
    link: '#8cc4ff',
    mark: '#4d4200',
    unknown: '#c4afff',
    'unknown-ground': '#271f3d',
    absent: '#ff9c94',
    'absent-ground': '#3a1b1c',
    planned: '#8ec5ee',
    omitted: '#e9bd7c',
    'omitted-edge': '#e0a63f',
    'omitted-ground': '#36290f',
    provided: '#57b97d',
    'provided-ground': '#15301f',
  },
  'high-contrast-light': {
    page: '#ffffff',
    ink: '#000000',
    quiet: '#1f1f1f',
    line: '#000000',
    hair: '#000000',
    soft: '#ffffff',
    bar: '#002a63',
    'bar-edge': '#000000',
    button: '#000000',
    'button-edge': '#000000',
    field: '#000000',
    accent: '#0f4a85',
    link: '#0b3a6b',
    mark: '#fff2a8',
    unknown: '#45158f',
    'unknown-ground': '#ffffff',
    absent: '#8a0018',
    'absent-ground': '#ffffff',
    planned: '#0f4a85',
    omitted: '#5a3200',
    'omitted-edge': '#5a3200',
    'omitted-ground': '#ffffff',
    provided: '#004a1c',
    'provided-ground': '#ffffff',
  },
  'high-contrast-dark': {
    page: '#000000',
    ink: '#ffffff',
    quiet: '#e6e6e6',
    line: '#ffffff',
    hair: '#ffffff',
    soft: '#000000',
    bar: '#000000',
    'bar-edge': '#ffffff',
    button: '#000000',
    'button-edge': '#ffffff',
    field: '#ffffff',
    accent: '#6fc3df',
    link: '#9fd8ff',
    mark: '#4a3f00',
    unknown: '#d6c2ff',
    'unknown-ground': '#000000',
    absent: '#ff9aa8',
    'absent-ground': '#000000',
    planned: '#6fc3df',
    omitted: '#ffcc66',
    'omitted-edge': '#ffcc66',
    'omitted-ground': '#000000',
    provided: '#8cff9e',
    'provided-ground': '#000000',
  },
};

/** The colours of pages and of the pictures in them: the reader's own on a screen, and always light on paper. */
export function coloursCss(colours: Colours): string {
  const root = (theme: Theme): string => {
    const own = Object.entries(pages[theme]).map(([name, value]) => `--${name}:${value}`);
    return `:root{${[...own, ...(colours.size === 0 ? [] : [rulesOf(colours, theme)])].join(';')}}`;
  };
  // Somebody who has chosen the colours of all programs gets a picture with as much contrast as there is.
  const contrast = (query: string): string =>
    `@media screen and (prefers-contrast:more)${query},screen and (forced-colors:active)${query}`;
  return [
    `:root{color-scheme:light}${root('light')}`,
    `@media screen{:root{color-scheme:light dark}}`,
    `@media screen and (prefers-color-scheme:dark){${root('dark')}}`,
    `${contrast('')}{${root('high-contrast-light')}}`,
    `${contrast(' and (prefers-color-scheme:dark)')}{${root('high-contrast-dark')}}`,
  ].join('\n');
}
