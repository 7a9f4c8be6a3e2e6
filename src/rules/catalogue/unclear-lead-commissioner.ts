import type { Pathway, Stage } from '../../model/elements.ts';
import { type Recorded, recordedFacts } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import { isCurrent } from '../../model/status.ts';
import type { Commissioning } from '../../model/values.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { inWords } from '../words.ts';

/**
 * Commissioners that a pathway names for all of its stages are spoken of once, at the pathway. Silent where a name is
 * unknown to the project, and where a line is unknown that may name the lead.
 */
export const unclearLeadCommissioner: PathwayRule = {
  name: 'unclear-lead-commissioner',
  title: 'Unclear lead commissioner',
  family: 'commissioning',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    for (const element of [pathway, ...pathway.stages.filter(isCurrent)]) yield* checkElement(project, element);
  },
};

function* checkElement(project: Project, { name, facts }: Pathway | Stage): Iterable<Report> {
  const lines = recordedFacts<Commissioning>(facts.commissioner);
  if (!lines.every(({ value }) => project.organisations.has(value.organisation.name))) return;
  const all = organisationsOn(lines);
  const leads = organisationsOn(lines.filter(({ value }) => value.role === 'lead'));
  if (all.length < 2 || leads.length === 1 || eachOnItsOwnBasis(lines, all)) return;
  if (leads.length === 0 && lines.length < facts.commissioner.length) return;
  const second = lines.find(({ value }) => value.role === 'lead' && value.organisation.name === leads[1]);
  yield {
    at: (second ?? lines[0]!).place,
    message:
      leads.length === 0
        ? `'${name}' has ${all.length} commissioners and no lead: write 'as lead' behind the one that leads.`
        : `'${name}' has ${leads.length} lead commissioners, ${inWords(leads.map((lead) => `'${lead}'`))}: keep 'as lead' for one of them, and write 'as co' for the others.`,
    element: name,
    facts: ['commissioner'],
  };
}

/** The bodies named on the lines, each once: one body may commission several parts. */
function organisationsOn(lines: readonly Recorded<Commissioning>[]): readonly string[] {
  return [...new Set(lines.map(({ value }) => value.organisation.name))];
}

/** Whether each body commissions on a legal basis that no other one names: then each is responsible for its own. */
function eachOnItsOwnBasis(lines: readonly Recorded<Commissioning>[], all: readonly string[]): boolean {
  const pairs = new Set(lines.map(({ value }) => `${value.organisation.name} ${value.basis?.name ?? ''}`));
  const bases = new Set(lines.map(({ value }) => value.basis?.name ?? ''));
  return !bases.has('') && pairs.size === bases.size && bases.size >= all.length;
}
