import { ownPathways } from '../../../model/walk.ts';
import { fileName } from '../../../rules/words.ts';
import type { CheckedProject } from '../../checker.ts';
import { freeName, skeletonOf } from '../../templates.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { change } from '../change.ts';
import { freshName } from './raise-gap.ts';

/** A footprint that nobody has mapped gets a file with all that the specification asks for, as open questions. */
export const unmapped: Family = ({ checked, findings }) =>
  findings.flatMap((finding): readonly Action[] => {
    if (finding.rule !== 'unmapped-footprint') return [];
    const { project } = checked;
    const footprint = project.footprints.get(finding.element ?? '');
    const there = finding.related?.[0]?.place;
    const specification = [...project.specifications.values()].find(
      ({ namePlace }) =>
        namePlace.file === there?.file && namePlace.line === there.line && namePlace.character === there.character,
    );
    if (!footprint || !specification) return [];
    const { name, label } = footprint;
    const uri = newFile(checked, specification.name, name);
    const wish = { name: freeName(project, name), footprint: name, ...(label !== undefined && { label }) };
    return [
      {
        title: `Create ${fileName(uri)} from '${specification.name}'`,
        kind: QUICK_FIX,
        changes: inFile(uri, [change(0, 0, skeletonOf(project, specification, wish))]),
        findings: [finding],
        preferred: true,
      },
    ];
  });

/** Beside the pathways that realise the specification already, else beside the specification. */
function newFile({ project, files }: CheckedProject, specification: string, name: string): string {
  const beside =
    ownPathways(project).find(({ realises }) => realises?.name === specification) ??
    project.specifications.get(specification)!;
  const folder = beside.place.file.slice(0, beside.place.file.lastIndexOf('/') + 1);
  const taken = files.flatMap(({ uri }) =>
    uri.startsWith(folder) && uri.endsWith('.pathway')
      ? [decodeURIComponent(uri.slice(folder.length, -'.pathway'.length))]
      : [],
  );
  return `${folder}${encodeURIComponent(freshName(name, taken))}.pathway`;
}
