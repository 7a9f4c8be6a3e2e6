import { createHash } from 'node:crypto';
import { groupBy } from '../../model/group.ts';
import { identityOf, keyOf } from '../../rules/identity.ts';
import type { Reported } from './reported.ts';

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
