import type { Acceptance } from '../model/elements.ts';
import type { Place } from '../model/place.ts';

/** How serious a rule can be. */
export type RuleSeverity = 'error' | 'warning' | 'info';

/** What a finding amounts to: a question is an honest `unknown`; accepted ones are excused by an `accept`. */
export type Severity = RuleSeverity | 'question' | 'accepted';

/** Something that the reader of a pathway should know. */
export interface Finding {
  /** The rule's name, or `syntax-error`, `unknown-name`, `rule-failed`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, then what to do about it, in plain words. */
  readonly message: string;
  readonly place: Place;
  /** The pathway that it belongs to, by name. */
  readonly pathway?: string;
  /** The element that it is about, by name. */
  readonly element?: string;
  /** The facts that it speaks of, by their keywords. */
  readonly facts: readonly string[];
  /** What of those facts has no line at all, in words: several findings that lack something read as one. */
  readonly lacks?: Lack;
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
  /** What excuses it, where it is accepted. */
  readonly acceptance?: Acceptance;
}

/** `Stage 'early-help'` has no `activity` recorded. */
export interface Lack {
  /** The element as a sentence begins with it: `Stage 'early-help'`. */
  readonly element: string;
  /** The fact as people call it: `activity`, `information`. */
  readonly fact: string;
  /** The specification that requires it, by name. */
  readonly requiredBy?: string;
  /** What to do about several of them; by default to name them or to write 'unknown'. */
  readonly advice?: string;
}

/** From the gravest to the lightest. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'question', 'accepted'];

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
