import type { Pathway, Stage, Term, Transition } from '../model/elements.ts';
import type { PathwayStage } from '../model/graph.ts';
import { endpointOf, indexOf } from '../model/pathway-index.ts';
import type { Project } from '../model/project.ts';
import { isCurrent } from '../model/status.ts';
import { isIsolated, leaves } from './ways.ts';

/** What is known of where a stage takes place. */
interface Settings {
  /** The settings that the vocabulary knows. */
  readonly terms: readonly Term[];
  /** Whether these are all: at least one is given, and each line can be read and its name is known. */
  readonly complete: boolean;
}

/** The settings of a stage as the vocabulary describes them. */
function settingsOf(project: Project, stage: Stage | undefined): Settings {
  const lines = stage?.facts.setting ?? [];
  const terms: Term[] = [];
  for (const line of lines) {
    const term = line.state === 'recorded' && project.terms.setting.get(line.value.setting.name);
    if (term) terms.push(term);
  }
  return { terms, complete: lines.length > 0 && terms.length === lines.length };
}

/** Whether the stage is known to take place, wholly or in part, in a secure setting. */
export function hasSecureSetting(project: Project, stage: Stage | undefined): boolean {
  return settingsOf(project, stage).terms.some(isSecure);
}

/** Whether it is known of every setting of the stage that it is not secure. */
export function hasNoSecureSetting(project: Project, stage: Stage | undefined): boolean {
  const { terms, complete } = settingsOf(project, stage);
  return complete && !terms.some(isSecure);
}

/** Whether it is known of every setting of the stage that it is secure. */
export function hasOnlySecureSettings(project: Project, stage: Stage | undefined): boolean {
  const { terms, complete } = settingsOf(project, stage);
  return complete && terms.every(isSecure);
}

/** The movement of the built-in vocabulary that fits the settings of both stages; nothing where neither is secure. */
export function fittingMovement(project: Project, from: Stage | undefined, to: Stage | undefined): string | undefined {
  if (hasSecureSetting(project, from)) {
    if (hasNoSecureSetting(project, to)) return 'out-of-secure';
    return hasOnlySecureSettings(project, to) ? 'between-secure' : undefined;
  }
  return hasNoSecureSetting(project, from) && hasSecureSetting(project, to) ? 'into-secure' : undefined;
}

/** Whether it is known of every setting of the stage that people are detained there. */
export function isDetained(project: Project, stage: Stage | undefined): boolean {
  const { terms, complete } = settingsOf(project, stage);
  return complete && terms.every(({ flags }) => flags.includes('detained'));
}

/**
 * Whether people are detained wherever the stage takes place, and nobody is said to receive those who leave: no
 * transition leads to where people are not detained, or may lead there as far as anybody knows. Of an isolated stage,
 * and of one that is not there today, nothing is said.
 */
export function nobodyReceives(project: Project, pathway: Pathway, stage: PathwayStage): boolean {
  const index = indexOf(project, pathway);
  if (stage.stage === undefined || !isCurrent(stage.stage) || !isDetained(project, stage.stage)) return false;
  if (index.brokenStart || leaves(stage) || isIsolated(index, stage)) return false;
  return (index.outgoing.get(stage.name) ?? []).every((transition) => staysDetained(project, pathway, transition));
}

/** Whether the transition is known to lead to a stage in which people are still detained. */
function staysDetained(project: Project, pathway: Pathway, { to }: Transition): boolean {
  const end = endpointOf(project, pathway, to);
  if (end.where === 'broken') return false;
  return isDetained(project, end.where === 'here' ? end.stage.stage : end.stage);
}

const isSecure = ({ flags }: Term): boolean => flags.includes('secure');
