import type { NamedFact, NodeFacts, Stated } from '../../diagram/facts.ts';
import { isCard, type Placed, type PlacedNode } from '../../diagram/placed.ts';
import type { ListedFinding, Severity } from '../../protocol/preview.ts';
import { severityOrder, severityWords } from '../words.ts';

/** What stages can be filtered by. */
export type FacetKey = 'settings' | 'levels' | 'providers' | 'commissioners' | 'footprints' | 'cohorts' | 'findings';

export interface Facet {
  readonly key: FacetKey;
  readonly label: string;
  readonly options: readonly FacetOption[];
}

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** How many stages have it. */
  readonly count: number;
}

/** What is asked of each facet; nothing is asked of those that are absent. */
export type Choice = Readonly<Partial<Record<FacetKey, string>>>;

const facts = [
  ['settings', 'Setting'],
  ['levels', 'Level'],
  ['providers', 'Provider'],
  ['commissioners', 'Commissioner'],
  ['footprints', 'Footprint'],
  ['cohorts', 'Cohort'],
] as const satisfies readonly (readonly [FacetKey & keyof NodeFacts, string])[];

/** Absences come after values, in words that no name can be. */
const absences = [
  ['unknown', 'Unknown'],
  ['none', 'None'],
  ['missing', 'Not recorded'],
] as const;

/** By what the stages of a picture can be told apart: facets of which all stages have the same are left out. */
export function facetsOf(placed: Placed, findings: readonly ListedFinding[]): readonly Facet[] {
  const stages = stagesIn(placed);
  const named = facts.map(([key, label]): Facet => {
    const all = stages.flatMap((stage) => (stage.facts ? [stage.facts[key]] : []));
    return { key, label, options: [...valuesIn(all), ...absencesIn(all)] };
  });
  const found: Facet = { key: 'findings', label: 'Findings', options: severitiesIn(placed, stages, findings) };
  return [...named, found].filter(
    ({ key, options }) => options.length > 1 || (key === 'findings' && options.length > 0),
  );
}

/** The stages that have all of what is chosen, and the arrows between them or with such findings themselves. */
export function matching(placed: Placed, findings: readonly ListedFinding[], choice: Choice): ReadonlySet<string> {
  const stages = new Set(
    stagesIn(placed)
      .filter((stage) => fits(stage, findings, choice))
      .map(({ id }) => id),
  );
  const isStage = new Set(stagesIn(placed).map(({ id }) => id));
  const nodes = new Set([
    ...stages,
    ...placed.edges.flatMap(({ from, to }) => [
      ...(stages.has(from) && !isStage.has(to) ? [to] : []),
      ...(stages.has(to) && !isStage.has(from) ? [from] : []),
    ]),
  ]);
  const severity = choice.findings;
  const isOwn = (id: string): boolean =>
    severity !== undefined && Object.keys(choice).length === 1 && hasFinding(id, findings, severity);
  const edges = placed.edges.filter(({ id, from, to }) => isOwn(id) || (nodes.has(from) && nodes.has(to)));
  return new Set([...nodes, ...edges.map(({ id }) => id)]);
}

/** The stages of a picture, among its other boxes. */
export function stagesIn(placed: Placed): readonly PlacedNode[] {
  return placed.nodes.filter(isCard);
}

function fits(stage: PlacedNode, findings: readonly ListedFinding[], choice: Choice): boolean {
  return Object.entries(choice).every(([key, value]) => {
    if (key === 'findings') return hasFinding(stage.id, findings, value);
    const fact = stage.facts?.[key as Exclude<FacetKey, 'findings'>];
    if (!fact) return false;
    return value.startsWith(':') ? fact.state === value.slice(1) : fact.values.some(({ name }) => name === value);
  });
}

function hasFinding(id: string, findings: readonly ListedFinding[], value: string): boolean {
  const own = findings.filter((finding) => finding.id === id && finding.severity !== 'accepted');
  if (value === ':any') return own.length > 0;
  if (value === ':none') return own.length === 0;
  return findings.some((finding) => finding.id === id && finding.severity === value);
}

function valuesIn(all: readonly Stated<NamedFact>[]): readonly FacetOption[] {
  const values = new Map(all.flatMap(({ values: own }) => own.map((value) => [value.name, value.label] as const)));
  return [...values]
    .map(([name, label]) => ({
      value: name,
      label,
      count: all.filter((fact) => fact.values.some((value) => value.name === name)).length,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
}

function absencesIn(all: readonly Stated<NamedFact>[]): readonly FacetOption[] {
  return absences
    .map(([state, label]) => ({ value: `:${state}`, label, count: all.filter((fact) => fact.state === state).length }))
    .filter(({ count }) => count > 0);
}

function severitiesIn(
  placed: Placed,
  stages: readonly PlacedNode[],
  findings: readonly ListedFinding[],
): readonly FacetOption[] {
  const elements = [...placed.nodes, ...placed.edges].map(({ id }) => id);
  const counted = (value: string): number => stages.filter(({ id }) => hasFinding(id, findings, value)).length;
  const isThere = (severity: Severity): boolean => elements.some((id) => hasFinding(id, findings, severity));
  const shown = severityOrder.filter(isThere);
  if (shown.length === 0) return [];
  return [
    { value: ':any', label: 'Any', count: counted(':any') },
    ...shown.map((severity) => ({ value: severity, label: severityWords[severity].group, count: counted(severity) })),
    { value: ':none', label: 'None', count: counted(':none') },
  ];
}
