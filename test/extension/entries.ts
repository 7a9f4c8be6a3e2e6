import type { Look } from '../../src/diagram/look.ts';
import type { PathwayEntry, Picture } from '../../src/protocol/preview.ts';

/** A pathway that can be shown, as short as the preview's tests need it. */
export function entry(project: string, name: string, file: string): PathwayEntry {
  const place = { file, line: 0, character: 0, endLine: 0, endCharacter: 1 };
  const counts = { error: 0, warning: 0, info: 0, question: 0, accepted: 0 };
  return {
    project,
    projectLabel: project,
    kind: 'pathway',
    name,
    label: `The ${name}`,
    file,
    place,
    stages: 1,
    counts,
  };
}

export function picture(of: PathwayEntry, version: number, stale = false, look: Look = {}): Picture<unknown> {
  return { entry: of, placed: {}, look, views: [], stale, findings: [], version };
}
