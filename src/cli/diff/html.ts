import { changesIn, WHAT_FOLLOWS } from '../../changes/reading/headings.ts';
import type { ReadingEntry, ReadingGroup } from '../../changes/reading.ts';
import type { Placed } from '../../diagram/placed.ts';
import type { ReviewPages, ReviewPair } from '../../diagram/review.ts';
import { escaped } from '../../diagram/svg/xml.ts';
import { svgOf } from '../../diagram/svg.ts';
import { type Colours, themed, themes } from '../../diagram/themed.ts';
import { fontFace } from '../../export/svg.ts';
import { htmlDocument } from '../../report/document.ts';
import { machineFiles } from '../../server/node/machine.ts';
import type { Io } from '../io.ts';
import { shownUri } from '../open.ts';
import { shownSafely } from '../terminal/width.ts';
import { besidesOf, type Excerpt, excerptOf, signOf, whereOf } from './entries.ts';
import { paperFor } from './html/paper.ts';
import { styleOf } from './html/style.ts';
import { changedPathways, pagesOf } from './pictures.ts';
import type { Compared, Report } from './report.ts';
import { betweenLine, headlineOf, troubleLine } from './words.ts';

/** How many lines of each text stand behind a sentence. */
const LINES = 200;

/** Nothing is loaded from anywhere, and nothing is run. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "form-action 'none'",
];

/** A page that needs nothing but itself: the headline, the sentences with the lines behind them, and the pictures. */
export async function htmlOf(report: Report, io: Io): Promise<string> {
  const colours: Colours = new Map();
  const drawn: Placed[] = [];
  const several = report.projects.length > 1;
  const projects: string[] = [];
  for (const [index, compared] of report.projects.entries())
    projects.push(await projectHtml(compared, { report, io, colours, drawn, several, index }));
  const faces = await Promise.all([400, 600].map((weight) => fontFace(weight, machineFiles)));
  const title = several || !report.projects[0] ? 'What has changed' : `What has changed: ${report.projects[0].title}`;
  const body = `<header>
<h1>${words(title)}</h1>
${several ? '' : `<p class="headline">${words(headlineOf(report))}</p>\n`}<p class="between">${words(betweenLine(report))}</p>
${report.unreadable.map((sentence) => `<p class="trouble">${words(sentence)}</p>\n`).join('')}</header>
<main>
${projects.join('')}</main>
<footer>Made by <code>pathway diff</code>. + is new, − is gone, ~ is changed, ! is for the worse, ✓ is for the better, • is for you to judge.</footer>`;
  const style = `<style>${styleOf(colours, faces.join('\n'), paperFor(drawn))}</style>`;
  return htmlDocument({ title: shownSafely(title), policy, style, body });
}

/** Text as it may stand in the page. */
const words = (text: string): string => escaped(shownSafely(text));

interface Context {
  readonly report: Report;
  readonly io: Io;
  readonly colours: Colours;
  /** Every picture that the page has so far: one of each three, which are of one size. */
  readonly drawn: Placed[];
  readonly several: boolean;
  readonly index: number;
}

async function projectHtml(compared: Compared, context: Context): Promise<string> {
  const { several, io } = context;
  const { title, reading, comparison } = compared;
  const head = several
    ? `<h2 class="project">${words(title)}</h2>\n<p class="headline">${words(reading.headline)}</p>\n`
    : '';
  const troubles = comparison.troubles.map(({ side, message, place }) => {
    const where = `${shownUri(place.file, io)}:${place.line + 1}`;
    return `<p class="trouble">${words(troubleLine(side, message, where))}</p>\n`;
  });
  const pairs = new Map(changedPathways(compared).map((pair) => [pair.name, pair]));
  const sections: string[] = [];
  for (const group of reading.groups) {
    const subject = subjectOf(group);
    const pair = subject === undefined ? undefined : pairs.get(subject);
    if (pair) pairs.delete(pair.name);
    const heading = headingHtml(group.heading, several);
    const head = pair ? await picturedHtml(heading, pair, compared, context) : heading;
    sections.push(groupHtml(head, group, compared, context));
  }
  // A pathway of which nothing but what follows is said is drawn, too.
  for (const pair of pairs.values())
    sections.push(
      `<section>\n${await picturedHtml(headingHtml(comparison.between ? pair.label : changesIn(pair.label), several), pair, compared, context)}</section>\n`,
    );
  return [head, ...troubles, ...sections].join('');
}

