import { headingOf, svgOf } from '../diagram/svg.ts';
import { type Colours, themed, themes } from '../diagram/themed.ts';
import { evidenceInWords } from '../registers/cells.ts';
import { cellOf, type Register, type Row } from '../registers/register.ts';
import { escaped } from './html.ts';
import { type Links, partAnchor, rowAnchor } from './links.ts';
import { largerBy } from './printed-picture.ts';
import type { Picture, Report } from './report.ts';
import { shownColumns } from './table.ts';

/** A picture in the reader's colours, and below it what the registers say of each of its parts. */
export function pictureHtml(report: Report, picture: Picture, links: Links, colours: Colours): string {
  const page = links.pageOfPicture(picture.name)!;
  const parts = partsOf(report, picture);
  const svg = themed(
    themes.map((theme) => svgOf(picture.placed, { theme, linkOf: (id) => linkOf(id, page, parts, links) })),
    colours,
  );
  const about = picture.purpose === undefined ? '' : `<p class="lead">${escaped(picture.purpose)}</p>\n`;
  const label = escaped(headingOf(picture.placed));
  return `<h1>${escaped(picture.label)}</h1>
${about}<div class="pictured">
<p class="hint">${kindHint(picture)} <label><input type="checkbox"> Full size</label></p>
<div class="picture" role="region" aria-label="Picture: ${label}" tabindex="0">
${svg.trim()}
</div>${largerHtml(picture)}
</div>
${parts.map((part) => partHtml(part, page, links)).join('\n')}`;
}

/** Where a larger one is, for paper that is too small to read it. */
function largerHtml({ name, placed }: Picture): string {
  const command = largerBy(name, placed);
  if (command === undefined) return '';
  return `\n<p class="larger">Its letters are small on this page. Whoever made this report can draw it on a larger one: <code>${escaped(command)}</code></p>`;
}

/** What can be done with the picture. */
function kindHint({ kind }: Picture): string {
  if (kind === 'pathway') return 'Choose a stage or an arrow to read what is known of it.';
  return kind === 'region' ? 'Choose a pathway to see it.' : '';
}

/** What the rows of all registers say of one element, or of the pathway as a whole. */
interface Part {
  /** The element's id in the picture: `stage:hub`; nothing for the pathway. */
  readonly element?: string;
  readonly label: string;
  readonly rows: readonly { readonly register: Register; readonly index: number; readonly row: Row }[];
}

function partsOf({ registers }: Report, { name, placed, kind }: Picture): readonly Part[] {
  if (kind !== 'pathway') return [];
  const found = new Map<string, Part['rows'][number][]>();
  for (const register of registers) {
    register.rows.forEach((row, index) => {
      if (row.pathway !== name) return;
      const element = row.element === undefined ? '' : `${row.element.kind}:${row.element.name}`;
      const those = found.get(element) ?? [];
      those.push({ register, index, row });
      found.set(element, those);
    });
  }
  const labels = new Map([...placed.nodes, ...placed.edges].map(({ id, spoken }) => [id, nameIn(spoken)]));
  const whole = found.get('');
  const drawn = [...labels.keys()].filter((id) => found.has(id));
  const others = [...found.keys()].filter((id) => id !== '' && !labels.has(id));
  return [
    ...(whole === undefined ? [] : [{ label: 'The pathway as a whole', rows: whole }]),
    ...[...drawn, ...others].map((element) => ({
      element,
      label: labels.get(element) ?? element.replace(/^\w+:/, ''),
      rows: found.get(element)!,
    })),
  ];
}

/** What a part is called, from what is said of it aloud: `Stage Early help`, `Transition Diversion, from … to …`. */
function nameIn(spoken: string): string {
  const [name = '', ends = ''] = spoken.split(/, /);
  return (ends.startsWith('from ') ? `${name}, ${ends}` : name).replace(/[.;].*$/s, '');
}

function linkOf(id: string, page: string, parts: readonly Part[], links: Links) {
  const own = (href: string) => ({ href, id: links.id(page, id) });
  if (parts.some(({ element }) => element === id)) return own(links.href(page, partAnchor(id)));
  const [, kind, name = ''] = /^(pathway|specification):(.*)$/s.exec(id) ?? [];
  const other = kind === 'pathway' ? links.pageOfPicture(name) : links.pageOfCoverage(name);
  return kind === undefined || other === undefined ? undefined : own(links.href(other));
}

function partHtml({ element, label, rows }: Part, page: string, links: Links): string {
  const id = escaped(links.id(page, partAnchor(element ?? 'pathway')));
  const back =
    element === undefined ? '' : ` <a class="back" href="${escaped(links.href(page, element))}">Show in picture</a>`;
  const items = rows.map(({ register, row, index }) => {
    const href = escaped(links.href(links.pageOfRegister(register.name), rowAnchor(index)));
    const evidence = evidenceInWords(row.evidence);
    const rests = evidence === '' ? '' : ` <span class="quiet">(${escaped(evidence)})</span>`;
    return `<tr><th scope="row"><a href="${href}">${escaped(register.title)}</a></th><td>${saidHtml(register, row)}${rests}</td></tr>`;
  });
  return `<section class="part" id="${id}">
<h2>${escaped(label)}${back}</h2>
<div class="said"><table class="about"><caption class="hidden">${escaped(label)}</caption><thead class="hidden"><tr><th scope="col">Table</th><th scope="col">What it says</th></tr></thead>
<tbody>${items.join('\n')}</tbody></table></div>
</section>`;
}

/** What a row says beyond where it is, column by column. */
function saidHtml(register: Register, row: Row): string {
  return shownColumns(register)
    .filter(({ key }) => key !== 'pathway' && key !== 'footprint' && key !== 'stage')
    .flatMap((column) => {
      const { text, state } = cellOf(row, column);
      if (text === '') return [];
      const mark = state === undefined ? '' : ` class="is-${state}"`;
      return [`<b>${escaped(column.heading)}</b> <span${mark}>${escaped(text)}</span>`];
    })
    .join('; ');
}
