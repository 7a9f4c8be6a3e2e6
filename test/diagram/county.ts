import type { Look } from '../../src/diagram/look.ts';
import type { Scene, SummaryNode } from '../../src/diagram/scene.ts';
import { drawingOf, type Subject, subjectsOf } from '../../src/diagram/subjects.ts';
import { loadProject } from '../../src/language/load.ts';
import type { Project } from '../../src/model/project.ts';
import { runRules } from '../../src/rules/engine.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { mergeFindings } from '../../src/rules/merge.ts';

/** A county with a specification, pathways that stand to one another in every way, and one broken end of each kind. */
export const county = `
project county "The county"
footprint county "County"
footprint north "North" within county
footprint south "South" within county
footprint east "East" within county
organisation trust "County Trust"
organisation icb "County ICB"
information care-plan "Care plan" containing health

specification standard "County standard" for county {
  ages 0 to 25
  purpose "The same everywhere"
  require provider
  require cost
  require stage first "First contact" { setting court }
  require stage care "Community care" { level tier-3  require governance }
  require stage ward "Ward" { setting inpatient }
  require transition from first to care { movement referral  require criteria  require information care-plan }
  require transition from care to nowhere
}

pathway north-path "Northern pathway" realises standard in north {
  status draft as of 2026
  ages 0 to 25
  commissioner icb
  stage first { provider trust  cost £10k for 2025/26  setting court }
  stage team "Northern team" realises care { provider unknown  cost unknown  setting community  level tier-4 }
  uses stage beds of south-path as ward
  transition on from first to team { criteria "Need found"  send care-plan from trust to trust }
  transition grown-up from team to adults of adult-path "Grown up" { movement age  send care-plan from trust to trust }
  transition moved from team to pathway south-path { send none }
  transition lost from team to pathway gone-path
  flow news from team to adults of adult-path
  overlaps "Custody healthcare" at first "Paid by the police"
}

pathway south-path "Southern pathway" realises standard in south {
  cost £2m for 2025/26
  stage first { provider trust }
  stage beds "County beds" realises ward { provider trust  status proposed }
  omits care because "Done from the north"
}

pathway adult-path "Adult pathway" {
  status closed
  stage adults "Adult team" { ages 18 and over }
}

pathway north-again "Northern pilot" realises standard in north {
  status proposed
  stage first { provider trust }
  uses stage nothing of adult-path as elsewhere
  overlaps adult-path "The same people"
}

pathway lonely "Lonely pathway" realises no-standard in nowhere {
}
`;

export interface Sample {
  readonly project: Project;
  readonly findings: readonly Finding[];
}

export function projectFrom(text: string): Sample {
  const { project } = loadProject([{ uri: 'file:///county.pathway', text }]);
  return { project, findings: mergeFindings(runRules(project, { asOf: '2026-06-30' })) };
}

export function subjectOf({ project }: Sample, kind: Subject['kind']): Subject {
  return subjectsOf(project).find((subject) => subject.kind === kind)!;
}

export function sceneFor(sample: Sample, kind: Subject['kind'], look: Look = {}, stamp?: string): Scene {
  const stamped = stamp === undefined ? {} : { stamp };
  return drawingOf(sample.project, subjectOf(sample, kind), sample.findings, { look, ...stamped });
}

export function summaryIn(scene: Scene, id: string): SummaryNode {
  return scene.nodes.find((node) => node.id === id) as SummaryNode;
}

/** The lines of a card in words, each with its sign or else its state. */
export function linesOf({ lines }: SummaryNode): readonly string[] {
  return lines.map(({ sign, heading, text, state }) => `${sign ?? state}: ${heading ? `${heading} ` : ''}${text}`);
}
