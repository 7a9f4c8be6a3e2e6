import { describe, expect, it } from 'vitest';
import { loadProject } from '../../src/language/load.ts';
import { type FactLines, recorded } from '../../src/model/facts.ts';
import { changedPathway } from '../../src/model/scenario.ts';
import type { Activity } from '../../src/model/values.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { openQuestions } from '../../src/rules/questions.ts';
import { findingsOf } from '../support/fixture.ts';
import { exampleNames, filesOfExample } from './files.ts';

describe.each(exampleNames())('the example %s', (name) => {
  const files = filesOfExample(name);
  const { project, findings } = loadProject([...files]);

  it('reads and links without an error', () => {
    expect(files.length).toBeGreaterThan(3);
    expect(findings).toEqual([]);
  });

  it('declares one project, in a file of its own', () => {
    expect(project.declaration).toBeDefined();
    expect(files.filter(({ text }) => /^project /m.test(text)).map(({ uri }) => uri)).toEqual([
      'file:///project/project.pathway',
    ]);
  });

  it('has pathways, views and scenarios, and every scenario changes a pathway that is there', () => {
    expect(project.pathways.size).toBeGreaterThan(1);
    expect(project.views.size).toBeGreaterThan(1);
    expect(project.scenarios.size).toBeGreaterThan(0);
    for (const scenario of project.scenarios.values()) expect(changedPathway(project, scenario)).toBeDefined();
  });

  it.each(files)('$uri keeps to two spaces, one fact to a line and one blank line', ({ text }) => {
    let depth = 0;
    for (const line of withoutTexts(text).split('\n')) {
      if (line === '') continue;
      if (line.trim() === '}') depth--;
      expect(line).toMatch(new RegExp(`^ {${2 * depth}}\\S`));
      if (line.endsWith('{')) depth++;
      else expect(line).not.toMatch(/[{}]\s*\S/);
    }
    expect(depth).toBe(0);
    expect(text).not.toMatch(/\n\n\n|[ \t]\n|\t|^\n|\n\n$|\{\n\n|\n\n *\}|[^\n]$/);
  });
});

describe('the fictional county', () => {
  const files = filesOfExample('fictional-county');

  it('has nothing to find but its one open question, as a finished map should', () => {
    const found = findingsOf(files).map(({ severity, rule, element }) => `${severity} ${rule}: ${element}`);
    expect(found).toEqual(['question missing-cost: adult-services']);
  });

  it('says whom to ask, and by when', () => {
    const questions = openQuestions(loadProject([...files]).project);
    expect(questions.map(({ element, fact, ask, by }) => [element, fact, ask?.name, by?.text])).toEqual([
      ['adult-services', 'cost', 'icb', '2026-09'],
    ]);
  });

  it.each(files)('$uri says at its head that it is fictional', ({ text }) => {
    expect(text).toMatch(/^# FICTIONAL\. /);
  });

  it('says of every board, agreement, area and pathway that it is fictional', () => {
    const labels = files.flatMap(({ text }) => [
      ...text.matchAll(/^(?:board|agreement|footprint|source|system|pathway|project) [\w-]+ "([^"]*)"/gm),
    ]);
    expect(labels.length).toBeGreaterThan(10);
    expect(labels.map(([, label = '']) => label).filter((label) => !label.endsWith('(fictional)'))).toEqual([]);
  });

  it('adds up: the people who move into a stage are those whom the stage counts', () => {
    const { project } = loadProject([...files]);
    const pathway = project.pathways.get('rivershire-hj')!;
    const sums = pathway.stages.flatMap((stage) => {
      const into = pathway.transitions.filter(({ to }) => to.stage?.name === stage.name);
      const arrived = into.map((transition) => exactPeople(transition.facts.activity));
      const counted = exactPeople(stage.facts.activity);
      if (counted === undefined || arrived.length === 0 || arrived.includes(undefined)) return [];
      return [{ stage: stage.name, arrived: arrived.reduce<number>((sum, one) => sum + one!, 0), counted }];
    });
    expect(sums.map(({ stage }) => stage)).toEqual([
      'early-help',
      'community-camhs',
      'inpatient',
      'secure-home',
      'resettlement',
    ]);
    for (const { stage, arrived, counted } of sums) expect(`${stage} ${arrived}`).toBe(`${stage} ${counted}`);
  });
});

