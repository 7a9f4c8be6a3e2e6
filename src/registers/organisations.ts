import type { Organisation } from '../model/elements.ts';
import { groupBy } from '../model/group.ts';
import type { Project } from '../model/project.ts';
import { type Role, type RoleName, rolesIn } from '../model/roles.ts';
import { ownDeclarations, ownPathways } from '../model/walk.ts';
import { evidenceOf, evidenceOfBlock, list, missing, nameOf, optional, organisationName, text } from './cells.ts';
import { linkName } from './elements.ts';
import { columnsOf, type Given, type Register, type Row } from './register.ts';

/** Every organisation and what it does. */
export function organisations({ project }: Given): Register {
  return {
    name: 'organisations',
    title: 'Organisations and their roles',
    group: 'services',
    about: 'Every organisation, what kind it is, and what it provides, commissions, leads, owns and sits on.',
    columns: columnsOf(
      ['name', 'Organisation'],
      ['kind', 'Kind', 'text', 'filter'],
      ['provides', 'Provides', 'list'],
      ['takes part in', 'Takes part in', 'list'],
      ['commissions', 'Commissions', 'list'],
      ['funds', 'Funds', 'list'],
      ['leads the move', 'Leads moves', 'list'],
      ['takes over in', 'Receives in', 'list'],
      ['owns', 'Owns', 'list'],
      ['boards', 'Chairs or sits on', 'list'],
      ['is party to', 'Party to', 'list'],
      ['covers', 'Covers', 'list'],
      ['part', 'Part of', 'list'],
      ['successor', 'Succeeded by', 'list'],
      ['alias', 'Also called', 'list'],
      ['code', 'Code', 'list'],
    ),
    rows: ownDeclarations(project).flatMap((one) => (one.kind === 'organisation' ? [rowOf(project, one)] : [])),
    notes: ['An organisation without any role is recorded and does nothing in the pathways yet.'],
    empty: 'No organisation is recorded.',
  };
}

const shown: readonly RoleName[] = [
  'provides',
  'takes part in',
  'commissions',
  'funds',
  'leads the move',
  'takes over in',
  'owns',
  'is party to',
];

function rowOf(project: Project, organisation: Organisation): Row {
  const byRole = groupBy(rolesIn(project).get(organisation.name) ?? [], ({ role }) => role);
  const things = (role: RoleName): readonly string[] => byPathway(project, byRole.get(role) ?? []);
  const { facts } = organisation;
  const chaired = things('chairs');
  return {
    cells: {
      name: text(organisationName(project, organisation)),
      kind: organisation.is === undefined ? missing : text(nameOf(project, organisation.is)),
      ...Object.fromEntries(shown.map((role) => [role, list(things(role))])),
      boards: list([
        ...chaired.map((board) => `${board} (chair)`),
        ...things('sits on').filter((board) => !chaired.includes(board)),
      ]),
      covers: optional(project, 'covers', facts.covers),
      part: optional(project, 'partOf', facts.partOf),
      successor: optional(project, 'succeededBy', facts.succeededBy),
      alias: optional(project, 'alias', facts.alias),
      code: optional(project, 'code', facts.code),
    },
    place: organisation.namePlace,
    evidence: evidenceOf(project, Object.values(facts).flat()) ?? evidenceOfBlock(project, organisation),
  };
}

/** What is a pathway, board or agreement as a whole, then `North: Early help, Community CAMHS` for each pathway. */
function byPathway(project: Project, roles: readonly Role[]): readonly string[] {
  const wholes = roles.filter(({ where }) => where === undefined).map(({ what }) => what);
  const inside = groupBy(
    roles.filter(({ where }) => where !== undefined),
    ({ where }) => where!,
  );
  const parts = [...inside].map(([where, those]) => {
    const things = new Set(those.map((role) => thingOf(project, role)));
    return `${where}: ${[...things].join(', ')}`;
  });
  return [...new Set(wholes), ...parts];
}

/** What the role is for; a transition without a label by where it leads from and to. */
function thingOf(project: Project, { role, what, place }: Role): string {
  if (role !== 'leads the move' && role !== 'takes over in') return what;
  for (const pathway of ownPathways(project)) {
    const link = pathway.transitions.find((one) => one.namePlace === place);
    if (link) return linkName(project, { pathway, link });
  }
  return what;
}
