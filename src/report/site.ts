import type { Colours } from '../diagram/themed.ts';
import type { Register } from '../registers/register.ts';
import { coloursCss } from './colours.ts';
import { frontHtml } from './front.ts';
import { escaped } from './html.ts';
import { frontPage, type Links, linksOf, searchPage } from './links.ts';
import { documentOf, type Means, type Page, singleDocument, styleFile } from './page.ts';
import { pictureHtml } from './picture-page.ts';
import type { Report } from './report.ts';
import { searchHtml } from './search-page.ts';
import { style } from './style.ts';
import { shownColumns, tableOf } from './table.ts';

/** The report as a site: the files of a folder, by their names. It works from a file share, without a server. */
export function siteOf(report: Report, means: Means): ReadonlyMap<string, string> {
  const links = linksOf(report, false);
  const colours: Colours = new Map();
  const search = { name: searchPage, title: 'Search', html: searchHtml(report, links), print: 'alone' } as const;
  const pages = [...pagesOf(report, links, colours), search];
  return new Map([
    ...pages.map((page) => [`${page.name}.html`, documentOf(report, page, links, means)] as const),
    [styleFile, cssOf(report, colours, means)],
  ]);
}

/** The report as one file, to be sent or printed as a whole. */
export function singleFileOf(report: Report, means: Means): string {
  const links = linksOf(report, true);
  const colours: Colours = new Map();
  const pages = pagesOf(report, links, colours);
  return singleDocument(report, pages, cssOf(report, colours, means), links, means);
}

/** Only the texts of pictures want the font that they were measured in. */
function cssOf({ pictures }: Report, colours: Colours, { fontFaces }: Means): string {
  return `${pictures.length === 0 ? '' : `${fontFaces}\n`}${coloursCss(colours)}\n${style}`;
}

function pagesOf(report: Report, links: Links, colours: Colours): readonly Page[] {
  return [
    { name: frontPage, title: 'Overview and contents', html: frontHtml(report, links), print: 'alone' },
    ...report.pictures.map(
      (picture): Page => ({
        name: links.pageOfPicture(picture.name)!,
        title: picture.label,
        html: pictureHtml(report, picture, links, colours),
        print: 'alone',
      }),
    ),
    ...report.registers.map(
      (register): Page => ({
        name: links.pageOfRegister(register.name),
        title: register.title,
        html: registerHtml(report, register, links),
        print: printOf(register),
      }),
    ),
  ];
}

/** More columns than these want small letters on A4, or a larger page. */
const mostAtEase = 10;
const mostOnA4 = 16;

/** What has no rows is named in the contents. */
function printOf(register: Register): Page['print'] {
  if (register.rows.length === 0) return 'never';
  const columns = shownColumns(register).length;
  if (columns > mostOnA4) return 'large';
  return columns > mostAtEase ? 'after dense' : 'after';
}

/** What a register is for, its table and how it is to be read. */
export function registerHtml(report: Pick<Report, 'where'>, register: Register, links: Links): string {
  const { title, about, rows, notes, empty } = register;
  const said = notes.map((note) => `<p>${escaped(note)}</p>`).join('\n');
  return `<h1>${escaped(title)}</h1>
<p class="lead">${escaped(about)}</p>
${rows.length === 0 ? `<p>${escaped(empty)}</p>` : tableOf(report, register, links)}
${said === '' ? '' : `<div class="notes">\n${said}\n</div>`}`;
}
