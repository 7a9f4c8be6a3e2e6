import { groupTitles } from '../registers/all.ts';
import { searchRows } from './browser/search.ts';
import { enhanceTables } from './browser/tables.ts';
import { htmlDocument } from './document.ts';
import { escaped } from './html.ts';
import { frontPage, type Links, searchPage } from './links.ts';
import type { Report } from './report.ts';

/** One page of a report, before it has its frame. */
export interface Page {
  /** What it goes by in links. */
  readonly name: string;
  readonly title: string;
  readonly html: string;
  /** How it is printed: a page for itself, after what stands before it (in small letters), on a larger page, or not at all. */
  readonly print: 'alone' | 'after' | 'after dense' | 'large' | 'never';
}

/** What a report needs of the world. */
export interface Means {
  /** The SHA-256 of a text in Base64, by which a page allows its own scripts and no others. */
  readonly sha256: (text: string) => string;
  /** `@font-face` rules for the font of the pictures, with the fonts as data. */
  readonly fontFaces: string;
}

/** The scripts as they stand in a page. */
const tables = `(${enhanceTables.toString()})();`;
const search = `(${searchRows.toString()})();`;

/** The file that all pages of a site have their style and the font of their pictures from. */
export const styleFile = 'report.css';

/** A whole document: the page with its head, and the way to all other pages beside it. */
export function documentOf(report: Report, page: Page, links: Links, means: Means): string {
  const script = page.name === searchPage ? search : tables;
  const side = `<nav class="side" aria-label="All pages">${sideHtml(report, page, links)}</nav>`;
  const searching = `<form role="search" action="search.html"><label class="hidden" for="search">Search all tables</label><input id="search" name="q" type="search" placeholder="Search all tables"><button>Search</button></form>`;
  const bar = page.name === searchPage ? '' : searching;
  return shell(report, page, script, means, {
    style: `<link rel="stylesheet" href="${styleFile}">`,
    bar,
    body: `<div class="frame">${side}\n<main id="main" class="${page.print}">\n${page.html}\n</main></div>`,
    home: links.href(frontPage),
  });
}

/** One document with all pages one after the other. */
export function singleDocument(
  report: Report,
  pages: readonly Page[],
  css: string,
  links: Links,
  means: Means,
): string {
  const front = pages[0]!;
  const sheets = pages.map(
    (page) => `<section class="sheet ${page.print}" id="${escaped(page.name)}">\n${page.html}\n</section>`,
  );
  return shell(report, front, tables, means, {
    style: `<style>${css}</style>`,
    bar: '',
    body: `<main id="main" class="single">\n${sheets.join('\n')}\n</main>`,
    home: links.href(frontPage),
  });
}

interface Parts {
  readonly style: string;
  readonly bar: string;
  readonly body: string;
  readonly home: string;
}

function shell({ made }: Report, page: Page, script: string, means: Means, { style, bar, body, home }: Parts): string {
  const policy = [
    "default-src 'none'",
    // Pictures carry styles of their own; browsers differ in whether a file on a disk is of the same origin as another.
    "style-src 'self' file: 'unsafe-inline'",
    `script-src 'sha256-${means.sha256(script)}'`,
    'font-src data:',
    'img-src data:',
    "form-action 'self' file:",
  ];
  const title = page.name === frontPage ? made.title : `${page.title} – ${made.title}`;
  const commit = made.commit === undefined ? '' : `, commit ${made.commit}`;
  return htmlDocument({
    ...{ title, policy, style },
    body: `<a class="skip" href="#main">Skip to the main content</a>
<header class="bar"><div><a href="${escaped(home)}">${escaped(made.title)}</a>${bar}</div></header>
${body}
<footer>Made on ${escaped(made.date)}${escaped(commit)}. As on ${escaped(made.today)}.</footer>
<script>${script}</script>`,
  });
}

function sideHtml(report: Report, page: Page, links: Links): string {
  const { registers } = report;
  const item = (name: string, title: string): string => {
    const here = name === page.name ? ' class="here"' : '';
    const current = name === page.name ? ' aria-current="page"' : '';
    return `<li${here}><a href="${escaped(links.href(name))}"${current}>${escaped(title)}</a></li>`;
  };
  const part = (title: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<h2>${escaped(title)}</h2><ul>${items.join('')}</ul>`;
  const groups = [...new Set(registers.map(({ group }) => group))];
  return [
    part('Report', [item(frontPage, 'Overview and contents')]),
    part('Pictures', picturesSide(report, page, links, item)),
    ...groups.map((group) =>
      part(
        groupTitles[group],
        registers
          .filter((register) => register.group === group)
          .map(({ name, title }) => item(links.pageOfRegister(name), title)),
      ),
    ),
  ].join('\n');
}

/** Of many pictures only the first, which is that of all pathways, and the one that is shown. */
function picturesSide(
  { pictures }: Report,
  page: Page,
  links: Links,
  item: (name: string, title: string) => string,
): readonly string[] {
  const isFew = pictures.length <= 12;
  const shown = pictures.filter(({ name }, at) => isFew || at === 0 || links.pageOfPicture(name) === page.name);
  const all = `<li><a href="${escaped(links.href(frontPage, 'contents'))}">All ${pictures.length} pictures</a></li>`;
  return [...shown.map(({ name, label }) => item(links.pageOfPicture(name)!, label)), ...(isFew ? [] : [all])];
}
