import { recordedFacts } from '../model/facts.ts';
import { isElsewhere } from '../model/pathway-index.ts';
import type { Project } from '../model/project.ts';
import { ownPathways } from '../model/walk.ts';
import { evidenceOf, evidenceOfBlock, nameOf, text } from './cells.ts';
import { endName, linkName, ofLink, pathwayCells, stageName } from './elements.ts';
import { columnsOf, type Given, type Register, type Row } from './register.ts';

/** Where pathways meet: overlaps, shared stages, and moves from one into another. */
export function overlaps({ project }: Given): Register {
  return {
    name: 'overlaps',
    title: 'Where pathways meet',
    group: 'region',
    about: 'Overlaps with other pathways, stages that several pathways share, and moves from one into another.',
    columns: columnsOf(
      ['what', 'What'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['kind', 'Kind', 'text', 'filter'],
      ['with', 'With', 'text', 'filter'],
      ['why', 'Why or how'],
    ),
    rows: ownPathways(project).flatMap((pathway) => rowsOf(project, pathway)),
    notes: ['A shared stage is described in one pathway and used in others; its cost and activity are counted once.'],
    empty: 'No pathway overlaps with another, shares a stage with one or leads into one.',
  };
}

function rowsOf(project: Project, pathway: ReturnType<typeof ownPathways>[number]): readonly Row[] {
  const where = pathwayCells(project, pathway);
  const overlapping = recordedFacts(pathway.facts.overlaps).map(
    (line): Row => ({
      cells: {
        ...where,
        kind: text('Overlap'),
        what: text(line.value.stage ? stageName(project, pathway, line.value.stage.name) : 'The whole pathway'),
        with: text(typeof line.value.with === 'string' ? line.value.with : nameOf(project, line.value.with)),
        why: text(line.value.why),
      },
      place: line.place,
      pathway: pathway.name,
      element: line.value.stage && { kind: 'stage', name: line.value.stage.name },
      evidence: evidenceOf(project, [line]),
    }),
  );
  const shared = pathway.uses.map(
    (used): Row => ({
      cells: {
        ...where,
        kind: text('Shared stage'),
        what: text(stageName(project, pathway, used.name)),
        with: text(nameOf(project, used.pathway)),
        why: text('Described there, used here'),
      },
      place: used.namePlace,
      pathway: pathway.name,
      element: { kind: 'stage', name: used.name },
      evidence: evidenceOfBlock(project, used, pathway),
    }),
  );
  const crossing = [...pathway.transitions, ...pathway.flows]
    .filter(({ from, to }) => isElsewhere(pathway, from) || isElsewhere(pathway, to))
    .map((link): Row => {
      const other = isElsewhere(pathway, link.to) ? link.to : link.from;
      return {
        ...ofLink({ pathway, link }),
        cells: {
          ...where,
          kind: text(link.kind === 'flow' ? 'Information flow' : 'Move'),
          what: text(linkName(project, { pathway, link })),
          with: text(other.pathway && nameOf(project, other.pathway)),
          why: text(`${endName(project, pathway, link.from)} → ${endName(project, pathway, link.to)}`),
        },
        evidence: evidenceOfBlock(project, link, pathway),
      };
    });
  return [...overlapping, ...shared, ...crossing];
}
