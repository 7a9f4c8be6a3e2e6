import type {
  Agreement,
  Board,
  Declaration,
  Footprint,
  Information,
  Organisation,
  Pathway,
  Source,
  Stage,
  System,
  Transition,
} from '../../../model/elements.ts';
import { type RefKind, recorded } from '../../../model/facts.ts';
import { groupBy } from '../../../model/group.ts';
import { labelOf, type Project } from '../../../model/project.ts';
import { type RoleName, rolesIn } from '../../../model/roles.ts';
import { ownDeclarations, ownPathways } from '../../../model/walk.ts';
import type { CheckedProject } from '../../checker.ts';
import { counted, heading, labelOf as labelOfRef, plain } from '../words.ts';
import { card, type Entry, entry, factEntries, factEntry, few, findingsIn, list, questionsIn } from './card.ts';

export function aboutOrganisation(checked: CheckedProject, organisation: Organisation): string {
  const { project } = checked;
  const before = [...project.organisations.values()].filter(({ facts }) =>
    recorded(facts.succeededBy).some((succession) => succession.organisation.name === organisation.name),
  );
  return card(
    plain(labelOf(organisation)),
    organisation.is ? plain(labelOfRef(project, organisation.is)) : 'organisation',
    list([
      ...factEntries(project, organisation.facts, ['alias', 'code', 'covers', 'partOf', 'succeededBy']),
      entry('Took over from', before.map((one) => plain(labelOf(one))).join(', ')),
      ...roles(project, organisation.name),
    ]),
    findingsIn(checked, organisation.place),
  );
}

/** `Provides: 3 stages: Intake, Support (North); …`, a line for each role. */
function roles(project: Project, organisation: string): readonly (Entry | undefined)[] {
  const byRole = groupBy(rolesIn(project).get(organisation) ?? [], ({ role }) => role);
  return [...byRole].map(([role, those]) => {
    const items = those.map(
      ({ what, where }) => `${plain(what)}${where && where !== what ? ` (${plain(where)})` : ''}`,
    );
    const isOfStages = ofStages.has(role) && those.every(({ where }) => where !== undefined);
    const count = isOfStages ? `${counted(those.length, 'stage')}: ` : '';
    return entry(heading(role), `${count}${few(items)}`);
  });
}

const ofStages: ReadonlySet<RoleName> = new Set<RoleName>(['provides', 'takes part in', 'commissions', 'funds']);

export function aboutSource(checked: CheckedProject, source: Source): string {
  const { project } = checked;
  return card(
    plain(labelOf(source)),
    'source',
    list([
      ...factEntries(project, source.facts, ['publisher', 'author', 'published']),
      entry('Read at', recorded(source.facts.url).join(', ')),
      entry('Cited', times(checked, 'source', source.name)),
    ]),
    questionsIn(checked, source.place),
  );
}

export function aboutFootprint(checked: CheckedProject, footprint: Footprint): string {
  const { project } = checked;
  const inside = [...project.footprints.values()].filter(({ within }) => within?.name === footprint.name);
  const covering = [...project.organisations.values()].filter(({ facts }) =>
    recorded(facts.covers).some(({ name }) => name === footprint.name),
  );
  const pathways = ownPathways(project).filter((pathway) => pathway.footprint?.name === footprint.name);
  return card(
    plain(labelOf(footprint)),
    footprint.is ? plain(labelOfRef(project, footprint.is)) : 'footprint',
    list([
      entry('Within', footprint.within && plain(labelOfRef(project, footprint.within))),
      factEntry(project, 'code', footprint.facts.code),
      entry('Holds', labels(inside)),
      entry('Covered by', labels(covering)),
      entry('Pathways', labels(pathways)),
    ]),
  );
}

export function aboutSystem(checked: CheckedProject, system: System): string {
  return card(plain(labelOf(system)), 'system', list([entry('Named', times(checked, 'system', system.name))]));
}

