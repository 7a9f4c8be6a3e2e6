import { cellOf } from '../registers/register.ts';
import { scriptData } from './html.ts';
import { type Links, rowAnchor } from './links.ts';
import type { Report } from './report.ts';
import { shownColumns } from './table.ts';

/** A page that searches all rows. What is searched stands in the page, so that it works from a folder of files. */
export function searchHtml(report: Report, links: Links): string {
  return `<h1>Search</h1>
<noscript><p>Searching all tables at once needs scripts, which are turned off in this browser. Within each page the browser's own search works.</p></noscript>
<form class="search-form" role="search" action="search.html"><label for="query">Words to look for in all tables</label><input id="query" name="q" type="search"><button>Search</button></form>
${foundHtml(report, links)}`;
}

/** Where the page's script says what it finds, and what it looks through. */
export function foundHtml({ registers }: Pick<Report, 'registers'>, links: Links): string {
  const entries = registers.flatMap((register) => {
    const columns = shownColumns(register);
    return register.rows.map((row, index) => ({
      in: register.title,
      href: links.href(links.pageOfRegister(register.name), rowAnchor(index)),
      says: columns
        .map((column) => cellOf(row, column).text)
        .filter((text) => text !== '')
        .join(' · '),
    }));
  });
  return `<p id="found" role="status"></p>
<ol id="results" class="results"></ol>
<script type="application/json" id="entries">${scriptData(entries)}</script>`;
}
