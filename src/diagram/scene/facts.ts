import type { Pathway, Stage } from '../../model/elements.ts';
import { type FactLines, type FactState, type Ref, recorded, stateOf } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { effective } from '../../model/inheritance.ts';
import { namedInProject, type Project } from '../../model/project.ts';
import { formatAges } from '../../model/units/ages.ts';
import type { Commissioning, Oversight, Provision, SettingUse } from '../../model/values.ts';
import { type Saying, wordsOf } from '../../model/wording.ts';
import type { Chip, FactLine } from '../scene.ts';
import { byItself, type Wanted } from '../views/wanted.ts';
import { levelTexts } from './levels.ts';
import { labelOfRef, shortLabel } from './words.ts';

/** The lines below a stage's label: who provides and who commissions it, its own facts or its pathway's. */
export function factLines(project: Project, each: PathwayStage, wanted: Wanted = byItself): readonly FactLine[] {
  const { stage, used, home, name } = each;
  if (!stage) {
    const text = used ? `'${used.stage.name}' of '${used.pathway.name}'` : `'${name}'`;
    return [{ fact: 'stage', state: 'broken', text: `${text} is not declared` }];
  }
  const bodies = (['provider', 'commissioner'] as const)
    .filter((fact) => wanted.shows.has(fact) || wanted.lanes === fact || wanted.colour === fact)
    .map((fact): FactLine => {
      // What the picture is divided or coloured by is said in full.
      const whole = wanted.lanes === fact || wanted.colour === fact;
      const { lines } = effective(home, stage, fact);
      return bodyLine(project, fact, lines, whole);
    });
  return [...bodies, ...moreLines(project, stage, home, wanted)];
}

function bodyLine(
  project: Project,
  fact: 'provider' | 'commissioner',
  lines: FactLines<Provision | Commissioning>,
  whole: boolean,
): FactLine {
  const state = stateOf(lines);
  if (state !== 'recorded') return { fact, state, text: absenceText(fact, state) };
  const values = recorded(lines);
  const lost = values.find(({ organisation }) => !project.organisations.has(organisation.name));
  if (lost) return { fact, state: 'broken', text: `${fact} '${lost.organisation.name}' is not declared` };
  const text = whole
    ? inFull(project, values)
    : fact === 'provider'
      ? providerText(project, values)
      : commissionerText(project, values as readonly Commissioning[]);
  return { fact, state, text };
}

/** Everybody, the lead first; whoever has several functions is named once. */
function inFull(project: Project, values: readonly (Provision | Commissioning)[]): string {
  const ordered = [...values.filter(({ role }) => role === 'lead'), ...values.filter(({ role }) => role !== 'lead')];
  const named = ordered.map(({ organisation, role }) => {
    const label = labelOfRef(project.organisations, organisation);
    return role === 'lead' || role === 'co' || role === 'contributor' ? `${label} (${role})` : label;
  });
  return [...new Set(named)].join(', ');
}

/** Facts that a picture shows only where it is asked to. */
function moreLines(project: Project, stage: Stage, home: Pathway, { shows }: Wanted): readonly FactLine[] {
  const say: Saying = { name: (ref) => labelOfName(project, ref), text: (text) => text };
  const line = (fact: 'assessment', lines: FactLines<unknown>): FactLine => {
    const state = stateOf(lines);
    if (state !== 'recorded') return { fact, state, text: absenceText(fact, state) };
    return { fact, state, text: [...new Set(recorded(lines).map((value) => wordsOf(say, fact, value)))].join(', ') };
  };
  return [
    ...(shows.has('governance') ? governanceLines(effective(home, stage, 'governance').lines, say) : []),
    // Not every stage assesses: where none is stated nothing is missing.
    ...(shows.has('assessment') && stage.facts.assessment.length > 0
      ? [line('assessment', stage.facts.assessment)]
      : []),
  ];
}

/** Each board and each agreement on a line of its own. */
function governanceLines(lines: FactLines<Oversight>, { name }: Saying): readonly FactLine[] {
  const state = stateOf(lines);
  if (state !== 'recorded') return [{ fact: 'governance', state, text: absenceText('governance', state) }];
  return recorded(lines).map(({ by, body }) => ({ fact: by, state, text: name(body) }));
}

