import { palettes, type Theme } from '../../../diagram/theme.ts';
import { type Colours, rulesOf } from '../../../diagram/themed.ts';
import type { Paper } from './paper.ts';
import { printRules } from './print.ts';

/** Everything that the page looks like: in the reader's own theme on a screen, and always light on paper. */
export function styleOf(colours: Colours, fonts: string, paper: Paper): string {
  const theme = (name: Theme): string => `:root{${pageColours(name)};${rulesOf(colours, name)}}`;
  return [
    fonts,
    theme('light'),
    `@media screen and (prefers-color-scheme:dark){${theme('dark')}}`,
    `@media screen and (prefers-contrast:more){${theme('high-contrast-light')}}`,
    `@media screen and (prefers-contrast:more) and (prefers-color-scheme:dark){${theme('high-contrast-dark')}}`,
    rules,
    printRules(paper),
  ].join('\n');
}

function pageColours(name: Theme): string {
  const { canvas, card, band, text, muted, rule, outline, focus, error, warning, added, changed, info } =
    palettes[name];
  return Object.entries({ canvas, card, band, text, muted, rule, outline, focus, error, warning, added, changed, info })
    .map(([key, value]) => `--${key}:${value}`)
    .join(';');
}

const rules = `
:root{color-scheme:light}
@media screen{:root{color-scheme:light dark}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--text);font:16px/1.5 Inter,'Segoe UI',system-ui,sans-serif}
header,main>*,footer{max-width:72rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
header{padding-block:2.5rem 1rem}
footer{padding-block:2rem 3rem;color:var(--muted);font-size:.875rem}
h1{font-size:1.125rem;font-weight:600;margin:0 0 .75rem;color:var(--muted)}
.project{font-size:1.375rem;line-height:1.3;font-weight:600;margin:3.5rem auto .25rem}
.project+.headline{font-size:1.125rem}
.group{font-size:1.125rem;font-weight:600;margin:2.25rem 0 .75rem;padding-top:1.25rem;border-top:1px solid var(--rule)}
.headline{font-size:1.5rem;line-height:1.35;font-weight:600;margin:0 0 .75rem;text-wrap:pretty}
.between{margin:0;color:var(--muted)}
.trouble{margin:1rem 0 0;padding:.75rem 1rem;border:1px solid var(--error);border-inline-start-width:4px;border-radius:4px}
ul{list-style:none;margin:0;padding:0}
.entries>li{display:grid;grid-template-columns:1.75rem 1fr;padding-block:.5rem}
.sign{font-weight:600;font-variant-numeric:tabular-nums;text-align:center;margin-inline-end:.5rem}
.worse>.sign,.removed>.sign{color:var(--error)}
.better>.sign,.added>.sign{color:var(--added)}
.changed>.sign{color:var(--changed)}
.open>.sign,.plain>.sign{color:var(--info)}
.said{margin:0;max-width:46rem;overflow-wrap:anywhere}
.worse .said{font-weight:600}
.told{margin:.125rem 0 .25rem;font-size:.875rem;max-width:46rem;list-style:disc;padding-inline-start:1.125rem}
.told li::marker{color:var(--muted)}
.where{color:var(--muted);font-size:.875rem}
details{font-size:.875rem}
summary{color:var(--muted);cursor:pointer;width:fit-content;border-radius:3px}
summary code,.where code{font:.8125rem/1.5 ui-monospace,SFMono-Regular,Consolas,monospace;overflow-wrap:anywhere}
pre{margin:.375rem 0 .25rem;padding:.5rem .75rem;overflow-x:auto;background:var(--card);border:1px solid var(--rule);border-radius:4px;font:.8125rem/1.55 ui-monospace,SFMono-Regular,Consolas,monospace}
pre span{display:block;white-space:pre}
pre .minus{color:var(--error)}
pre .plus{color:var(--added)}
.picture{position:relative;margin:.5rem 0 1.25rem}
.picture>input{position:absolute;opacity:0;pointer-events:none}
.picture>label{display:inline-block;padding:.3125rem .875rem;border:1px solid var(--outline);border-inline-end-width:0;font-size:.875rem;cursor:pointer;background:var(--card)}
.picture>.of-before{border-radius:6px 0 0 6px}
.picture>.of-after{border-radius:0 6px 6px 0;border-inline-end-width:1px}
.picture>.box{float:right;margin-inline-start:.5rem;border-radius:6px;border-inline-end-width:1px}
.picture>input:checked+label{background:var(--text);color:var(--canvas);border-color:var(--text)}
.picture>input:focus-visible+label,summary:focus-visible,.frame:focus-visible,pre:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.frame{clear:both;margin:.75rem calc((100% - max(100%,min(100vw - 3rem,112rem)))/2) 0;border:1px solid var(--rule);border-radius:6px;background:var(--canvas)}
.frame>div{display:none}
.frame svg{display:block;max-width:100%;height:auto;max-height:max(100vh - 5.5rem,32rem);margin:auto}
.picture>.show-before:checked~.frame>.before.whole,.picture>.show-difference:checked~.frame>.difference.whole,.picture>.show-after:checked~.frame>.after.whole{display:block}
.picture>.only:checked~.frame>.whole{display:none!important}
.picture>.show-before:checked~.only:checked~.frame>.before.part,.picture>.show-difference:checked~.only:checked~.frame>.difference.part,.picture>.show-after:checked~.only:checked~.frame>.after.part{display:block}
.picture>.full:checked~.frame{overflow:auto;max-height:85vh}
.picture>.full:checked~.frame svg{max-width:none;max-height:none}
@media (forced-colors:active){.picture>input:checked+label{forced-color-adjust:none;background:Highlight;color:HighlightText}}
`.trim();
