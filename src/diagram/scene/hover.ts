import type { Flow, Transition } from '../../model/elements.ts';
import { type FactLines, recorded, stateOf } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { effective } from '../../model/inheritance.ts';
import { labelOf, type Project } from '../../model/project.ts';
import type { Commissioning, Send } from '../../model/values.ts';
import { capital, type Saying, wordsOf } from '../../model/wording.ts';
import { absenceText, labelOfName } from './facts.ts';
import { askedBeside } from './figures.ts';
import { labelOfRef, listed, plain } from './words.ts';

/** What hovering over a stage shows: everything that the box has to shorten, a line each. */
export function hoverOfStage(project: Project, { name, stage, used, home }: PathwayStage): readonly string[] {
  if (!stage)
    return [used?.label ?? name, `Shared from the pathway '${used?.pathway.name}', where it cannot be found.`];
  const organisation = (ref: { readonly organisation: Parameters<typeof labelOfRef>[1] }) =>
    labelOfRef(project.organisations, ref.organisation);
  const { facts } = stage;
  const say: Saying = { name: (ref) => labelOfName(project, ref), text: (text) => text };
  return [
    used?.label ?? labelOf(stage),
    ...(used ? [`Shared: described in ${labelOf(home)}`] : []),
    ...recorded(facts.purpose),
    said('Provider', effective(home, stage, 'provider').lines, organisation),
    said('Commissioner', effective(home, stage, 'commissioner').lines, (value) => commissioning(project, value)),
    ...saidIfAny('Setting', facts.setting, (value) =>
      [
        labelOfRef(project.terms.setting, value.setting),
        ...(value.place === undefined ? [] : [`(${value.place})`]),
      ].join(' '),
    ),
    ...saidIfAny('Level', facts.level, (value) => labelOfRef(project.terms.level, value)),
    ...figures.flatMap((fact) => [
      ...saidIfAny(plain(fact), facts[fact] as FactLines<unknown>, (value) => wordsOf(say, fact, value)),
      ...(fact === 'wait' || fact === 'assessment' ? [] : askedBeside(fact, facts[fact]).map(plain)),
    ]),
    ...saidIfAny('Governance', effective(home, stage, 'governance').lines, (value) => say.name(value.body)),
  ];
}

const figures = ['activity', 'cost', 'capacity', 'wait', 'assessment'] as const;

/** What hovering over a transition or flow shows below its first line. */
export function hoverOfLink(project: Project, link: Transition | Flow): readonly string[] {
  const sends = saidIfAny('Sent', link.facts.send, (value) => sending(project, value));
  if (link.kind === 'flow') return sends;
  const { facts } = link;
  return [
    ...saidIfAny('Movement', facts.movement, (value) => labelOfRef(project.terms.movement, value)),
    ...saidIfAny('Criteria', facts.criteria, String),
    ...saidIfAny('Threshold', facts.threshold, String),
    ...saidIfAny('Lead', facts.lead, (value) => labelOfRef(project.organisations, value)),
    ...saidIfAny('Receiver', facts.receiver, (value) => labelOfRef(project.organisations, value)),
    ...sends,
  ];
}

function said<T>(heading: string, lines: FactLines<T>, say: (value: T) => string): string {
  const state = stateOf(lines);
  if (state === 'recorded') return `${heading}: ${listed(recorded(lines).map(say))}`;
  const because = lines.find((line) => line.state === state);
  const reason = because && 'because' in because && because.because ? ` (${because.because})` : '';
  const absence = absenceText(heading.toLowerCase(), state);
  return `${capital(absence)}${reason}`;
}

function saidIfAny<T>(heading: string, lines: FactLines<T>, say: (value: T) => string): readonly string[] {
  return lines.length === 0 ? [] : [said(heading, lines, say)];
}

function commissioning(project: Project, value: Commissioning): string {
  const organisation = labelOfRef(project.organisations, value.organisation);
  return value.role === undefined ? organisation : `${organisation} (${value.role})`;
}

function sending(project: Project, send: Send): string {
  const information = labelOfRef(project.information, send.information);
  return send.using === undefined ? information : `${information} by ${labelOfRef(project.systems, send.using)}`;
}