/** What a name stands for; marked where it stands for nothing. */
export function labelOfName(project: Project, ref: Ref): string {
  const named = namedInProject(project, ref.to);
  return named && !named.has(ref.name) ? `? ${ref.name}` : labelOfRef(named ?? new Map(), ref);
}

/** `NHS England`, `NHS England + 1`; whoever is marked as the lead comes first. */
export function providerText(project: Project, provisions: readonly Provision[]): string {
  const lead = provisions.find((provision) => provision.role === 'lead');
  const first = labelOfRef(project.organisations, (lead ?? provisions[0]!).organisation);
  return named(first, lead !== undefined, provisions.length);
}

/** `NHS England (lead) + 2`, `Dudley CCG`; where several commission and none leads, `2, no lead`. */
export function commissionerText(project: Project, commissionings: readonly Commissioning[]): string {
  const lead = commissionings.find((commissioning) => commissioning.role === 'lead');
  if (!lead && commissionings.length > 1) return `${commissionings.length}, no lead`;
  const first = labelOfRef(project.organisations, (lead ?? commissionings[0]!).organisation);
  return named(first, lead !== undefined, commissionings.length);
}

/** What a stage shows in a few words each: where it is, at which level, for which ages and whom. */
export function chipsOf(
  project: Project,
  stage: { readonly facts: Pick<Stage['facts'], 'setting' | 'level' | 'ages' | 'cohort'> },
  { shows }: Wanted = byItself,
): readonly Chip[] {
  const { setting, level, ages, cohort } = stage.facts;
  const { terms } = project;
  return [
    ...(shows.has('setting')
      ? chipsFor(
          'setting',
          setting,
          terms.setting,
          (value) => value.setting,
          (values) => values.map((value) => settingText(project, value)),
        )
      : []),
    ...(shows.has('level')
      ? chipsFor(
          'level',
          level,
          terms.level,
          (ref) => ref,
          (refs) => levelTexts(project, refs),
        )
      : []),
    ...(shows.has('ages')
      ? chipsFor(
          'ages',
          ages,
          undefined,
          () => undefined,
          (values) => values.map((value) => `ages ${formatAges(value)}`),
        )
      : []),
    ...(shows.has('cohort')
      ? chipsFor(
          'cohort',
          cohort,
          terms.cohort,
          (ref) => ref,
          (refs) => refs.map((ref) => shortLabel(terms.cohort, ref)),
        )
      : []),
  ];
}

/** The state of a fact in words: `provider unknown`, `no provider`, `provider not recorded`. */
export function absenceText(fact: string, state: Exclude<FactState, 'recorded'>): string {
  switch (state) {
    case 'unknown':
      return `${fact} unknown`;
    case 'none':
      return `no ${fact}`;
    case 'missing':
      return `${fact} not recorded`;
    case 'not-applicable':
      return `${fact} not applicable`;
    case 'unreadable':
      return `${fact} cannot be read yet`;
  }
}

function named(first: string, lead: boolean, count: number): string {
  return `${first}${lead ? ' (lead)' : ''}${count > 1 ? `\u00a0+\u00a0${count - 1}` : ''}`;
}

function settingText(project: Project, use: SettingUse): string {
  const label = shortLabel(project.terms.setting, use.setting);
  return use.count === undefined || use.count === 1 ? label : `${label} × ${use.count}`;
}

/** Settings, levels and ages that are missing say nothing: only what is stated has a chip. */
function chipsFor<T>(
  kind: 'setting' | 'level' | 'ages' | 'cohort',
  lines: FactLines<T>,
  known: ReadonlyMap<string, unknown> | undefined,
  refOf: (value: T) => Ref | undefined,
  say: (values: readonly T[]) => readonly string[],
): readonly Chip[] {
  const state = stateOf(lines);
  switch (state) {
    case 'recorded': {
      const values = recorded(lines);
      const lost = (value: T) => known !== undefined && !known.has(refOf(value)?.name ?? '');
      const good = say(values.filter((value) => !lost(value)));
      const broken = values.filter(lost).map((value) => refOf(value)!.name);
      return [
        ...[...new Set(good)].map((text): Chip => ({ kind, state, text })),
        ...[...new Set(broken)].map((text): Chip => ({ kind, state: 'broken', text })),
      ];
    }
    case 'unknown':
      return [{ kind, state, text: absenceText(kind, state) }];
    case 'none':
      return [{ kind, state, text: absenceText(kind, state) }];
    default:
      return [];
  }
}
