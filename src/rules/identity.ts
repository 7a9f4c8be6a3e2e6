import type { Finding } from './finding.ts';

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

export function identityOf(finding: Finding & { readonly project?: string }): Identity {
  const { rule, project, pathway, element, facts, message } = finding;
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
