import type { Omission, Pathway, RequiredStage, RequiredTransition, Specification } from '../../model/elements.ts';
import { recorded, stateOf } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { effective } from '../../model/inheritance.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { isTransitionOnlyBegun } from '../../rules/begun.ts';
import { type Area, type Realising, realisingIn } from '../../rules/coverage.ts';
import type { Finding } from '../../rules/finding.ts';
import { realisationOf } from '../../rules/realisation.ts';
import { linesOfStage, requiredOf, type StageFact } from '../../rules/requirements.ts';
import { absenceText, providerText } from '../scene/facts.ts';
import { stageLabel } from '../scene/stages.ts';
import { listed } from '../scene/words.ts';
import type { SummaryLine } from '../scene.ts';

/** What becomes of something required, area by area. */
export interface Coverage {
  readonly lines: readonly SummaryLine[];
  /** How many of the areas realise it. */
  readonly realised: number;
  /** The stages that realise it. */
  readonly stages: readonly { readonly pathway: Pathway; readonly stage: PathwayStage }[];
}

/** As many areas have a line of their own; what a stage lacks is said where there are few. */
const [most, few] = [8, 4];

interface Row {
  readonly area: Area;
  readonly lines: readonly SummaryLine[];
  readonly isRealised: boolean;
  readonly stages: Coverage['stages'];
}

/** Who realises a required stage where, in lines for its card. */
export function coverageOf(
  project: Project,
  specification: Specification,
  required: RequiredStage,
  areas: readonly Area[],
  findings: readonly Finding[],
): Coverage {
  const rows = areas.map((area): Row => {
    const best = realisingIn(project, area, required);
    const isRealised = best?.realising.how === 'realised';
    const stage = best && 'stage' in best.realising ? best.realising.stage : undefined;
    const heading = lineOf(area, best?.realising);
    const more =
      best && isRealised && stage
        ? detailsOf(project, best.pathway, stage, specification, required, areas.length, findings)
        : [];
    const varies = more.some(({ text }) => text.startsWith('varies'));
    return {
      area,
      lines: [...(varies ? [{ ...heading[0]!, sign: 'varies' as const }] : heading), ...more],
      isRealised,
      stages: best && isRealised && stage ? [{ pathway: best.pathway, stage }] : [],
    };
  });
  return {
    lines: fitting(rows),
    realised: rows.filter(({ isRealised }) => isRealised).length,
    stages: rows.flatMap(({ stages }) => stages),
  };
}

function lineOf({ label }: Area, realising: Realising | undefined): readonly SummaryLine[] {
  if (realising === undefined) return [{ text: `${label}: no pathway yet`, state: 'missing' }];
  switch (realising.how) {
    case 'realised':
      return [{ sign: 'realised', text: label, state: 'recorded' }];
    case 'proposed':
      return [{ text: `${label}: only planned`, state: 'missing' }];
    case 'closed':
      return [{ sign: 'gap', text: `${label}: closed`, state: 'none' }];
    case 'omitted':
      return [
        { sign: 'gap', text: `${label}: left out`, state: 'none' },
        ...(realising.because === undefined
          ? []
          : [{ text: realising.because, state: 'recorded', inset: true } as const]),
      ];
    case 'unknown':
      return [{ sign: 'question', text: `${label}: unknown, as a name leads nowhere`, state: 'unknown' }];
    case 'missing':
      return [{ text: `${label}: not realised`, state: 'missing' }];
  }
}

