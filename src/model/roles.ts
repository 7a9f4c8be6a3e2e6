import type { Agreement, Board, Pathway } from './elements.ts';
import { type Ref, recorded } from './facts.ts';
import { effective } from './inheritance.ts';
import type { Place } from './place.ts';
import { labelOf, type Project } from './project.ts';
import { elementsIn, ownDeclarations, ownPathways } from './walk.ts';

/** What an organisation may do somewhere. */
export type RoleName =
  | 'provides'
  | 'takes part in'
  | 'commissions'
  | 'funds'
  | 'leads the move'
  | 'takes over in'
  | 'owns'
  | 'chairs'
  | 'sits on'
  | 'is party to';

/** One thing that an organisation does, and where. */
export interface Role {
  readonly role: RoleName;
  /** What it does it for, as readers see it. */
  readonly what: string;
  /** The pathway that this is in, as readers see it. */
  readonly where?: string;
  readonly place: Place;
}

const cache = new WeakMap<Project, ReadonlyMap<string, readonly Role[]>>();

/** All that each organisation does, by its name. A stage that takes its provider from its pathway counts too. */
export function rolesIn(project: Project): ReadonlyMap<string, readonly Role[]> {
  const known = cache.get(project);
  if (known) return known;
  const roles = new Map<string, Role[]>();
  for (const [organisation, role] of allRoles(project)) {
    const those = roles.get(organisation.name) ?? [];
    const told = those.some((one) => one.role === role.role && one.place === role.place);
    if (!told) roles.set(organisation.name, [...those, role]);
  }
  cache.set(project, roles);
  return roles;
}

function* allRoles(project: Project): Iterable<readonly [Ref, Role]> {
  for (const pathway of ownPathways(project)) yield* rolesInPathway(pathway);
  for (const declaration of ownDeclarations(project)) {
    if (declaration.kind === 'board') yield* rolesInBoard(declaration);
    if (declaration.kind === 'agreement') yield* rolesInAgreement(declaration);
  }
}

function* rolesInPathway(pathway: Pathway): Iterable<readonly [Ref, Role]> {
  const where = labelOf(pathway);
  const whole = { what: where, place: pathway.namePlace };
  for (const owner of recorded(pathway.facts.owner)) yield [owner, { role: 'owns', ...whole }];
  for (const funder of recorded(pathway.facts.cost).flatMap((cost) => cost.fundedBy))
    yield [funder, { role: 'funds', ...whole }];
  yield* rolesOfWhole(pathway, 'provider', 'provides');
  yield* rolesOfWhole(pathway, 'commissioner', 'commissions');
  for (const stage of pathway.stages) {
    const to = { what: labelOf(stage), where, place: stage.namePlace };
    for (const { organisation } of recorded(effective(pathway, stage, 'provider').lines))
      yield [organisation, { role: 'provides', ...to }];
    for (const { organisation } of recorded(stage.facts.partner))
      yield [organisation, { role: 'takes part in', ...to }];
    for (const { organisation } of recorded(effective(pathway, stage, 'commissioner').lines))
      yield [organisation, { role: 'commissions', ...to }];
    for (const funder of recorded(stage.facts.cost).flatMap((cost) => cost.fundedBy))
      yield [funder, { role: 'funds', ...to }];
  }
  for (const transition of pathway.transitions) {
    const to = { what: labelOf(transition), where, place: transition.namePlace };
    for (const lead of recorded(transition.facts.lead)) yield [lead, { role: 'leads the move', ...to }];
    for (const receiver of recorded(transition.facts.receiver)) yield [receiver, { role: 'takes over in', ...to }];
  }
  for (const element of elementsIn(pathway)) {
    if (element === pathway || !('facts' in element) || !('owner' in element.facts) || !('text' in element)) continue;
    for (const owner of recorded(element.facts.owner))
      yield [owner, { role: 'owns', what: element.text || element.name, where, place: element.namePlace }];
  }
}

/** What the pathway says of its stages is theirs; whoever has none of them has it of the pathway as a whole. */
function* rolesOfWhole(
  pathway: Pathway,
  fact: 'provider' | 'commissioner',
  role: RoleName,
): Iterable<readonly [Ref, Role]> {
  const stages = pathway.stages.flatMap((stage) => recorded(effective(pathway, stage, fact).lines));
  const busy = new Set(stages.map(({ organisation }) => organisation.name));
  for (const { organisation } of recorded<{ readonly organisation: Ref }>(pathway.facts[fact]))
    if (!busy.has(organisation.name)) yield [organisation, { role, what: labelOf(pathway), place: pathway.namePlace }];
}

function* rolesInBoard(board: Board): Iterable<readonly [Ref, Role]> {
  const to = { what: labelOf(board), place: board.namePlace };
  for (const chair of recorded(board.facts.chair)) yield [chair, { role: 'chairs', ...to }];
  for (const member of recorded(board.facts.member)) yield [member, { role: 'sits on', ...to }];
}

function* rolesInAgreement(agreement: Agreement): Iterable<readonly [Ref, Role]> {
  for (const party of recorded(agreement.facts.party))
    yield [party, { role: 'is party to', what: labelOf(agreement), place: agreement.namePlace }];
}
