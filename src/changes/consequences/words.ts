import type { End, Flow, Pathway, Transition } from '../../model/elements.ts';
import type { Ref } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { indexOf } from '../../model/pathway-index.ts';
import { labelOf, namedInProject, type Project } from '../../model/project.ts';
import type { Saying } from '../../model/wording.ts';
import type { Version } from './sides.ts';

/** What a stage is called where it stands: a shared one may go by a label of its own there. */
export function stageLabel({ name, stage, used }: PathwayStage): string {
  return used?.label ?? (stage ? labelOf(stage) : name);
}

/** What a name stands for, by its label. */
export function labelOfRef(project: Project, ref: Ref): string {
  const element = namedInProject(project, ref.to)?.get(ref.name);
  return element === undefined ? `'${ref.name}'` : labelOf(element);
}

/** Writes the names in a value by their labels, and texts as they are. */
export function sayingIn(project: Project): Saying {
  return { name: (ref) => labelOfRef(project, ref), text: (text) => text };
}

/** `the transition 'Release' from Secure home to Resettlement`. */
export function linkInWords(version: Version, link: Transition | Flow): string {
  const called = link.label ?? (link.named ? link.name : undefined);
  const what = link.kind === 'flow' ? 'the flow' : 'the transition';
  return `${what}${called === undefined ? '' : ` '${called}'`} ${endsInWords(version, link)}`;
}

/** Whether an arrow has a label, and no other one in any of the versions goes by it. */
export function isKnownByLabel(versions: readonly Version[], { label }: Transition | Flow): boolean {
  if (label === undefined) return false;
  return versions.every(({ pathway }) => {
    const links: readonly (Transition | Flow)[] = [...pathway.transitions, ...pathway.flows];
    return links.filter((link) => link.label === label).length < 2;
  });
}

/** `from Secure home to Resettlement`. */
export function endsInWords(version: Version, { from, to }: Transition | Flow): string {
  return `from ${endInWords(version, from)} to ${endInWords(version, to)}`;
}

function endInWords({ project, pathway }: Version, { stage, pathway: other }: End): string {
  const home: Pathway | undefined = other === undefined ? pathway : project.pathways.get(other.name);
  const of = other === undefined || other.name === pathway.name ? '' : home ? labelOf(home) : `'${other.name}'`;
  if (stage === undefined) return of === '' ? 'an unknown stage' : of;
  const found = home && indexOf(project, home).byName.get(stage.name);
  const label = found ? stageLabel(found) : `'${stage.name}'`;
  return of === '' ? label : `${label} of ${of}`;
}

/** How many names a sentence says before it counts the rest. */
const FEW = 3;

/** `A`, `A and B`, `A, B, C and 4 more`. */
export function someOf(names: readonly string[]): string {
  if (names.length > FEW + 1) return `${names.slice(0, FEW).join(', ')} and ${names.length - FEW} more`;
  return listed(names);
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[], joint = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`;
}

/** `1 stage`, `2 stages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
