import type { Scene } from '../diagram/scene.ts';
import { drawingOf } from '../diagram/subjects.ts';
import { exportFiles, lookFor } from '../export/formats.ts';
import type { CheckedProject } from '../language/checker.ts';
import type { ExportedFile, ExportParams, ExportWish } from '../protocol/exports.ts';
import { lookFrom } from '../protocol/looks.ts';
import { mergeFindings } from '../rules/merge.ts';
import { findSubject } from './pictures.ts';

/** Whoever makes files of pictures, so that nothing else waits for it. */
export interface Exporter {
  /** The date that a picture of a file is stamped with, and the commit where git may be asked for it. */
  stampOf(file: string, date: string, commit: boolean): Promise<string>;
  /** Lays out a scene, as for everybody, and makes a file of it. */
  export(scene: Scene, wish: ExportWish, date: string): Promise<Omit<ExportedFile, 'name'>>;
}

/** A picture of a pathway as a file: as it would be drawn for everybody, wherever things stand on a screen. */
export async function exportFor(
  projects: readonly CheckedProject[],
  { key, look, wish, commit }: ExportParams,
  exporter: Exporter,
  date: string,
): Promise<ExportedFile | undefined> {
  const found = findSubject(projects, key);
  if (!found) return undefined;
  const { checked, subject } = found;
  const seen = lookFrom(look);
  const stamp = await exporter.stampOf(subject.place.file, date, commit);
  const scene = drawingOf(checked.project, subject, mergeFindings(checked.findings), {
    look: lookFor(wish.format, seen),
    stamp,
  });
  const made = await exporter.export(scene, wish, date);
  const view = seen.view === undefined ? '' : `-${seen.view}`;
  return { ...made, name: `${subject.name}${view}${exportFiles[wish.format].ending}` };
}
