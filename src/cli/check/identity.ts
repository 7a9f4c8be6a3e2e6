import { createHash } from 'node:crypto';
import { groupBy } from '../../model/group.ts';
import type { Reported } from './reported.ts';

/**
 * What makes a finding the same one after the text was moved or laid out anew: what it is about, and never where it
 * stands.
 */
export interface Identity {
  readonly rule: string;
  readonly project?: string;
  readonly pathway?: string;
  readonly element?: string;
  readonly facts: readonly string[];
  /** Where it is about no element: its message, without numbers of lines. */
  readonly message?: string;
}

export function identityOf({ rule, project, pathway, element, facts, message }: Reported): Identity {
  return {
    rule,
    ...(project === undefined ? {} : { project }),
    ...(pathway === undefined ? {} : { pathway }),
    ...(element === undefined ? { message: message.replace(/\bline \d+/g, 'line …') } : { element }),
    facts,
  };
}

/** An identity as one text. */
export function keyOf({ rule, project, pathway, element, facts, message }: Identity): string {
  return JSON.stringify([rule, project, pathway, element, [...facts].toSorted(), message]);
}

/** A short text that stays the same for each finding; several of one identity are told apart by their order. */
export function fingerprintsOf(findings: readonly Reported[]): ReadonlyMap<Reported, string> {
  const same = groupBy(findings, (finding) => keyOf(identityOf(finding)));
  return new Map(
    [...same].flatMap(([key, group]) =>
      group.map((finding, occurrence) => [finding, hash(`${key} ${occurrence}`)] as const),
    ),
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
