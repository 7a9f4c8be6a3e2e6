import { covers, type Place } from '../../model/place.ts';
import type { Finding } from '../../rules/finding.ts';

/** The findings that stand in a block, and those elsewhere that refer to what it says. */
export function speakingOf<T extends Finding>(findings: readonly T[], block: Place): readonly T[] {
  return findings.filter((finding) => speaksOf(finding, block));
}

export function speaksOf(finding: Finding, block: Place): boolean {
  const places = [finding.place, ...(finding.related ?? []).map(({ place }) => place)];
  return places.some((place) => covers(block, place));
}
