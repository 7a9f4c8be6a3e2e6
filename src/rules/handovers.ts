import type { Stage, Transition } from '../model/elements.ts';
import { type FactLines, type FactState, recorded, stateOf } from '../model/facts.ts';
import { effective } from '../model/inheritance.ts';
import type { Project } from '../model/project.ts';
import type { Provision, SettingUse } from '../model/values.ts';
import type { StageAt } from './transitions.ts';

/** Whether no provider of the one stage is a provider of the other, as far as that is known of both. */
export function changesProvider(project: Project, from: StageAt, to: StageAt): boolean {
  if (providerLines(from) === providerLines(to)) return false;
  return nothingShared(providersOf(project, from), providersOf(project, to));
}

/** Whether no setting of the one stage is a setting of the other, as far as that is known of both. */
export function changesSetting(project: Project, from: StageAt, to: StageAt): boolean {
  return nothingShared(settingsOf(project, from.stage), settingsOf(project, to.stage));
}

/** The providers of a stage or of its pathway; none where one of them is unknown. */
export function providersOf(project: Project, at: StageAt): readonly string[] {
  return knownNames<Provision>(providerLines(at), ({ organisation }) => organisation.name, project.organisations);
}

const providerLines = ({ stage, home }: StageAt): FactLines<Provision> => effective(home, stage, 'provider').lines;

function settingsOf(project: Project, { facts }: Stage): readonly string[] {
  return knownNames<SettingUse>(facts.setting, ({ setting }) => setting.name, project.terms.setting);
}

/** What is known of an agreement for a transition: its own, the one that oversees it, or one that something is sent under. */
export function agreementFor({ facts }: Transition): FactState {
  const overseen = recorded(facts.governance).some(({ by }) => by === 'agreement');
  const sent = recorded(facts.send).some(({ under }) => under !== undefined);
  return overseen || sent ? 'recorded' : stateOf(facts.agreement);
}

function nothingShared(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !some.some((name) => others.includes(name));
}

/** The names on the lines of a fact; none where a line is an open question, or a name is one that nothing has. */
function knownNames<T>(
  lines: FactLines<T>,
  nameOf: (value: T) => string,
  known: ReadonlyMap<string, unknown>,
): readonly string[] {
  const names = recorded(lines).map(nameOf);
  return names.length === lines.length && names.every((name) => known.has(name)) ? names : [];
}
