import { specificationId, wholeId } from '../diagram/region/cards.ts';
import { speaksOf } from '../diagram/specification/findings.ts';
import { requiredId, requiredTransitionId } from '../diagram/specification/ids.ts';
import { type Subject, subjectsOf } from '../diagram/subjects.ts';
import type { CheckedProject } from '../language/checker.ts';
import type { Declaration, Pathway, Specification } from '../model/elements.ts';
import { covers, type Place } from '../model/place.ts';
import type { Project } from '../model/project.ts';
import { entryKey } from '../protocol/preview.ts';
import type { ElementAt } from '../protocol/requests.ts';
import { realising } from '../rules/coverage.ts';
import type { Finding } from '../rules/finding.ts';
import { mergeFindings } from '../rules/merge.ts';
import { realisationOf } from '../rules/realisation.ts';

/** A drawn element, and the name that declares it. */
export interface DrawnAt {
  readonly id: string;
  readonly place: Place;
}

/** What a project's own files declare that can be drawn. */
export function drawables({ project, own }: CheckedProject): readonly Subject[] {
  const files = new Set(own.map(({ uri }) => uri));
  return subjectsOf(project).filter(({ place }) => files.has(place.file));
}

const merged = new WeakMap<CheckedProject, readonly Finding[]>();

/** All findings of a project as people see them, merged once for all its pictures. */
export function mergedFindings(checked: CheckedProject): readonly Finding[] {
  const known = merged.get(checked);
  if (known) return known;
  const made = mergeFindings(checked.findings);
  merged.set(checked, made);
  return made;
}

/** What is found in a pathway's text; of a specification also what refers to it; of a region everything. */
export function findingsOf(checked: CheckedProject, subject: Subject): readonly Finding[] {
  switch (subject.kind) {
    case 'region':
      return mergedFindings(checked);
    case 'specification':
      return mergedFindings(checked).filter((finding) => isAbout(subject, finding));
    default:
      return mergeFindings(checked.findings.filter((finding) => isAbout(subject, finding)));
  }
}

/** Whether a finding is one of the subject's. */
export function isAbout(subject: Subject, finding: Finding): boolean {
  switch (subject.kind) {
    case 'region':
      return true;
    case 'specification':
      return speaksOf(finding, subject.place);
    default:
      return covers(subject.place, finding.place);
  }
}

/** The drawn element that a finding is listed with: where it stands, or else what it refers to. */
export function elementOf(project: Project, subject: Subject, finding: Finding): DrawnAt | undefined {
  const related = subject.kind === 'specification' ? (finding.related ?? []) : [];
  for (const place of [...related.map((other) => other.place), finding.place]) {
    const element = elementAt(project, subject, place);
    if (element) return element;
  }
  return undefined;
}

/** The files whose texts the picture is drawn from, by URI: while one is broken, the picture stays as it was. */
export function filesOf({ project }: CheckedProject, subject: Subject): ReadonlySet<string> {
  const pathways = (): readonly Pathway[] => [...project.pathways.values()];
  switch (subject.kind) {
    case 'region':
      return new Set([subject.place.file, ...pathways().map(({ place }) => place.file)]);
    case 'specification':
      return new Set([subject.place.file, ...realising(project, subject.specification).map(({ place }) => place.file)]);
    default:
      return new Set([subject.place.file]);
  }
}

/** How many stages, required stages or pathways it has. */
export function sizeOf(project: Project, subject: Subject): number {
  switch (subject.kind) {
    case 'region':
      return project.pathways.size;
    case 'specification':
      return subject.specification.stages.length;
    default:
      return subject.pathway.stages.length + subject.pathway.uses.length;
  }
}

/**
 * What is drawn of a place of the text: in the picture of the pathway, scenario or specification that it stands in, or of
 * the whole region where that is declared; and, as `others`, in the pictures in which it has a part.
 */
export function caretAt(
  checked: CheckedProject,
  declarations: readonly Declaration[],
  at: Place,
): ElementAt | undefined {
  const { project, folder } = checked;
  const keyOf = (name: string): string => entryKey({ project: folder, name });
  const subjects = drawables(checked);
  // Also the second pathway of a name, which is no subject of its own.
  const pathway = declarations.find((declaration) => declaration.kind === 'pathway' && covers(declaration.place, at));
  const subject = subjects.find(({ kind, place }) => kind !== 'pathway' && covers(place, at));
  const name = pathway?.name ?? subject?.name;
  if (name === undefined) return undefined;
  const own = pathway?.kind === 'pathway' ? inPathway(pathway, at) : subject && elementAt(project, subject, at);
  const others = subjects
    .filter((other) => other.name !== name && (other.kind === 'region' || other.kind === 'specification'))
    .flatMap((other) => {
      const element = elementAt(project, other, at);
      return element ? [{ key: keyOf(other.name), id: element.id }] : [];
    });
  return { key: keyOf(name), ...own, ...(others.length > 0 && { others }) };
}

/** What is drawn of a place of the text, in one of the project's pictures; nothing where it is not drawn there. */
export function elementAt(project: Project, subject: Subject, at: Place): DrawnAt | undefined {
  switch (subject.kind) {
    case 'region':
      return inRegion(project, at);
    case 'specification':
      return inSpecification(project, subject.specification, at);
    default:
      return covers(subject.place, at) ? inPathway(subject.pathway, at) : undefined;
  }
}

/** `stage:…`, `transition:…` or `flow:…`. */
export function inPathway(pathway: Pathway, at: Place): DrawnAt | undefined {
  const { stages, uses, transitions, flows } = pathway;
  for (const element of [...stages, ...uses, ...transitions, ...flows]) {
    if (!covers(element.place, at)) continue;
    const prefix = element.kind === 'used-stage' ? 'stage' : element.kind;
    return { id: `${prefix}:${element.name}`, place: element.namePlace };
  }
  return undefined;
}

/** The box of the pathway or the specification that it stands in. */
function inRegion(project: Project, at: Place): DrawnAt | undefined {
  const pathway = [...project.pathways.values()].find(({ place }) => covers(place, at));
  if (pathway) return { id: wholeId(pathway.name), place: pathway.namePlace };
  const specification = [...project.specifications.values()].find(({ place }) => covers(place, at));
  return specification && { id: specificationId(specification.name), place: specification.namePlace };
}

/** What is required there, or what a stage of a pathway realises of it. */
function inSpecification(project: Project, specification: Specification, at: Place): DrawnAt | undefined {
  const { stages, transitions } = specification;
  const stage = stages.find(({ place }) => covers(place, at));
  if (stage) return { id: requiredId(stage.name), place: stage.namePlace };
  const index = transitions.findIndex(({ place }) => covers(place, at));
  if (index >= 0) return { id: requiredTransitionId(transitions[index]!, index), place: transitions[index]!.namePlace };
  for (const pathway of realising(project, specification)) {
    const realisation = realisationOf(project, pathway);
    for (const [own, required] of realisation?.stages ?? []) {
      if (covers(own.place, at)) return { id: requiredId(required.name), place: own.namePlace };
    }
    for (const [own, required] of realisation?.transitions ?? []) {
      if (!covers(own.place, at)) continue;
      return { id: requiredTransitionId(required, transitions.indexOf(required)), place: own.namePlace };
    }
  }
  return undefined;
}
