import type { Pathway } from '../../../model/elements.ts';
import { recorded } from '../../../model/facts.ts';
import { groupBy } from '../../../model/group.ts';
import type { Project } from '../../../model/project.ts';
import type { AnyElement } from '../../../model/walk.ts';
import type { Finding } from '../../../rules/finding.ts';
import { inWords } from '../../../rules/words.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { CARET } from '../change.ts';
import { blockOf, elementNamedAt } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { sheetOf } from '../sheet.ts';
import { type Body, bodiesAtEnds, written } from './bodies-at-ends.ts';

/** The fact that each of these rules finds missing. */
const facts: Readonly<Record<string, string>> = {
  'missing-provider': 'provider',
  'missing-commissioner': 'commissioner',
  'missing-governance': 'governance',
  'missing-activity': 'activity',
  'missing-cost': 'cost',
  'missing-level': 'level',
  'missing-criteria': 'criteria',
  'missing-lead': 'lead',
  'missing-information': 'send',
  'unowned-finding': 'owner',
  'undated-action': 'due',
  'handover-without-agreement': 'agreement',
};

/** More names than these are for completion to offer. */
const mostNames = 5;

/** Says honestly that a fact is unknown, or names a body that the project knows. Nothing is made up. */
export const missingFacts: Family = (request) => {
  const missing = request.findings.filter((finding) => factOf(finding) !== undefined);
  const places = [...new Set(missing.map(({ place }) => `${place.line} ${place.character}`))];
  return places.flatMap((place) =>
    ofElement(
      request,
      missing.filter((finding) => `${finding.place.line} ${finding.place.character}` === place),
    ),
  );
};

/** The fact that a finding misses, by its keyword. */
function factOf({ rule, facts: [fact] }: Finding): string | undefined {
  return rule === 'missing-required-fact' ? fact : facts[rule];
}

function ofElement(request: Request, missing: readonly Finding[]): readonly Action[] {
  const element = elementNamedAt(request.file, missing[0]!.place);
  if (!element) return [];
  const write = (lines: readonly string[]) =>
    inFile(request.file.uri, insertFacts(sheetOf(request.file), element.place, blockOf(element), lines));
  const byFact = groupBy(missing, (finding) => factOf(finding)!);
  const each = [...byFact].map(
    ([fact, findings]): Action => ({
      title: `Write '${fact} unknown' and say why`,
      kind: QUICK_FIX,
      changes: write([unknown(fact)]),
      findings,
      ...(byFact.size === 1 && { preferred: true as const }),
    }),
  );
  const names = [...byFact].flatMap(([fact, findings]) =>
    bodiesFor(request.checked.project, pathwayOf(request, findings[0]!), element, fact).map(
      ({ line, label }): Action => ({
        title: `Write '${line}'${label === undefined ? '' : ` (${label})`}`,
        kind: QUICK_FIX,
        changes: write([line]),
        findings,
      }),
    ),
  );
  if (byFact.size < 2) return [...each, ...names];
  const all: Action = {
    title: `Write 'unknown' for ${inWords([...byFact.keys()])}, and say why`,
    kind: QUICK_FIX,
    changes: write([...byFact.keys()].map(unknown)),
    findings: missing,
    preferred: true,
  };
  return [all, ...each, ...names];
}

/** An open question, with the caret where its reason belongs. */
export function unknown(fact: string): string {
  return `${fact} unknown because "${CARET}"`;
}

function pathwayOf({ checked }: Request, { pathway }: Finding): Pathway | undefined {
  return checked.project.pathways.get(pathway ?? '');
}

/** The bodies of the project that might be meant: those that the pathway names already for this fact come first. */
function bodiesFor(project: Project, pathway: Pathway | undefined, element: AnyElement, fact: string): readonly Body[] {
  if (pathway && element.kind === 'transition')
    return bodiesAtEnds(project, pathway, element, fact).slice(0, mostNames);
  if (fact === 'governance') {
    const used = usedIn(pathway, (element) => oversightOf(element));
    return mostUsed([...project.boards.values()], used).map((board) => written('governance board', board));
  }
  if (fact !== 'provider' && fact !== 'commissioner') return [];
  const used = usedIn(pathway, (element) =>
    element.kind === 'stage' || element.kind === 'pathway'
      ? recorded<{ readonly organisation: { readonly name: string } }>(element.facts[fact]).map(
          ({ organisation }) => organisation.name,
        )
      : [],
  );
  const able = [...project.organisations.values()].filter(
    ({ name, is }) => used.has(name) || project.terms.kind.get(is?.name ?? '')?.flags.includes(fact),
  );
  return mostUsed(able, used).map((organisation) => written(fact, organisation));
}

function oversightOf(element: AnyElement): readonly string[] {
  if (element.kind !== 'stage' && element.kind !== 'pathway') return [];
  return recorded(element.facts.governance).flatMap(({ by, body }) => (by === 'board' ? [body.name] : []));
}

/** How often each name is used in the pathway. */
function usedIn(
  pathway: Pathway | undefined,
  namesOf: (element: AnyElement) => readonly string[],
): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const element of pathway ? [pathway, ...pathway.stages] : [])
    for (const name of namesOf(element)) used.set(name, (used.get(name) ?? 0) + 1);
  return used;
}

function mostUsed<T extends { readonly name: string }>(
  all: readonly T[],
  used: ReadonlyMap<string, number>,
): readonly T[] {
  return all
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => (used.get(b.name) ?? 0) - (used.get(a.name) ?? 0))
    .slice(0, mostNames);
}
