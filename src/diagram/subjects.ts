import type { Pathway } from '../model/elements.ts';
import type { Place } from '../model/place.ts';
import { labelOf, type Project } from '../model/project.ts';
import { changedPathway } from '../model/scenario.ts';
import type { Finding } from '../rules/finding.ts';
import type { Look } from './look.ts';
import { type Scene, sceneOf } from './scene.ts';
import { viewsOf } from './views/choices.ts';
import { wantedOf } from './views/wanted.ts';

/** Something of a project that can be drawn. */
export interface Subject {
  readonly kind: 'pathway' | 'scenario';
  readonly name: string;
  readonly label: string;
  /** The text that declares it. */
  readonly place: Place;
  readonly namePlace: Place;
  /** The pathway that is drawn; of a scenario, as it changes it. */
  readonly pathway: Pathway;
}

/** Everything of a project that can be drawn: its pathways, then its scenarios. No two have the same name. */
export function subjectsOf(project: Project): readonly Subject[] {
  const pathways = [...project.pathways.values()].map((pathway) => subjectOf('pathway', pathway));
  const scenarios = [...project.scenarios.values()]
    .filter(({ name }) => !project.pathways.has(name))
    .flatMap((scenario) => changedPathway(project, scenario) ?? [])
    .map((pathway) => subjectOf('scenario', pathway));
  return [...pathways, ...scenarios];
}

function subjectOf(kind: Subject['kind'], pathway: Pathway): Subject {
  const { name, place, namePlace } = pathway;
  return { kind, name, label: labelOf(pathway), place, namePlace, pathway };
}

export interface DrawOptions {
  readonly look?: Look;
  /** For exports: `12 November 2026 · 3f2c1ab`. */
  readonly stamp?: string;
}

/** What to draw of a subject, in the way that somebody wants to see it. */
export function drawingOf(
  project: Project,
  subject: Subject,
  findings: readonly Finding[],
  { look = {}, stamp }: DrawOptions = {},
): Scene {
  const changed = subject.kind === 'scenario' ? project.scenarios.get(subject.name)?.changes?.name : undefined;
  const changes = changed === undefined ? undefined : project.pathways.get(changed);
  return sceneOf(project, subject.pathway, findings, {
    wanted: wantedOf(look, viewsOf(project, subject)),
    ...(changes && { changes }),
    ...(stamp === undefined ? {} : { stamp }),
  });
}
