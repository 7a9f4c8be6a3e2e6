import type { Agreement } from '../model/elements.ts';
import { recorded } from '../model/facts.ts';
import { effective } from '../model/inheritance.ts';
import { labelOf, type Project } from '../model/project.ts';
import { ownDeclarations, ownPathways } from '../model/walk.ts';
import { capital } from '../model/wording.ts';
import { absence, evidenceOf, evidenceOfBlock, fact, number, optional, period, text } from './cells.ts';
import { type Cell, columnsOf, type Given, type Register, type Row } from './register.ts';

/** What has been agreed between whom, on what basis, and until when: what ends first stands first. */
export function agreements({ project, asOf }: Given): Register {
  const uses = usesOf(project);
  const rows = ownDeclarations(project).flatMap((one) =>
    one.kind === 'agreement' ? [rowOf(project, one, asOf, uses.get(one.name) ?? 0)] : [],
  );
  const end = ({ cells }: Row): string => `${cells['to']?.order ?? '9999'}`;
  return {
    name: 'agreements',
    title: 'Agreements and when they end',
    group: 'oversight',
    about: 'What has been agreed between whom, on what basis, and until when; what ends first stands first.',
    columns: columnsOf(
      ['name', 'Agreement'],
      ['kind', 'Kind', 'text', 'filter'],
      ['state', 'State', 'text', 'filter'],
      ['from', 'From', 'period'],
      ['to', 'To', 'period'],
      ['party', 'Parties', 'list'],
      ['covers', 'Covers', 'list'],
      ['under', 'Under', 'list'],
      ['lawful', 'Lawful basis', 'list'],
      ['condition', 'Condition', 'list'],
      ['dpia', 'Impact assessment', 'list'],
      ['governance', 'Overseen by', 'list'],
      ['uses', 'Relied on', 'number'],
    ),
    rows: rows.toSorted((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0)),
    notes: [
      `State: as on ${asOf}. Ends soon: within a year of that day.`,
      'Relied on: how many stages, transitions and flows name it.',
    ],
    empty: 'No agreement is recorded.',
  };
}

function rowOf(project: Project, agreement: Agreement, asOf: string, uses: number): Row {
  const { facts } = agreement;
  const valid = recorded(facts.valid).at(-1);
  return {
    cells: {
      name: text(labelOf(agreement)),
      kind: text(capital((agreement.is ?? '').replaceAll('-', ' '))),
      state: stateCell(agreement, asOf),
      from: period(valid?.from),
      to: valid === undefined ? absence(project, facts.valid) : valid.to ? period(valid.to) : { text: 'No end' },
      party: fact(project, 'party', facts.party),
      covers: optional(project, 'covers', facts.covers),
      under: optional(project, 'basis', facts.basis),
      lawful: optional(project, 'lawfulBasis', facts.lawfulBasis),
      condition: optional(project, 'condition', facts.condition),
      dpia: optional(project, 'dpia', facts.dpia),
      governance: optional(project, 'governance', facts.governance),
      uses: number(uses),
    },
    place: agreement.namePlace,
    evidence: evidenceOf(project, Object.values(facts).flat()) ?? evidenceOfBlock(project, agreement),
  };
}

function stateCell({ facts }: Agreement, asOf: string): Cell {
  const valid = recorded(facts.valid).at(-1);
  if (valid === undefined) {
    const unknown = facts.valid.some(({ state }) => state === 'unknown');
    return unknown ? { text: 'Unknown', state: 'unknown' } : { text: 'Not recorded', state: 'missing' };
  }
  if (valid.from !== undefined && valid.from.start > asOf) return { text: 'Not begun' };
  if (valid.to === undefined) return { text: 'In force' };
  if (valid.to.end < asOf) return { text: 'Ended', state: 'late' };
  const inAYear = `${Number(asOf.slice(0, 4)) + 1}${asOf.slice(4)}`;
  return valid.to.end <= inAYear ? { text: 'Ends soon', state: 'late' } : { text: 'In force' };
}

/** How many stages, transitions and flows name each agreement. */
function usesOf(project: Project): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const names of ownPathways(project).flatMap(namedIn))
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function namedIn(pathway: ReturnType<typeof ownPathways>[number]): readonly ReadonlySet<string>[] {
  const overseen = (lines: typeof pathway.facts.governance): readonly string[] =>
    recorded(lines).flatMap(({ by, body }) => (by === 'agreement' ? [body.name] : []));
  const stages = pathway.stages.map((stage) => new Set(overseen(effective(pathway, stage, 'governance').lines)));
  const links = [...pathway.transitions, ...pathway.flows].map(({ facts }) => {
    const sent = recorded(facts.send).flatMap(({ under }) => (under ? [under.name] : []));
    const governance = 'governance' in facts ? overseen(facts.governance) : [];
    return new Set([...sent, ...recorded(facts.agreement).map(({ name }) => name), ...governance]);
  });
  return [...stages, ...links];
}
