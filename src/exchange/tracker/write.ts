import { formatText } from '../../language/format/format.ts';
import { writeText } from '../../language/text.ts';
import type { Body } from './bodies.ts';
import type { Drafts, PathwayDraft, StageDraft } from './drafts.ts';
import { inQuotes, note } from './facts.ts';
import { block } from './issues.ts';
import { Names } from './names.ts';

/** A file of the new project. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** The files of the new project, in canonical form. */
export function filesOf(drafts: Drafts, bodies: readonly Body[], label: string, tracker: string): readonly NewFile[] {
  const fileNames = new Names(['project', 'organisations', 'terms']);
  const files = [
    { name: 'project', text: projectText(drafts, label, tracker) },
    { name: 'organisations', text: bodiesText(drafts, bodies) },
    { name: 'terms', text: termsText(drafts) },
    ...[...drafts.pathways.values()].map((pathway) => ({
      name: fileNames.of(pathway.name, 'pathway'),
      text: pathwayText(pathway),
    })),
  ];
  return files
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => {
      const formatted = formatText(`${text}\n`);
      return { name: `${name}.pathway`, text: 'text' in formatted ? formatted.text : text };
    });
}

function projectText(drafts: Drafts, label: string, tracker: string): string {
  const name = new Names().of(label, 'project');
  const { sources, footprints, boards, assessments, information, projectNotes } = drafts;
  return [
    block(`project ${name} ${writeText(label)}`, [...projectNotes]),
    declaration('source', 'tracker', tracker),
    ...sources.all.map((one) => declaration('source', one.name, one.label)),
    ...footprints.all.map((one) => declaration('footprint', one.name, one.label)),
    ...boards.all.map((one) => declaration('board', one.name, one.label)),
    ...assessments.all.map((one) => `${declaration('information', one.name, one.label)} is assessment`),
    ...information.all.map((one) => declaration('information', one.name, one.label)),
  ].join('\n\n');
}

const declaration = (kind: string, name: string, label: string): string => `${kind} ${name} ${writeText(label)}`;

function bodiesText({ bodyLines }: Drafts, bodies: readonly Body[]): string {
  if (bodies.length === 0) return '';
  const unsorted = bodies.some(({ kind }) => kind === undefined);
  const head = [
    '# Proposed from the tracker: every organisation that it names, once. Take out what is none.',
    ...(unsorted ? ["# Say what kind of body each is, where it does not: 'is voluntary', 'is nhs-provider' …"] : []),
  ];
  const all = bodies
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
    .map(({ name, label, kind, aliases }) =>
      block(`organisation ${name} ${writeText(label)}${kind === undefined ? '' : ` is ${kind}`}`, [
        ...aliases.map((alias) => `alias ${writeText(alias)}`),
        ...(bodyLines.get(name) ?? []),
      ]),
    );
  return `${head.join('\n')}\n\n${all.join('\n\n')}`;
}

function termsText({ terms }: Drafts): string {
  if (terms.added.length === 0) return '';
  const lines = terms.added.map(({ of, name, label }) => `${of} ${name} ${writeText(label)}`);
  return `# Words of the tracker that the built-in terms do not have. Where one means the same as a built-in term, use that.\n${block('vocabulary tracker-terms "Terms of the tracker"', lines)}`;
}

function pathwayText(pathway: PathwayDraft): string {
  const head = `pathway ${pathway.name} ${writeText(pathway.label)}${pathway.footprint === undefined ? '' : ` in ${pathway.footprint}`}`;
  const stages = [...pathway.stages.values()];
  const transitions = [...pathway.transitions.values()];
  settleCriteria(stages, transitions);
  return `${head} {\n${[
    ['status draft', ...pathway.notes, 'evidence tracker'].join('\n'),
    ...stages.map(stageText),
    ...transitions.map(({ from, to, lines }) => block(`transition from ${from.name} to ${to.name}`, lines)),
    ...pathway.blocks,
  ].join('\n\n')}\n}`;
}

/** What is asked of people who come to a stage holds for every way into it; where there is none, a note says it. */
function settleCriteria(
  stages: readonly StageDraft[],
  transitions: readonly { readonly to: StageDraft; readonly lines: string[] }[],
): void {
  for (const stage of stages) {
    const ways = transitions.filter(({ to }) => to === stage);
    for (const { line, cell, heading } of stage.into)
      for (const lines of ways.length > 0 ? ways.map((way) => way.lines) : [stage.lines]) {
        const said = ways.length > 0 ? line : note(cell, heading).lines[0]!;
        if (!lines.includes(said)) lines.push(said);
      }
  }
}

function stageText({ name, label, lines, blocks, rows, sources, restsOn }: StageDraft): string {
  const own = rows.length > 0 ? [`evidence tracker at ${inQuotes(rows.join('; '))}`] : [];
  // Facts rest on the first of these.
  const evidence = restsOn === 'tracker' ? [...own, ...sources] : [...sources, ...own];
  return `stage ${name} ${writeText(label)} {\n${[[...lines, ...evidence].join('\n'), ...blocks].join('\n\n')}\n}`;
}
