import type { TermKind } from '../model/facts.ts';
import type { AnyElement } from '../model/walk.ts';

/** `activity`, `activity and cost`, `activity, cost and governance`. */
export function inWords(parts: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1)}`;
}

/** The last part of a file's URI, as people know the file: `registry.pathway`. */
export function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // A stray percent sign: then the name is meant as it stands.
  }
}

const kinds: { readonly [K in AnyElement['kind']]: string } = {
  project: 'a project',
  source: 'a source',
  footprint: 'a footprint',
  organisation: 'an organisation',
  system: 'a system',
  information: 'a piece of information',
  agreement: 'an agreement',
  board: 'a board',
  vocabulary: 'a vocabulary',
  term: 'a term',
  field: 'a field',
  specification: 'a specification',
  'required-stage': 'a required stage',
  'required-transition': 'a required transition',
  pathway: 'a pathway',
  stage: 'a stage',
  'used-stage': 'a used stage',
  transition: 'a transition',
  flow: 'a flow',
  gap: 'a gap',
  risk: 'a risk',
  challenge: 'a challenge',
  strength: 'a strength',
  need: 'a need',
  action: 'an action',
  milestone: 'a milestone',
  outcome: 'an outcome',
  indicator: 'an indicator',
  view: 'a view',
  scenario: 'a scenario',
};

const terms: { readonly [K in TermKind]: string } = {
  kind: 'a kind of organisation',
  setting: 'a setting',
  level: 'a level',
  movement: 'a movement',
  basis: 'a basis',
  domain: 'a domain',
  cohort: 'a cohort',
  data: 'a kind of data',
};

/** What the element is, as in `is already an organisation`. */
export function kindInWords(element: AnyElement): string {
  return element.kind === 'term' ? terms[element.of] : kinds[element.kind];
}
