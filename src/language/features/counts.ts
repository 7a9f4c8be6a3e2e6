import type { Pathway } from '../../model/elements.ts';
import { covers, type Place } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import { mergeFindings } from '../../rules/merge.ts';
import type { CheckedProject } from '../checker.ts';
import { realisationOf } from './uses.ts';
import { counted } from './words.ts';

/** How much of what a specification requires a pathway has. */
export interface Coverage {
  readonly required: number;
  readonly realised: number;
  readonly omitted: number;
  /** Where what is required stands. */
  readonly places: readonly Place[];
}

/** What a pathway covers of the specification that it realises; nothing where it realises none that is known. */
export function coverageOf(project: Project, pathway: Pathway): Coverage | undefined {
  const specification = project.specifications.get(pathway.realises?.name ?? '');
  if (!specification || specification.stages.length === 0) return undefined;
  const all = specification.stages.map(({ name }) => realisationOf(project, pathway, name));
  return {
    required: all.length,
    realised: all.filter(({ by }) => by.length > 0).length,
    omitted: all.filter(({ by, omitted }) => omitted && by.length === 0).length,
    places: specification.stages.map(({ namePlace }) => namePlace),
  };
}

/** `4 of 5 required stages, 1 omitted`. */
export function coverageInWords({ required, realised, omitted }: Coverage): string {
  const left = omitted > 0 ? `, ${omitted} omitted` : '';
  return `${realised} of ${counted(required, 'required stage')}${left}`;
}

/** `1 error, 2 warnings, 3 open questions`; `no findings`. Counted as the list of problems shows them. */
export function countsOf({ findings }: CheckedProject, block: Place): string {
  const merged = mergeFindings(findings.filter(({ place }) => covers(block, place)));
  const count = (severity: string): number => merged.filter((finding) => finding.severity === severity).length;
  const parts: readonly [number, string, string?][] = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('info'), 'note'],
    [count('question'), 'open question'],
    [count('accepted'), 'accepted', 'accepted'],
  ];
  const said = parts.filter(([number]) => number > 0).map(([number, one, plural]) => counted(number, one, plural));
  return said.length === 0 ? 'no findings' : said.join(', ');
}