/** The pathway whose changes a group tells: what weakens oversight and what follows stand before all pictures. */
function subjectOf({ heading, entries }: ReadingGroup): string | undefined {
  if (heading === WHAT_FOLLOWS) return undefined;
  const subjects = new Set(entries.map(({ subject }) => subject));
  const isRest = entries.every(({ change }) => change !== undefined && change.weakens === undefined);
  return subjects.size === 1 && isRest ? [...subjects][0] : undefined;
}

function groupHtml(head: string, { entries }: ReadingGroup, compared: Compared, { io }: Context): string {
  const items = entries.map((entry) => entryHtml(entry, compared, io)).join('');
  return `<section>\n${head}<ul class="entries">\n${items}</ul>\n</section>\n`;
}

function headingHtml(text: string, several: boolean): string {
  const level = several ? 'h3' : 'h2';
  return `<${level} class="group">${words(text)}</${level}>\n`;
}

const classes = { '+': 'added', '-': 'removed', '~': 'changed', '!': 'worse', '✓': 'better', '•': 'plain' } as const;

function entryHtml(entry: ReadingEntry, compared: Compared, io: Io): string {
  const sign = signOf(entry);
  const said = `<p class="said">${words(entry.sentence)}</p>`;
  const told = besidesOf(entry)
    .map((line) => `<li>${words(line)}</li>`)
    .join('');
  const besides = told === '' ? '' : `<ul class="told">${told}</ul>`;
  const behind = behindHtml(whereOf(entry, compared, io), excerptOf(entry, compared, LINES));
  return `<li class="${classes[sign]}"><span class="sign" aria-hidden="true">${sign === '-' ? '−' : sign}</span><div>${said}${besides}${behind}</div></li>\n`;
}

/** Where it stands, and on request the lines themselves. */
function behindHtml(where: string | undefined, { lines, left }: Excerpt): string {
  if (where === undefined) return '';
  const at = `<code>${words(where)}</code>`;
  if (lines.length === 0) return `<div class="where">${at}</div>`;
  const shown = lines.map(({ sign, number, text }) => {
    const [kind, mark, name] = sign === '-' ? ['minus', '−', 'before'] : ['plus', '+', 'after'];
    return `<span class="${kind}" title="${name}">${mark} ${String(number).padStart(4)}  ${words(text)}</span>`;
  });
  if (left > 0) shown.push(`<span>and ${left} more ${left === 1 ? 'line' : 'lines'}</span>`);
  return `<details><summary>${at}</summary><pre tabindex="0" role="region" aria-label="The text">${shown.join('')}</pre></details>`;
}

/** A heading and the picture below it, which are never on two pages. */
async function picturedHtml(heading: string, pair: ReviewPair, compared: Compared, context: Context): Promise<string> {
  return `<div class="pictured">\n${heading}${await pictureHtml(pair, compared, context)}</div>\n`;
}

async function pictureHtml(pair: ReviewPair, compared: Compared, context: Context): Promise<string> {
  const whole = await pagesOf(pair, compared, context.report);
  const part = await pagesOf(pair, compared, context.report, true);
  context.drawn.push(whole.difference);
  const isFolded = part.difference.nodes.length < whole.difference.nodes.length;
  const name = `p${context.index}-${[...pair.name].map((letter) => letter.codePointAt(0)!.toString(36)).join('-')}`;
  const box = (kind: string, label: string): string =>
    `<input type="checkbox" class="${kind}" id="${name}-${kind}"><label class="box" for="${name}-${kind}">${label}</label>`;
  const choice = (kind: Shown, label: string): string => {
    const checked = kind === 'difference' ? ' checked' : '';
    return `<input type="radio" class="show-${kind}" name="${name}" id="${name}-${kind}"${checked}><label class="of-${kind}" for="${name}-${kind}">${label}</label>`;
  };
  const drawn = (pages: ReviewPages, size: string): string =>
    (['before', 'difference', 'after'] as const)
      .map((kind) => `<div class="${kind} ${size}">${svgOfAll(pages[kind], context.colours)}</div>\n`)
      .join('');
  return `<div class="picture" role="group" aria-label="${words(`Picture of ${pair.label}`)}">
${choice('before', 'Before')}${choice('difference', 'Difference')}${choice('after', 'After')}
${box('full', 'Full size')}${isFolded ? box('only', 'Only what has changed') : ''}
<div class="frame" tabindex="0" role="region" aria-label="${words(`The picture of ${pair.label}`)}">
${drawn(whole, 'whole')}${isFolded ? drawn(part, 'part') : ''}</div>
</div>
`;
}

type Shown = 'before' | 'difference' | 'after';

/** The picture once, for all themes. */
function svgOfAll(placed: Placed, colours: Colours): string {
  return themed(
    themes.map((theme) => svgOf(placed, { theme })),
    colours,
  );
}
