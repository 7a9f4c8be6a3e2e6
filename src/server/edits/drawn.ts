import type { PathwaySubject, Subject } from '../../diagram/subjects.ts';
import type { CheckedProject } from '../../language/checker.ts';
import type { PathwayFile } from '../../language/file-store.ts';
import type { Flow, Stage, Transition, UsedStage } from '../../model/elements.ts';
import { findSubject } from '../pictures.ts';

/** An element of a picture, in its text. */
export interface DrawnElement {
  readonly checked: CheckedProject;
  readonly subject: Subject;
  readonly file: PathwayFile;
  readonly element: Stage | UsedStage | Transition | Flow;
}

/** A pathway or scenario that is drawn, with the file that declares it. */
export interface DrawnPathway {
  readonly checked: CheckedProject;
  readonly subject: PathwaySubject;
  readonly file: PathwayFile;
}

/** What a key means now, in the text; nothing for a region or a specification, which have neither views nor stages. */
export function drawnPathway(projects: readonly CheckedProject[], key: string): DrawnPathway | undefined {
  const found = findSubject(projects, key);
  const file = found?.checked.files.find(({ uri }) => uri === found.subject.place.file);
  if (!found || !file || !isPathway(found.subject)) return undefined;
  return { checked: found.checked, subject: found.subject, file };
}

/** What an element of a picture is in the text; nothing for what is only drawn, or is gone. */
export function drawnElement(
  projects: readonly CheckedProject[],
  { key, id }: { readonly key: string; readonly id: string },
): DrawnElement | undefined {
  const found = findSubject(projects, key);
  if (!found || !isPathway(found.subject)) return undefined;
  const { stages, uses, transitions, flows } = found.subject.pathway;
  const [prefix, ...rest] = id.split(':');
  const name = rest.join(':');
  const among = { stage: [...stages, ...uses], transition: transitions, flow: flows }[prefix ?? ''] ?? [];
  const element = (among as readonly DrawnElement['element'][]).find((one) => one.name === name);
  const file = found.checked.own.find(({ uri }) => uri === element?.place.file);
  return element && file && { ...found, file, element };
}

function isPathway(subject: Subject): subject is PathwaySubject {
  return subject.kind === 'pathway' || subject.kind === 'scenario';
}

/** Why nothing is written into a file, in plain words; nothing where it can be. */
export function whyNotInto(file: PathwayFile): string | undefined {
  return file.problems.length === 0
    ? undefined
    : 'The text has errors. Put them right first, then the picture can write into it.';
}