describe('the West Midlands', () => {
  const findings = findingsOf(filesOfExample('west-midlands'));

  it('finds what the source documents leave out, and no error', () => {
    const found = findings.filter(({ severity }) => severity !== 'question');
    expect(counted(found, ({ pathway, severity, rule }) => `${pathway}: ${severity} ${rule}`)).toEqual({
      'bc-hj: info missing-activity': 2,
      'bc-hj: info missing-cost': 2,
      'bc-hj: info missing-outcome': 1,
      'bc-hj: warning dead-end': 1,
      'bc-hj: warning missing-criteria': 2,
      'bc-hj: warning missing-information': 4,
      'bc-hj: warning missing-lead': 6,
      'bc-hj: warning missing-required-fact': 2,
      'bc-hj: warning no-way-in-or-out': 1,
      'bc-hj: warning number-without-period': 1,
      'bc-hj: warning out-of-area-without-return': 1,
      'bc-hj: warning unclear-lead-commissioner': 1,
      'camhs-co-commissioning: info missing-outcome': 1,
      'camhs-co-commissioning: info missing-setting': 2,
      'camhs-co-commissioning: info no-early-assessment': 1,
      'camhs-co-commissioning: info retired-term': 1,
      'camhs-co-commissioning: info undated-action': 8,
      'camhs-co-commissioning: warning dead-end': 1,
      'camhs-co-commissioning: warning no-way-in-or-out': 1,
      'camhs-co-commissioning: warning number-without-period': 8,
      'camhs-co-commissioning: warning unclear-lead-commissioner': 2,
      'national-hj: info co-commissioning-without-agreement': 1,
      'national-hj: info missing-outcome': 5,
      'national-hj: info no-early-assessment': 1,
      'national-hj: warning missing-lead': 5,
      'national-hj: warning number-without-period': 1,
      'offender-pd: info missing-outcome': 3,
      'offender-pd: info missing-setting': 4,
      'offender-pd: info no-early-assessment': 1,
      'offender-pd: info undated-action': 1,
      'offender-pd: warning missing-criteria': 4,
      'offender-pd: warning missing-information': 4,
      'undefined: info incomplete-board': 4,
      'undefined: info missing-outcome': 2,
      'yh-yjs: info co-commissioning-without-agreement': 1,
      'yh-yjs: info empty-pathway': 1,
      'yh-yjs: info undated-action': 1,
      'yh-yjs: warning number-without-period': 2,
      'yh-yjs: warning unclear-lead-commissioner': 1,
    });
  });

  it('asks where the documents are silent', () => {
    const questions = findings.filter(({ severity }) => severity === 'question');
    expect(counted(questions, ({ pathway }) => `${pathway}`)).toEqual({
      'bc-hj': 27,
      'camhs-co-commissioning': 13,
      'national-hj': 32,
      'offender-pd': 8,
      undefined: 1,
      'yh-yjs': 1,
    });
  });
});

/** How many people an activity counts, where it says so exactly. */
function exactPeople(lines: FactLines<Activity>): number | undefined {
  const quantity = recorded(lines)[0]?.quantity;
  return quantity?.precision === 'exactly' && quantity.unit === 'people' ? quantity.amount : undefined;
}

function counted(findings: readonly Finding[], by: (finding: Finding) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const finding of findings) counts[by(finding)] = (counts[by(finding)] ?? 0) + 1;
  return counts;
}

/** The text with nothing between its quotes and without comments, so that only the language's own words stand. */
function withoutTexts(text: string): string {
  return text.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"/g, '""').replace(/ *#.*$/gm, '');
}
