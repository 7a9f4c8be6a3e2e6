import type { Pathway } from '../model/elements.ts';
import { covers, type Place } from '../model/place.ts';
import { labelOf, type Project } from '../model/project.ts';
import { ownDeclarations } from '../model/walk.ts';
import { type RuleSeverity, severities } from '../rules/finding.ts';
import { type MergedFinding, mergeFindings } from '../rules/merge.ts';
import { ruleTitles } from '../rules/titles.ts';
import { list, text } from './cells.ts';
import { linkName, stageName } from './elements.ts';
import { type Cell, columnsOf, type Given, type Register, type Row } from './register.ts';

/** What the check finds and nobody has accepted, the most serious first. Open questions have a register of their own. */
export function findings({ project, findings: found }: Given): Register {
  const rows = mergeFindings(found)
    .flatMap((finding) => {
      const severity = severityCell(finding);
      return severity === undefined ? [] : [{ rank: Number(severity.order), row: rowOf(project, finding, severity) }];
    })
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ row }) => row);
  return {
    name: 'findings',
    title: 'Findings of the check',
    group: 'check',
    about: 'What the check finds in the text: how serious it is, where, and what to do about it.',
    columns: columnsOf(
      ['what', 'What was found, and what to do'],
      ['severity', 'How serious', 'rating', 'filter'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['about', 'Where'],
      ['rule', 'Rule', 'list', 'filter'],
    ),
    rows,
    notes: [
      'An error: the map contradicts itself, or cannot be read. A warning: something that a finished map has is missing. A note: worth knowing. What one element lacks is one finding. What somebody has accepted is among the accepted findings, what is marked as unknown among the open questions.',
    ],
    empty: 'The check finds nothing.',
  };
}

const levels: Readonly<Record<RuleSeverity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

/** How serious it is, ordered as ratings are; nothing of questions and of what is accepted. */
function severityCell({ severity }: MergedFinding): Cell | undefined {
  if (severity === 'question' || severity === 'accepted') return undefined;
  return { text: levels[severity], order: severities.indexOf('info') - severities.indexOf(severity) + 1 };
}

function rowOf(project: Project, { message, place, pathway: name, parts }: MergedFinding, severity: Cell): Row {
  const pathway = name === undefined ? pathwayAt(project, place) : project.pathways.get(name);
  const inside = pathway && elementAt(pathway, place);
  const rules = [...new Set(parts.map(({ rule }) => ruleTitles.get(rule) ?? rule))];
  return {
    cells: {
      what: text(message),
      severity,
      pathway: text(pathway && labelOf(pathway)),
      about: text(pathway === undefined ? declaredAt(project, place) : inside && called(project, pathway, inside)),
      rule: list(rules),
    },
    place,
    pathway: pathway?.name,
    element: inside,
  };
}

/** What cannot be read and unknown names are found by no rule, and still stand in a pathway. */
function pathwayAt(project: Project, place: Place): Pathway | undefined {
  return [...project.pathways.values()].find((one) => covers(one.place, place));
}

/** The part of the pathway in which it stands, as its picture knows it. */
function elementAt({ stages, uses, transitions, flows }: Pathway, place: Place): Row['element'] {
  const link = [...transitions, ...flows].find((one) => covers(one.place, place));
  if (link) return { kind: link.kind, name: link.name };
  const stage = [...stages, ...uses].find((one) => covers(one.place, place));
  return stage && { kind: 'stage', name: stage.name };
}

function called(project: Project, pathway: Pathway, { kind, name }: NonNullable<Row['element']>): string {
  if (kind === 'stage') return stageName(project, pathway, name);
  const link = [...pathway.transitions, ...pathway.flows].find((one) => one.kind === kind && one.name === name);
  return link ? linkName(project, { pathway, link }) : name;
}

/** What a finding outside of all pathways is about: an organisation, a board. */
function declaredAt(project: Project, place: Place): string | undefined {
  const found = ownDeclarations(project).find((one) => covers(one.place, place));
  return found && labelOf(found);
}
