import type { Pathway } from '../../model/elements.ts';
import { comparePlaces, covers, lastBefore, type Place } from '../../model/place.ts';
import { type Finding, type RuleSeverity, severities } from '../../rules/finding.ts';
import type { Badge, Marks } from '../scene.ts';
import { counted } from './words.ts';

/** The findings of one pathway, and which of them stand on which element. */
export interface Attributed {
  readonly all: readonly Finding[];
  /** Those on the element with this block. */
  on(place: Place): readonly Finding[];
}

/**
 * Gives each finding of the pathway to the innermost stage, transition or flow whose block it stands in; one that
 * stands elsewhere goes to the element that it names.
 */
export function attribute(pathway: Pathway, findings: readonly Finding[]): Attributed {
  const all = findings.filter((finding) => finding.pathway === pathway.name);
  const elements = [...pathway.stages, ...pathway.uses, ...pathway.transitions, ...pathway.flows];
  const inOrder = elements.toSorted((a, b) => comparePlaces(a.place, b.place));
  const byName = new Map(elements.toReversed().map((element) => [element.name, element]));
  const byPlace = new Map<string, Finding[]>();
  for (const finding of all) {
    const before = lastBefore(inOrder, finding.place);
    const around = before && covers(before.place, finding.place) ? before : undefined;
    const owner = around ?? byName.get(finding.element ?? '');
    if (!owner) continue;
    const same = byPlace.get(key(owner.place));
    if (same) same.push(finding);
    else byPlace.set(key(owner.place), [finding]);
  }
  return { all, on: (place) => (byPlace.get(key(place)) ?? []).toSorted(gravestFirst) };
}

/** What findings put on an element: a badge with the gravest severity and how many have it, and how many are asked and accepted. */
export function marksOf(findings: readonly Finding[]): Marks {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const [questions, accepted] = [count('question'), count('accepted')];
  const grave = findings.filter(({ severity }) => severity !== 'question' && severity !== 'accepted');
  const badge = gravest(grave.map(({ severity }) => ({ severity: severity as RuleSeverity, count: 1 })));
  return {
    ...(badge && { badge }),
    questions,
    ...(accepted > 0 && { accepted }),
  };
}

/** The gravest of several, with the number of those that are as grave. */
export function gravest(badges: readonly Badge[]): Badge | undefined {
  const worst = severities.find((one) => badges.some((badge) => badge.severity === one));
  const alike = badges.filter((badge) => badge.severity === worst);
  return alike[0] && { severity: alike[0].severity, count: alike.reduce((sum, { count }) => sum + count, 0) };
}

/** `1 error, 2 warnings, 3 open questions`, as parts; nothing that counts 0. */
export function spokenCounts(findings: readonly Finding[]): readonly string[] {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const parts: readonly (readonly [number, string])[] = [
    [count('error'), counted(count('error'), 'error')],
    [count('warning'), counted(count('warning'), 'warning')],
    [count('info'), counted(count('info'), 'note')],
    [count('question'), counted(count('question'), 'open question')],
    [count('accepted'), `${count('accepted')} accepted`],
  ];
  return parts.filter(([number]) => number > 0).map(([, words]) => words);
}

/** Each finding as a line for hovering: `Warning: …`. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  const words = { error: 'Error', warning: 'Warning', info: 'Note', question: 'Open question', accepted: 'Accepted' };
  return findings.map((finding) => `${words[finding.severity]}: ${finding.message}`);
}

function gravestFirst(a: Finding, b: Finding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || comparePlaces(a.place, b.place);
}

function key(place: Place): string {
  return `${place.file}#${place.line}:${place.character}`;
}
