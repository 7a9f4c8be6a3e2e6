import { compareProjects, type Side } from '../../src/changes/compare.ts';
import { type ReviewOptions, reviewPairs, reviewScenes } from '../../src/diagram/review.ts';
import { loadProject } from '../../src/language/load.ts';
import { runRules } from '../../src/rules/engine.ts';

/** A project of one text, as it was checked at some time. */
export function sideOf(text: string, uri = 'file:///p.pathway'): Side {
  const { project } = loadProject([{ uri, text }]);
  return { project, findings: runRules(project, { asOf: '2026-06-30' }) };
}

/** The same with nothing found in it. */
export function uncheckedOf(text: string): Side {
  return { project: loadProject([{ uri: 'file:///p.pathway', text }]).project, findings: [] };
}

/** The pictures of the first pathway of two texts, or of the one with that name. */
export function reviewOf(before: string, after: string, options: ReviewOptions = {}, name?: string, side = sideOf) {
  const [was, is] = [side(before), side(after)];
  const comparison = compareProjects(was, is);
  const pairs = reviewPairs(was, is, comparison);
  const pair = name === undefined ? pairs[0]! : pairs.find((one) => one.name === name)!;
  return { comparison, pairs, pair, scenes: reviewScenes(pair.before, pair.after, comparison, options) };
}
