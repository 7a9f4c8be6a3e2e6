import type { Placed } from '../../diagram/placed.ts';
import type { CheckedProject } from '../../language/checker.ts';
import { covers, type Place } from '../../model/place.ts';
import type { ListedFinding, Picture } from '../../protocol/preview.ts';
import { mergeFindings } from '../../rules/merge.ts';

/** What is found in the picture's project outside of any pathway: in its register, its specifications, its settings. */
export function elsewhereOf(projects: readonly CheckedProject[], picture: Picture<Placed>): readonly ListedFinding[] {
  const checked = projects.find(({ folder }) => folder === picture.entry.project);
  if (!checked) return [];
  const pathways = [...checked.project.pathways.values()].map(({ place }) => place);
  const listed = new Set(picture.findings.map(({ place }) => at(place)));
  const outside = checked.findings
    .filter(({ place }) => !pathways.some((pathway) => covers(pathway, place)))
    .filter(({ place }) => !listed.has(at(place)));
  return mergeFindings(outside).map(({ rule, severity, message, place }) => ({ rule, severity, message, place }));
}

const at = (place: Place): string => `${place.file}:${place.line}:${place.character}`;
