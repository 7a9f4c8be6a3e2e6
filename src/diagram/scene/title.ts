import type { Pathway } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import { stagesOf } from '../../model/graph.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { isOpen } from '../../model/status.ts';
import { formatAges } from '../../model/units/ages.ts';
import { countBySeverity, type Finding } from '../../rules/finding.ts';
import { issuesOf } from '../../rules/issues.ts';
import type { Change, TitleBlock } from '../scene.ts';
import type { Wanted } from '../views/wanted.ts';
import { counted, labelOfRef } from './words.ts';

export interface Became {
  readonly kind: 'stage' | 'transition' | 'flow';
  readonly change: Change;
}

export interface Compared {
  /** `compared with Northern pathway`. */
  readonly heading: string;
  /** Absent where it is only said which of several pictures this is. */
  readonly became?: readonly Became[];
  /** What else has changed, in words. */
  readonly more?: readonly string[];
}

/** So much of what else has changed is said; the rest is counted. */
const mostMore = 3;

export interface TitleOptions {
  readonly stamp?: string;
  readonly wanted: Wanted;
  /** The pathway that a scenario changes. */
  readonly changes?: Pathway;
  /** How many stages the picture shows, and of how many. */
  readonly shown: { readonly stages: number; readonly of: number };
  /** What it is compared with, and what has become of each stage, transition and flow that is not as it was. */
  readonly compared?: Compared;
}

/** What stands above the picture. Facts that the pathway does not state are left out. */
export function titleOf(
  project: Project,
  pathway: Pathway,
  findings: readonly Finding[],
  { stamp, wanted, changes, shown, compared }: TitleOptions,
): TitleBlock {
  const status = recorded(pathway.facts.status).at(-1);
  const asOf = status?.asOf === undefined ? '' : ` as of ${status.asOf.text}`;
  const stages = stagesOf(project, pathway).length;
  const flows = pathway.flows.length === 0 ? [] : [counted(pathway.flows.length, 'flow')];
  const issues = recordedIssues(pathway);
  return {
    label: labelOf(pathway),
    facts: [
      ...(changes ? [`scenario of ${labelOf(changes)}`] : []),
      ...(pathway.footprint ? [labelOfRef(project.footprints, pathway.footprint)] : []),
      ...(status ? [`${status.status}${asOf}`] : []),
      ...recorded(pathway.facts.ages).map((ages) => `ages ${formatAges(ages)}`),
      [counted(stages, 'stage'), counted(pathway.transitions.length, 'transition'), ...flows].join(', '),
      ...(issues.length > 0 ? [issues.join(', ')] : []),
    ],
    counts: countBySeverity(findings),
    ...shownOf(pathway, wanted, shown, compared),
    ...(stamp === undefined ? {} : { stamp }),
  };
}

/** How many gaps and risks the authors have recorded, of the whole and of its parts: `2 gaps`, `1 closed gap`. */
function recordedIssues(pathway: Pathway): readonly string[] {
  return (['gap', 'risk'] as const).flatMap((kind) => {
    const all = issuesOf(pathway).filter((issue) => issue.kind === kind);
    const open = all.filter(isOpen).length;
    const closed = all.length - open;
    return [...(open === 0 ? [] : [counted(open, kind)]), ...(closed === 0 ? [] : [counted(closed, `closed ${kind}`)])];
  });
}

const heats = { cost: 'what stages cost', wait: 'how long people wait', findings: 'what is found' } as const;

/** The view, and whatever else makes the picture other than it is by itself: nothing is left out without a word. */
function shownOf(
  pathway: Pathway,
  wanted: Wanted,
  { stages, of }: TitleOptions['shown'],
  compared: Compared | undefined,
): { readonly shown?: readonly string[] } {
  const { shows, lanes, colour, heat, weight } = wanted;
  const flows = shows.has('flows') ? 0 : pathway.flows.length;
  const words = [
    ...(wanted.view === undefined ? [] : [wanted.view]),
    ...(compared ? [compared.heading, ...changesInWords(compared)] : []),
    ...(lanes ? [`lanes by ${lanes}`] : []),
    ...(colour ? [`coloured by ${colour}`] : []),
    ...(heat ? [`shaded by ${heats[heat]}`] : []),
    ...(weight ? ['arrows as wide as their activity'] : []),
    ...(stages < of ? [`${stages} of ${counted(of, 'stage')} shown`] : []),
    ...(flows > 0 ? [`${counted(flows, 'flow')} not shown`] : []),
    ...(shows.has('ends') ? [] : ['ways in and out not shown']),
    ...(shows.has('findings') ? [] : ['findings not shown']),
    ...(heat === 'findings' && shows.has('information') ? ['information sent as it should be not shown'] : []),
  ];
  const [first, ...others] = words;
  if (first === undefined) return {};
  return { shown: [first.replace(/^./u, (letter) => letter.toUpperCase()), ...others] };
}

/** `1 stage added`, `2 stages changed`, `3 transitions taken away`. */
function changesInWords({ became, more = [] }: Compared): readonly string[] {
  if (became === undefined) return [];
  const words: readonly (readonly [Change, string])[] = [
    ['added', 'added'],
    ['removed', 'taken away'],
    ['changed', 'changed'],
  ];
  const said = (['stage', 'transition', 'flow'] as const).flatMap((kind) =>
    words.flatMap(([change, word]) => {
      const count = became.filter((one) => one.kind === kind && one.change === change).length;
      return count === 0 ? [] : [`${counted(count, kind)} ${word}`];
    }),
  );
  const rest = more.length > mostMore ? [`${more.length - mostMore + 1} more changes of the whole`] : [];
  const all = [...said, ...more.slice(0, rest.length > 0 ? mostMore - 1 : mostMore), ...rest];
  return all.length === 0 ? ['nothing is different'] : all;
}
