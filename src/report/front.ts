import { formatNumber } from '../model/units/quantity.ts';
import { groupTitles } from '../registers/all.ts';
import { escaped } from './html.ts';
import type { Links } from './links.ts';
import type { Picture, Report } from './report.ts';

/** The first page: what the report is, what is and is not known, and the way to everything else. */
export function frontHtml(report: Report, links: Links): string {
  const { title } = report.made;
  const facts = factsOf(report.made);
  return `<div class="cover">
<p class="kicker">Care pathway report</p>
<h1>${escaped(title)}</h1>
<dl class="facts">${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>
<p class="lead">What is written in the pathways, put together in pictures and tables. ${explained}</p>
</div>
<h2>At a glance</h2>
${countsHtml(report.made, links)}
<nav class="contents" aria-labelledby="${escaped(links.id('index', 'contents'))}">
<h2 id="${escaped(links.id('index', 'contents'))}">Contents</h2>
<div class="columns">
${picturesHtml(report.pictures.map((one) => ({ ...one, href: links.href(links.pageOfPicture(one.name)!) })))}
${registersHtml(report, links)}
</div>
</nav>`;
}

/** How everything in a report is to be read. */
export const explained =
  'Every row says where it is written and what it rests on. What is not recorded is never counted as 0, and unknown is not the same as none.';

/** What a report says of itself, each with its name. */
export function factsOf({ date, commit, today }: Report['made']): readonly (readonly [name: string, value: string])[] {
  return [
    ['Made on', date],
    ...(commit === undefined ? [] : [['From', `commit ${commit}`] as const]),
    ['As on', today],
  ];
}

/** What there is and what is not known, each figure leading to its rows. */
export function countsHtml({ counts }: Pick<Report['made'], 'counts'>, links: Links): string {
  return `<ul class="counts">${counts.map((count) => countHtml(count, links)).join('')}</ul>`;
}

function countHtml({ name, count, register }: Report['made']['counts'][number], links: Links): string {
  const words = `<strong>${formatNumber(count)}</strong> <span>${escaped(name)}</span>`;
  return `<li><a href="${escaped(links.href(links.pageOfRegister(register)))}">${words}</a></li>`;
}

const kinds: Readonly<Record<Picture['kind'], string>> = {
  region: 'all pathways together',
  pathway: 'pathway',
  scenario: 'scenario',
  specification: 'specification',
};

/** Every picture, each leading to where it is seen. */
export function picturesHtml(
  pictures: readonly (Pick<Picture, 'label' | 'kind'> & { readonly href: string })[],
): string {
  if (pictures.length === 0) return '';
  const items = pictures.map(
    ({ label, kind, href }) =>
      `<li><a href="${escaped(href)}">${escaped(label)}</a> <span class="quiet">${kinds[kind]}</span></li>`,
  );
  return `<section><h3>Pictures</h3>\n<ul>${items.join('\n')}</ul></section>`;
}

/** Every register that has rows under the heading of its group, with what it is for; then those that have none. */
export function registersHtml({ registers }: Pick<Report, 'registers'>, links: Links): string {
  const filled = registers.filter(({ rows }) => rows.length > 0);
  const groups = [...new Set(filled.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const items = filled
      .filter((register) => register.group === group)
      .map(({ name, title, about, rows }) => {
        const count = rows.length === 1 ? '1 row' : `${rows.length} rows`;
        return `<li>${linkTo(name, title, links)} <span class="quiet">${count}<span class="what">. ${escaped(about)}</span></span></li>`;
      });
    return `<section><h3>${groupTitles[group]}</h3>\n<ul>${items.join('\n')}</ul></section>`;
  });
  return [...sections, emptyHtml(registers, links)].join('\n');
}

/** In one line, which registers have no rows: they are not printed. */
function emptyHtml(registers: Report['registers'], links: Links): string {
  const empty = registers.filter(({ rows }) => rows.length === 0);
  if (empty.length === 0) return '';
  const names = empty.map(({ name, title }) => linkTo(name, title, links));
  return `<section><h3>Without rows</h3>\n<p>Nothing stands in: ${names.join('; ')}.</p></section>`;
}

const linkTo = (name: string, title: string, links: Links): string =>
  `<a href="${escaped(links.href(links.pageOfRegister(name)))}">${escaped(title)}</a>`;
