import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatText } from '../../src/language/format/format.ts';
import { loadProject } from '../../src/language/load.ts';
import { footprintsFor, freeName, skeletonOf } from '../../src/language/templates.ts';
import type { Pathway, Specification } from '../../src/model/elements.ts';
import { labelOf, type Project } from '../../src/model/project.ts';
import { mergeFindings } from '../../src/rules/merge.ts';
import { filesOfExample } from '../examples/files.ts';
import { samples } from '../support/command.ts';
import { findingsOf, type SourceFile } from '../support/fixture.ts';

const contract = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.pathway'))
  .toSorted()
  .map((name) => ({ uri: `file:///project/${name}`, text: readFileSync(join(samples, name), 'utf8') }));

describe.each([
  ['the samples', contract],
  ['west-midlands', filesOfExample('west-midlands')],
  ['fictional-county', filesOfExample('fictional-county')],
])('a skeleton from %s', (_, files) => {
  const { project } = loadProject([...files]);

  it.each([...project.specifications.values()].map((one) => [one.name, one] as const))('realises %s', (_, one) => {
    const text = skeletonOf(project, one, { name: 'brand-new', label: 'Brand new' });
    expect(formatText(text)).toEqual({ text });
    const before = problemsIn(files);
    const after = problemsIn([...files, { uri: 'file:///project/brand-new.pathway', text }]);
    const found = after.filter((problem) => !before.includes(problem));
    expect(found.toSorted()).toEqual(
      leftOpen(one)
        .toSorted()
        .map((words) => expect.stringContaining(words)),
    );
    const pathway = readBack(files, text);
    expect(pathway).toMatchObject({ label: 'Brand new', realises: { name: one.name } });
    expect(pathway.stages.map(({ name, label }) => [name, label])).toEqual(
      one.stages.map(({ name, label }) => [name, label]),
    );
    expect(pathway.transitions.map(({ from, to }) => [from.stage?.name, to.stage?.name])).toEqual(
      one.transitions.map(({ from, to }) => [from.name, to.name]),
    );
    expect(unanswered(one, pathway)).toEqual([]);
  });
});

describe('a skeleton', () => {
  const world = `footprint region "Region" is region
footprint north "North" is ltp within region
footprint south "South" is ltp within region
information screening "Screening" is assessment
specification standard "The \\"one\\" standard" for region {
  require provider
  require stage intake "The \\"front\\" door" {
    setting court
    assessment screening
    require commissioner
  }
  require stage home
  require transition from intake to home "On" {
    movement step-down
    require information screening
  }
}
`;
  const file = { uri: 'file:///project/world.pathway', text: world };
  const { project } = loadProject([file]);
  const standard = project.specifications.get('standard')!;

  it('says what is required, and that the rest is unknown', () => {
    expect(
      skeletonOf(project, standard, { name: 'north-offer', label: 'A "new" offer', footprint: 'north' }),
    ).toBe(`# What 'The "one" standard' requires. Put what you know in place of each 'unknown',
# and check who comes in ('enters') and who goes ('leaves') where.
pathway north-offer "A \\"new\\" offer" realises standard in north {
  status draft
  owner unknown
  commissioner unknown
  governance unknown

  stage intake "The \\"front\\" door" {
    enters
    setting court
    provider unknown
    commissioner unknown
    activity unknown
    cost unknown
    assessment unknown  # required: screening
  }

  stage home {
    provider unknown
    activity unknown
    cost unknown
    leaves
  }

  transition from intake to home "On" {
    movement step-down
    criteria unknown
    lead unknown
    send unknown  # required: screening
  }
}
`);
  });

  it('is for a footprint within that of the specification', () => {
    expect(footprintsFor(project, standard)).toEqual(['north', 'south']);
    expect(skeletonOf(project, standard, { name: 'x' })).toContain('pathway x realises standard {');
    const alone = loadProject([{ ...file, text: world.replace(/^footprint south.*\n/m, '') }]).project;
    expect(skeletonOf(alone, standard, { name: 'x' })).toContain('pathway x realises standard in north {');
  });

  it('gets a name of its own', () => {
    const taken = loadProject([{ ...file, text: 'pathway a\npathway a-2\nscenario b changes a\n' }]).project;
    expect(['a', 'b', 'c'].map((name) => freeName(taken, name))).toEqual(['a-3', 'b-2', 'c']);
  });

  it('is still a text where the specification is half written', () => {
    const half = loadProject([
      { ...file, text: 'specification half for nowhere {\n  require stage\n  require tr' },
    ]).project;
    for (const one of half.specifications.values()) expect(skeletonOf(half, one, { name: 'x' })).toContain('pathway x');
  });
});

function readBack(files: readonly SourceFile[], text: string): Pathway {
  const made = loadProject([...files, { uri: 'file:///project/brand-new.pathway', text }]);
  return (made.project as Project).pathways.get('brand-new')!;
}

/** What nobody can write `unknown` for: a skeleton leaves it out, and Problems asks for it. */
function leftOpen({ stages, outcomes }: Specification): readonly string[] {
  if (stages.length === 0) return ["'brand-new' has no stages"];
  return [
    ...(outcomes.length === 0 ? ["Pathway 'brand-new' has no outcome"] : []),
    ...stages.flatMap(({ name, facts }) => (facts.setting.length === 0 ? [`Where does '${name}' happen?`] : [])),
  ];
}

/** What the specification requires and the pathway has no line for. */
function unanswered(specification: Specification, pathway: Pathway): readonly string[] {
  const ofStages = pathway.stages.flatMap((stage, index) => {
    const required = [...specification.requires, ...specification.stages[index]!.requires].map(({ fact }) => fact);
    return required
      .filter((fact) => has(stage.facts, fact) === false && has(pathway.facts, fact) === false)
      .map((fact) => `${labelOf(stage)}: ${fact}`);
  });
  const ofTransitions = pathway.transitions.flatMap((transition, index) =>
    specification.transitions[index]!.requires.filter(
      ({ fact }) => has(transition.facts, fact === 'information' ? 'send' : fact) === false,
    ).map(({ fact }) => `${transition.name}: ${fact}`),
  );
  return [...ofStages, ...ofTransitions];
}

function has(facts: object, fact: string): boolean | undefined {
  const lines: unknown = (facts as Record<string, unknown>)[fact];
  return Array.isArray(lines) ? lines.length > 0 : undefined;
}

/** What Problems would list. */
function problemsIn(files: readonly SourceFile[]): readonly string[] {
  return mergeFindings(findingsOf(files))
    .filter(({ severity }) => severity !== 'question' && severity !== 'accepted')
    .map(({ message }) => message);
}
