import type { Agreement, Information, TermFlag } from '../model/elements.ts';
import { recorded } from '../model/facts.ts';
import type { Project } from '../model/project.ts';

/** The kinds of data that the law guards most. */
type Guard = Extract<TermFlag, 'special-category' | 'criminal-offence'>;

const guards: readonly Guard[] = ['special-category', 'criminal-offence'];

/** What the information holds that the law guards: `health data`, in the words of the vocabulary. */
export function sensitiveContents(
  project: Project,
  { containing }: Information,
  guarded: readonly Guard[] = guards,
): readonly string[] {
  return containing.flatMap(({ name }) => {
    const term = project.terms.data.get(name);
    if (term === undefined || !guarded.some((guard) => term.flags.includes(guard))) return [];
    return [lowerFirst(term.label ?? term.name)];
  });
}

/** What the information that the agreement covers holds of such data, each kind once. */
export function sensitiveDataCovered(
  project: Project,
  { facts }: Agreement,
  guarded: readonly Guard[] = guards,
): readonly string[] {
  const covered = recorded(facts.covers).flatMap(({ name }) => project.information.get(name) ?? []);
  return [...new Set(covered.flatMap((information) => sensitiveContents(project, information, guarded)))];
}

/** Labels begin like a sentence and stand inside one here; abbreviations stay as they are. */
function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
