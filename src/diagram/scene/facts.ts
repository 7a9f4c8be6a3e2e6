import type { Stage } from '../../model/elements.ts';
import { type FactLines, type FactState, recorded, stateOf } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { effective } from '../../model/inheritance.ts';
import type { Project } from '../../model/project.ts';
import { formatAges } from '../../model/units/ages.ts';
import type { Commissioning, Provision, SettingUse } from '../../model/values.ts';
import type { Chip, FactLine } from '../scene.ts';
import { levelTexts } from './levels.ts';
import { labelOfRef, shortLabel } from './words.ts';

/** The lines below a stage's label: who provides and who commissions it, its own facts or its pathway's. */
export function factLines(project: Project, { stage, used, home, name }: PathwayStage): readonly FactLine[] {
  if (!stage) {
    const wanted = used ? `'${used.stage.name}' of '${used.pathway.name}'` : `'${name}'`;
    return [{ fact: 'stage', state: 'broken', text: `${wanted} is not declared` }];
  }
  const providers = effective(home, stage, 'provider').lines;
  const commissioners = effective(home, stage, 'commissioner').lines;
  return [
    { fact: 'provider', ...told('provider', providers, (values) => providerText(project, values)) },
    { fact: 'commissioner', ...told('commissioner', commissioners, (values) => commissionerText(project, values)) },
  ];
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

/** What a stage shows in a few words each: where it is, at which level, for which ages. */
export function chipsOf(project: Project, stage: Stage): readonly Chip[] {
  return [
    ...chipsFor('setting', stage.facts.setting, (values) => values.map((value) => settingText(project, value))),
    ...chipsFor('level', stage.facts.level, (values) => levelTexts(project, values)),
    ...chipsFor('ages', stage.facts.ages, (values) => values.map((ages) => `ages ${formatAges(ages)}`)),
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

function told<T>(
  fact: string,
  lines: FactLines<T>,
  say: (values: readonly T[]) => string,
): { readonly state: FactState; readonly text: string } {
  const state = stateOf(lines);
  return { state, text: state === 'recorded' ? say(recorded(lines)) : absenceText(fact, state) };
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
  kind: 'setting' | 'level' | 'ages',
  lines: FactLines<T>,
  say: (values: readonly T[]) => readonly string[],
): readonly Chip[] {
  const state = stateOf(lines);
  switch (state) {
    case 'recorded':
      return [...new Set(say(recorded(lines)))].map((text) => ({ kind, state, text }));
    case 'unknown':
      return [{ kind, state, text: absenceText(kind, state) }];
    case 'none':
      return [{ kind, state, text: absenceText(kind, state) }];
    default:
      return [];
  }
}
