import type { Pathway, Specification } from '../model/elements.ts';
import type { Place } from '../model/place.ts';
import { labelOf, type Project } from '../model/project.ts';
import { changedPathway } from '../model/scenario.ts';
import type { Finding } from '../rules/finding.ts';
import type { Look } from './look.ts';
import { regionScene } from './region/scene.ts';
import { type Since, sceneOf } from './scene/scene-of.ts';
import type { Scene } from './scene.ts';
import { specificationScene } from './specification/scene.ts';
import { viewsOf } from './views/choices.ts';
import { wantedOf } from './views/wanted.ts';

interface SubjectBase {
  readonly name: string;
  readonly label: string;
  /** The text that declares it. */
  readonly place: Place;
  readonly namePlace: Place;
}

/** A pathway, or a scenario: the pathway as it changes it. */
export interface PathwaySubject extends SubjectBase {
  readonly kind: 'pathway' | 'scenario';
  readonly pathway: Pathway;
}

/** All pathways of the project together. */
export interface RegionSubject extends SubjectBase {
  readonly kind: 'region';
}

/** A specification, with who realises it where. */
export interface SpecificationSubject extends SubjectBase {
  readonly kind: 'specification';
  readonly specification: Specification;
}

/** Something of a project that can be drawn. */
export type Subject = PathwaySubject | RegionSubject | SpecificationSubject;

/**
 * Everything of a project that can be drawn: all its pathways together where it has several, its pathways, its scenarios
 * and its specifications. No two have the same name: where one is taken, a pathway's comes before a scenario's, and a
 * specification goes by its name with another word after it.
 */
export function subjectsOf(project: Project): readonly Subject[] {
  const pathways = [...project.pathways.values()].map((pathway) => subjectOf('pathway', pathway));
  const scenarios = [...project.scenarios.values()]
    .filter(({ name }) => !project.pathways.has(name))
    .flatMap((scenario) => changedPathway(project, scenario) ?? [])
    .map((pathway) => subjectOf('scenario', pathway));
  const taken = new Set([...pathways, ...scenarios].map(({ name }) => name));
  const specifications = [...project.specifications.values()].map((specification): SpecificationSubject => {
    const { name, place, namePlace } = specification;
    const label = labelOf(specification);
    return {
      kind: 'specification',
      name: unused(name, 'specification', taken),
      label,
      place,
      namePlace,
      specification,
    };
  });
  return [...regionOf(project, taken), ...pathways, ...scenarios, ...specifications];
}

function subjectOf(kind: PathwaySubject['kind'], pathway: Pathway): PathwaySubject {
  const { name, place, namePlace } = pathway;
  return { kind, name, label: labelOf(pathway), place, namePlace, pathway };
}

/** Stands where the project is declared, or else with its first pathway. */
function regionOf(project: Project, taken: Set<string>): readonly RegionSubject[] {
  const [first] = project.pathways.values();
  if (first === undefined || project.pathways.size < 2) return [];
  const { place, namePlace } = project.declaration ?? first;
  const label = project.declaration ? labelOf(project.declaration) : project.name;
  return [{ kind: 'region', name: unused('region', 'picture', taken), label, place, namePlace }];
}

/** The name, or where that is taken, with the word after it, or with a number besides. */
function unused(name: string, word: string, taken: Set<string>): string {
  let free = name;
  for (let number = 1; taken.has(free); number += 1) free = `${name}-${word}${number === 1 ? '' : `-${number}`}`;
  taken.add(free);
  return free;
}

export interface DrawOptions {
  readonly look?: Look;
  /** For exports: `12 November 2026 · 3f2c1ab`. */
  readonly stamp?: string;
  /** Of a pathway or scenario: what it was at some time; what is not as it was then is marked. */
  readonly since?: Since;
}

/** What to draw of a subject, in the way that somebody wants to see it. */
export function drawingOf(
  project: Project,
  subject: Subject,
  findings: readonly Finding[],
  { look = {}, stamp, since }: DrawOptions = {},
): Scene {
  const stamped = stamp === undefined ? {} : { stamp };
  switch (subject.kind) {
    case 'region':
      return regionScene(project, findings, {
        name: subject.name,
        wanted: wantedOf(look, viewsOf(project, subject)),
        ...stamped,
      });
    case 'specification':
      return specificationScene(project, subject.specification, findings, { name: subject.name, look, ...stamped });
    default: {
      const changed = subject.kind === 'scenario' ? project.scenarios.get(subject.name)?.changes?.name : undefined;
      const changes = changed === undefined ? undefined : project.pathways.get(changed);
      const wanted = wantedOf(look, viewsOf(project, subject));
      return sceneOf(project, subject.pathway, findings, {
        wanted,
        ...(changes && { changes }),
        ...(since && { since }),
        ...stamped,
      });
    }
  }
}
