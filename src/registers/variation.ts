import type { Omission, Pathway } from '../model/elements.ts';
import { type FactLines, recordedFacts } from '../model/facts.ts';
import { labelOf, type Project } from '../model/project.ts';
import type { Variation } from '../model/values.ts';
import { ownPathways } from '../model/walk.ts';
import { capital } from '../model/wording.ts';
import { realisationOf } from '../rules/realisation.ts';
import { evidenceOf, fact, missing, nameOf, text, toRowEvidence } from './cells.ts';
import { footprintName, linkName, ofLink, ofStage } from './elements.ts';
import { columnsOf, type Given, type Register, type Row } from './register.ts';

/** What differs from the specification, said or found, and what is left out of it. */
export function variation({ project, findings }: Given): Register {
  const rows = ownPathways(project).flatMap((pathway) => [
    ...pathway.omits.map((omission) => omitted(project, pathway, omission)),
    ...pathway.stages.flatMap((stage) => {
      const required = realisationOf(project, pathway)?.stages.get(stage);
      const wanted = (name: string) => linesOf(required?.facts, name);
      const there = (name: string) => linesOf(stage.facts, name);
      const at = { ...ofStage({ pathway, stage }), what: labelOf(stage) };
      return declared(project, pathway, at, stage.facts.varies, there, wanted);
    }),
    ...pathway.transitions.flatMap((link) => {
      const at = { ...ofLink({ pathway, link }), what: linkName(project, { pathway, link }) };
      return declared(
        project,
        pathway,
        at,
        link.facts.varies,
        (name) => linesOf(link.facts, name),
        () => [],
      );
    }),
  ]);
  const found = findings
    .filter(({ rule }) => rule === 'unexplained-variation' || rule === 'criteria-vary')
    .map((finding): Row => {
      const pathway = project.pathways.get(finding.pathway ?? '');
      return {
        cells: {
          pathway: text(pathway ? labelOf(pathway) : finding.pathway),
          footprint: text(pathway && footprintName(project, pathway)),
          what: text(finding.element),
          how: text(`Varies in ${finding.facts.join(' and ')}`),
          says: text(finding.message),
          because: { text: 'Not explained', state: 'missing' },
        },
        place: finding.place,
        pathway: finding.pathway,
      };
    });
  return {
    name: 'variation',
    title: 'Variation and its reasons',
    group: 'region',
    about: 'Where a footprint differs from its specification or leaves something out, and why.',
    columns: columnsOf(
      ['what', 'Stage or transition'],
      ['pathway', 'Pathway', 'text', 'filter'],
      ['footprint', 'Footprint', 'text', 'filter'],
      ['how', 'What varies', 'text', 'filter'],
      ['says', 'Here'],
      ['specified', 'In the specification'],
      ['because', 'Reason'],
    ),
    rows: [...rows, ...found],
    notes: ['A footprint may differ without a word in what the specification allows to vary; that is not listed.'],
    empty: 'Nothing is known to differ from a specification.',
  };
}

type Lines = (fact: string) => FactLines<unknown>;

function declared(
  project: Project,
  pathway: Pathway,
  { what, ...at }: Pick<Row, 'pathway' | 'element'> & { readonly what: string },
  lines: FactLines<Variation>,
  there: Lines,
  wanted: Lines,
): readonly Row[] {
  return recordedFacts(lines).map((line) => ({
    ...at,
    cells: {
      ...inPathway(project, pathway),
      what: text(what),
      how: text(`Varies in ${line.value.fact}`),
      says: text(
        there(line.value.fact).length === 0 ? '' : fact(project, line.value.fact, there(line.value.fact)).text,
      ),
      specified: text(
        wanted(line.value.fact).length === 0 ? '' : fact(project, line.value.fact, wanted(line.value.fact)).text,
      ),
      because: line.value.because === undefined ? missing : text(line.value.because),
    },
    place: line.place,
    evidence: evidenceOf(project, [line]),
  }));
}

function omitted(project: Project, pathway: Pathway, omission: Omission): Row {
  const { stage, transition, because, evidence, place } = omission;
  const specification = project.specifications.get(pathway.realises?.name ?? '');
  const labelled = (name: string): string => {
    const required = specification?.stages.find((one) => one.name === name);
    return required ? labelOf(required) : name;
  };
  const what = stage ? labelled(stage.name) : `${labelled(transition!.from.name)} → ${labelled(transition!.to.name)}`;
  return {
    cells: {
      ...inPathway(project, pathway),
      what: text(what),
      how: text('Left out'),
      because: because === undefined ? missing : text(because),
    },
    place,
    pathway: pathway.name,
    evidence: evidence && toRowEvidence(project, evidence),
  };
}

function inPathway(project: Project, pathway: Pathway): Row['cells'] {
  const { footprint } = pathway;
  return { pathway: text(labelOf(pathway)), footprint: text(footprint && capital(nameOf(project, footprint))) };
}

function linesOf(facts: object | undefined, name: string): FactLines<unknown> {
  return (facts as Readonly<Record<string, FactLines<unknown>>> | undefined)?.[name] ?? [];
}
