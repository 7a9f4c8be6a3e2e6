import type { Pathway, Specification } from '../../../model/elements.ts';
import { writeText } from '../../text.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { CARET, toBeNamed } from '../change.ts';
import { insertBlock } from '../insert.ts';
import { sheetOf } from '../sheet.ts';

/** A pathway without stages: those that its specification requires, or one to begin with. */
export const emptyPathway: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    const { project } = request.checked;
    const pathway = project.pathways.get(finding.pathway ?? '');
    if (finding.rule !== 'empty-pathway' || pathway?.place.file !== request.file.uri) return [];
    const write = (title: string, lines: readonly string[], preferred: boolean): Action => ({
      title,
      kind: QUICK_FIX,
      changes: inFile(request.file.uri, insertBlock(sheetOf(request.file), pathway.place, lines, ['stage'])),
      findings: [finding],
      ...(preferred && { preferred: true as const }),
    });
    const specification = project.specifications.get(pathway.realises?.name ?? '');
    const required = specification ? requiredLines(specification, pathway) : [];
    const begin = write('Add a stage to begin with', beginning, required.length === 0);
    if (required.length === 0) return [begin];
    return [write(`Add the stages that '${specification!.name}' requires`, required, true), begin];
  });

const beginning = [`stage ${toBeNamed('stage')} "${CARET}" {`, '  enters ""', '  leaves ""', '}'];

function requiredLines({ stages, transitions }: Specification, { omits }: Pathway): readonly string[] {
  const left = new Set(omits.map(({ stage }) => stage?.name));
  const wanted = stages.filter(({ name }) => name !== '' && !left.has(name));
  const names = new Set(wanted.map(({ name }) => name));
  const links = transitions.filter(({ from, to }) => names.has(from.name) && names.has(to.name));
  return [
    ...wanted.map(({ name, label }) => `stage ${name}${label === undefined ? '' : ` ${writeText(label)}`}`),
    ...links.map(({ from, to }) => `transition from ${from.name} to ${to.name}`),
  ];
}