export function aboutInformation(checked: CheckedProject, information: Information): string {
  const { project } = checked;
  const { name } = information;
  const stages = ownPathways(project).flatMap((pathway) =>
    pathway.stages.filter(({ facts }) => recorded(facts.assessment).some((value) => value.information.name === name)),
  );
  const sent = ownPathways(project).flatMap((pathway) =>
    [...pathway.transitions, ...pathway.flows].filter(({ facts }) =>
      recorded(facts.send).some((value) => value.information.name === name),
    ),
  );
  const agreements = [...project.agreements.values()].filter(({ facts }) =>
    recorded(facts.covers).some((value) => value.name === name),
  );
  const sensitive = information.containing.map((data) => {
    const flags = project.terms.data.get(data.name)?.flags ?? [];
    const marks = flags.map((flag) => flag.replace('-', ' ')).join(', ');
    return `${plain(labelOfRef(project, data))}${marks && ` (${marks})`}`;
  });
  return card(
    plain(labelOf(information)),
    information.is ? `${information.is}, information` : 'information',
    list([
      entry('Contains', sensitive.join(', ')),
      entry('Assessed at', labels(stages)),
      entry('Sent along', labels(sent)),
      entry('May be sent under', labels(agreements)),
    ]),
  );
}

export function aboutAgreement(checked: CheckedProject, agreement: Agreement): string {
  const { project } = checked;
  const { facts } = agreement;
  return card(
    plain(labelOf(agreement)),
    agreement.is
      ? `${agreement.is.replace('-', ' ')} agreement`.replace('contract agreement', 'contract')
      : 'agreement',
    list([
      factEntry(project, 'party', facts.party, 'Parties'),
      factEntry(project, 'valid', facts.valid),
      factEntry(project, 'covers', facts.covers),
      factEntry(project, 'basis', facts.basis, 'Under'),
      ...factEntries(project, facts, ['lawfulBasis', 'condition']),
      factEntry(project, 'dpia', facts.dpia, 'Data protection impact assessment'),
      ...factEntries(project, facts, ['governance', 'standard']),
    ]),
    questionsIn(checked, agreement.place),
    findingsIn(checked, agreement.place),
  );
}

export function aboutBoard(checked: CheckedProject, board: Board): string {
  const { project } = checked;
  const chain = reporting(project, board);
  const overseen = ownDeclarations(project)
    .flatMap(overseeable)
    .filter(({ facts }) =>
      recorded(facts.governance).some(({ by, body }) => by === 'board' && body.name === board.name),
    );
  return card(
    plain(labelOf(board)),
    'board',
    list([
      factEntry(project, 'chair', board.facts.chair),
      factEntry(project, 'member', board.facts.member, 'Members'),
      entry('Reports to', chain.map((one) => plain(one)).join(' → ') || (board.top ? 'nobody: it is the top' : '')),
      factEntry(project, 'meets', board.facts.meets),
      entry('Oversees', labels(overseen)),
    ]),
    findingsIn(checked, board.place),
  );
}

/** What in a declaration a board may oversee. */
function overseeable(declaration: Declaration): readonly (Agreement | Pathway | Stage | Transition)[] {
  if (declaration.kind === 'pathway') return [declaration, ...declaration.stages, ...declaration.transitions];
  return declaration.kind === 'agreement' ? [declaration] : [];
}

/** The boards above a board, each once: boards that report in a circle end it. */
function reporting(project: Project, board: Board): readonly string[] {
  const above: string[] = [];
  const seen = new Set([board.name]);
  for (let next = recorded(board.facts.reportsTo)[0]; next && !seen.has(next.name); ) {
    seen.add(next.name);
    above.push(labelOfRef(project, next));
    const higher = project.boards.get(next.name);
    next = higher && recorded(higher.facts.reportsTo)[0];
  }
  return above;
}

function labels(elements: readonly { readonly name: string; readonly label?: string }[]): string {
  return few(elements.map((element) => plain(labelOf(element))));
}

function times({ files }: CheckedProject, kind: RefKind, name: string): string {
  const refs = files.flatMap(({ reading }) => reading.refs).filter(({ ref }) => ref.to === kind && ref.name === name);
  return refs.length === 0 ? 'nowhere yet' : `in ${counted(refs.length, 'place')}`;
}
