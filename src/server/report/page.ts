import { subjectsOf } from '../../diagram/subjects.ts';
import type { CheckedProject } from '../../language/checker.ts';
import { dayInWords } from '../../model/units/day.ts';
import { linkTo, type ReportShown } from '../../protocol/report.ts';
import type { Register } from '../../registers/register.ts';
import { countsOf } from '../../report/counts.ts';
import { countsHtml, explained, picturesHtml, registersHtml } from '../../report/front.ts';
import { escaped } from '../../report/html.ts';
import { frontPage, type Links, linksOf, searchPage } from '../../report/links.ts';
import { foundHtml } from '../../report/search-page.ts';
import { registerHtml } from '../../report/site.ts';
import { whereIn } from '../../report/where.ts';
import { groupsOf } from './listed.ts';
import { registersNow, reportedProject } from './reported.ts';

/** A page of the report as it is read beside the text: places lead into the text, pictures into the preview. */
export async function reportPage(checked: CheckedProject, wanted?: string): Promise<ReportShown> {
  const registers = await registersNow(checked);
  const links = linksBesideText(checked, registers);
  const contents = groupsOf(registers, links).map(({ title, registers: of }) => ({
    title,
    pages: of.map(({ page, title: called, count }) => ({ page, title: called, count })),
  }));
  const page = pageOf(checked, registers, links, wanted);
  return { project: reportedProject(checked), contents, ...page };
}

function pageOf(
  checked: CheckedProject,
  registers: readonly Register[],
  links: Links,
  wanted: string | undefined,
): Pick<ReportShown, 'page' | 'title' | 'html'> {
  const register = registers.find(({ name }) => links.pageOfRegister(name) === wanted);
  if (wanted !== undefined && register)
    return {
      page: wanted,
      title: register.title,
      html: registerHtml({ where: whereIn(checked.folder) }, register, links),
    };
  if (wanted === searchPage) {
    const html = `<h1>Search in all tables</h1>\n${foundHtml({ registers }, links)}`;
    return { page: searchPage, title: 'Search', html };
  }
  return { page: frontPage, title: 'Overview', html: overviewHtml(checked, registers, links) };
}

function linksBesideText({ project }: CheckedProject, registers: readonly Register[]): Links {
  return {
    ...linksOf({ registers, pictures: [] }, true),
    inText: (place) => linkTo('text', place),
    inPicture: ({ pathway, place }) =>
      pathway !== undefined && project.pathways.has(pathway) ? linkTo('picture', place) : undefined,
  };
}

/** What the report is of, what is and is not known, and the way to everything else. */
function overviewHtml(checked: CheckedProject, registers: readonly Register[], links: Links): string {
  const { project, findings, asOf } = checked;
  const counts = countsOf({ project, findings, asOf }, registers);
  const pictures = subjectsOf(project).map(({ label, kind, namePlace }) => ({
    label,
    kind,
    href: linkTo('picture', namePlace),
  }));
  return `<h1>${escaped(reportedProject(checked).title)}</h1>
<p class="lead">What is written in the pathways, put together in tables. ${explained}</p>
<p class="quiet">As on ${escaped(dayInWords(asOf))}.</p>
<h2>At a glance</h2>
${countsHtml({ counts }, links)}
<nav class="contents" aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<div class="columns">
${picturesHtml(pictures)}
${registersHtml({ registers }, links)}
</div>
</nav>`;
}