/** What the stage is called there, who provides it, in what it differs, and what it lacks of what is required. */
function detailsOf(
  project: Project,
  pathway: Pathway,
  each: PathwayStage,
  specification: Specification,
  required: RequiredStage,
  areas: number,
  findings: readonly Finding[],
): readonly SummaryLine[] {
  const stage = each.stage!;
  const providers = effective(each.home, stage, 'provider').lines;
  const state = stateOf(providers);
  const isAlike = stageLabel(each) === labelOf(required) || stageLabel(each) === required.name;
  const name = isAlike ? '' : `${stageLabel(each)}, `;
  const provider = state === 'recorded' ? providerText(project, recorded(providers)) : absenceText('provider', state);
  const varying = new Set([
    ...recorded(stage.facts.varies).map(({ fact }) => fact),
    ...findings
      .filter((finding) => finding.rule === 'unexplained-variation' && finding.pathway === pathway.name)
      .filter((finding) => finding.element === stage.name)
      .flatMap(({ facts }) => facts),
  ]);
  const asked = requiredOf(specification, required).filter((fact) => fact !== 'provider') as readonly StageFact[];
  const lacking = (wanted: 'unknown' | 'missing') =>
    asked.filter((fact) => stateOf(linesOfStage(each.home, stage, fact)) === wanted);
  const [unknown, missing] = [lacking('unknown'), lacking('missing')];
  return [
    {
      ...(state === 'unknown' ? { sign: 'question' as const } : state === 'none' ? { sign: 'gap' as const } : {}),
      text: `${name}${provider}`,
      state,
      inset: true,
    },
    ...(varying.size === 0
      ? []
      : [{ text: `varies: ${listed([...varying])}`, state: 'recorded', inset: true } as const]),
    ...(areas > few || unknown.length === 0
      ? []
      : [{ sign: 'question', text: `${listed(unknown)} unknown`, state: 'unknown', inset: true } as const]),
    ...(areas > few || missing.length === 0
      ? []
      : [{ text: `${listed(missing)} not recorded`, state: 'missing', inset: true } as const]),
  ];
}

/** All lines, or of many areas first those that do not realise it, with what is left out in numbers. */
function fitting(rows: readonly Row[]): readonly SummaryLine[] {
  if (rows.length <= most) return rows.flatMap(({ lines }) => lines);
  const kept = new Set(rows.toSorted((a, b) => Number(a.isRealised) - Number(b.isRealised)).slice(0, most));
  const left = rows.filter((row) => !kept.has(row));
  const done = left.filter(({ isRealised }) => isRealised).length;
  const not = left.length - done;
  const parts = [...(done > 0 ? [`${done} realise it`] : []), ...(not > 0 ? [`${not} do not`] : [])];
  return [
    ...rows.filter((row) => kept.has(row)).flatMap(({ lines }) => lines),
    { text: `${left.length} more: ${parts.join(', ')}`, state: 'not-applicable' },
  ];
}

/** In how many of the areas a required transition is realised, and in which it is not. */
export function coverageOfTransition(
  project: Project,
  required: RequiredTransition,
  areas: readonly Area[],
): { readonly realised: number; readonly lacking: readonly string[] } {
  const isDone = ({ pathways }: Area): boolean => {
    const isLeftOut = omissionIn(pathways, required) !== undefined;
    // One that is only begun claims nothing against a pathway that leaves it out.
    return pathways.some((pathway) =>
      [...(realisationOf(project, pathway)?.transitions ?? [])].some(
        ([one, meant]) => meant === required && !(isLeftOut && isTransitionOnlyBegun(pathway, one, required)),
      ),
    );
  };
  const lacking = areas.filter((area) => !isDone(area));
  return { realised: areas.length - lacking.length, lacking: lacking.map((area) => lackingWords(area, required)) };
}

function omissionIn(pathways: readonly Pathway[], { from, to }: RequiredTransition): Omission | undefined {
  return pathways
    .flatMap(({ omits }) => omits)
    .find(({ transition }) => transition?.from.name === from.name && transition.to.name === to.name);
}

function lackingWords({ label, pathways }: Area, required: RequiredTransition): string {
  if (pathways.length === 0) return `${label}: no pathway yet`;
  const omission = omissionIn(pathways, required);
  if (!omission) return `${label}: not realised`;
  return `${label}: left out${omission.because === undefined ? '' : `, because ${omission.because}`}`;
}
