import { escaped } from '../src/diagram/svg/xml.ts';
import type { Colours, Shown } from './figures.ts';

const kinds: Readonly<Record<Shown['kind'], string>> = {
  pathway: 'Pathway',
  scenario: 'Scenario',
  region: 'All pathways together',
  specification: 'Specification',
};

/** A page that shows all pictures, by itself: it needs no script, no network and no other file. */
export function galleryPage(
  all: readonly Shown[],
  colours: Colours,
  fonts: Readonly<Record<400 | 600, string>>,
): string {
  const links = all.map((shown) => `<li><a href="#${idOf(shown)}">${escaped(shown.label)}</a></li>`);
  return [
    '<!doctype html>',
    '<!-- Made by npm run gallery from the examples; do not edit. -->',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Gallery of care pathways</title>',
    `<style>${style(colours, fonts)}</style>`,
    '</head>',
    '<body>',
    '<header>',
    '<h1>Gallery of care pathways</h1>',
    `<p>Every example in every view: ${all.reduce((sum, { figures }) => sum + figures.length, 0)} pictures, each drawn from text alone. The counties of Rivershire are fictional; the others follow published documents.</p>`,
    choice('Colours', 'colours', ['Light', 'Dark']),
    choice('Size', 'size', ['Fit the window', 'Full size']),
    '</header>',
    `<nav aria-label="Pictures"><ul>${links.join('')}</ul></nav>`,
    '<main>',
    ...all.map(section),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function choice(label: string, name: string, values: readonly string[]): string {
  const inputs = values.map(
    (value, index) =>
      `<label><input type="radio" name="${name}" id="${name}-${index}"${index === 0 ? ' checked' : ''}> ${value}</label>`,
  );
  return `<fieldset><legend>${label}</legend>${inputs.join('')}</fieldset>`;
}

function idOf({ project, name }: Shown): string {
  return `${project}-${name}`.replace(/[^\w-]+/g, '-').toLowerCase();
}

function section(shown: Shown): string {
  const figures = shown.figures.map(
    ({ view, svg }) =>
      `<figure><figcaption><h3>${escaped(view)}</h3></figcaption><div class="sheet" role="group" tabindex="0" aria-label="${escaped(`${shown.label}: ${view}`)}">${svg}</div></figure>`,
  );
  const about = `${kinds[shown.kind]} · ${escaped(shown.project)}`;
  return `<section id="${idOf(shown)}">\n<h2>${escaped(shown.label)}</h2>\n<p>${about}</p>\n${figures.join('\n')}\n</section>`;
}

function style(colours: Colours, fonts: Readonly<Record<400 | 600, string>>): string {
  const pairs = [...colours].map(([pair, name]) => [name, ...pair.split(' ')] as const);
  const light = pairs.map(([name, colour]) => `${name}:${colour}`).join(';');
  const dark = pairs.map(([name, , colour]) => `${name}:${colour}`).join(';');
  const faces = ([400, 600] as const).map(
    (weight) =>
      `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${fonts[weight]}) format('woff2')}`,
  );
  return `${faces.join('')}
:root{color-scheme:light;--page:#eef2f6;--paper:#ffffff;--ink:#16222e;--quiet:#4c5b69;--line:#c6d0d9;--link:#005eb8;${light}}
:root:has(#colours-1:checked){color-scheme:dark;--page:#080d12;--paper:#0f1720;--ink:#eef3f7;--quiet:#a9b8c5;--line:#2a3947;--link:#6db3ff;${dark}}
body{margin:0;background:var(--page);color:var(--ink);font:400 16px/1.5 Inter,'Segoe UI',system-ui,sans-serif}
header,nav,main{max-width:1600px;margin:0 auto;padding:0 24px;box-sizing:border-box}
header{padding-top:40px}
h1{font-size:32px;line-height:1.2;margin:0 0 8px}
h2{font-size:24px;line-height:1.25;margin:0}
h3{font-size:16px;margin:0}
header p{max-width:70ch;margin:0 0 20px}
fieldset{display:inline-flex;gap:20px;border:1px solid var(--line);border-radius:8px;margin:0 12px 12px 0;padding:4px 16px 8px;background:var(--paper)}
legend{padding:0 6px;color:var(--quiet);font-size:14px}
label{display:inline-flex;align-items:center;gap:8px;min-height:24px}
a{color:var(--link)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 24px;margin:12px 0 0;padding:0}
nav a{display:inline-block;min-height:24px;padding:2px 0}
section{padding-top:48px;scroll-margin-top:-16px}
section>p{margin:2px 0 20px;color:var(--quiet)}
figure{margin:0 0 28px}
figcaption{margin:0 0 8px}
.sheet{overflow:auto;background:var(--paper);border:1px solid var(--line);border-radius:10px}
.sheet:focus-visible,a:focus-visible,input:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.sheet svg{display:block;max-width:100%;height:auto;margin:0 auto;font-family:Inter,'Segoe UI',system-ui,sans-serif;font-feature-settings:'calt' 0}
:root:has(#size-1:checked) .sheet svg{max-width:none}
@media print{header fieldset,nav{display:none}figure{break-inside:avoid}}`;
}
