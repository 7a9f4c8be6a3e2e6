import type { Absent, Ref, TermKind } from '../../model/facts.ts';
import { namedInProject, type Project } from '../../model/project.ts';
import { formatNumber } from '../../model/units/quantity.ts';
import { capital, factWords, wordsOf } from '../../model/wording.ts';

/** `1 stage`, `2 stages`; `plural` for words that do not take an s. */
export function counted(count: number, one: string, plural = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : plural}`;
}

/** `CareLevel` and `care-level` as people write them: `Care level`. */
export function heading(fact: string): string {
  return capital(factWords(fact).trim());
}

/** What a name stands for, as readers see it: its label, or else the name. */
export function labelOf(project: Project, ref: Ref): string {
  return namedInProject(project, ref.to)?.get(ref.name)?.label ?? ref.name;
}

/** A text of the author's, which means itself and nothing in Markdown. Lines stay lines of one paragraph. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s*\r?\n\s*/g, ' ');
}

/** An absence in words, with its reason; why something is unknown is said where the open questions stand. */
export function absence({ state, because }: Absent): string {
  const word = state === 'not-applicable' ? 'not applicable' : state;
  return `*${word}*${state === 'unknown' || because === undefined ? '' : `: ${plain(because)}`}`;
}

/** Whom to ask for an open question, by when, and why it is open. */
export function asking(project: Project, { ask, by, because }: Pick<Absent, 'ask' | 'by' | 'because'>): string {
  const whom = ask === undefined ? '' : `ask ${plain(labelOf(project, ask))}`;
  const when = by === undefined ? '' : `by ${by.text}`;
  const how = [whom, when].filter(Boolean).join(' ');
  return [how, because === undefined ? '' : plain(because)].filter(Boolean).join('; ');
}

/** The value of a fact as people say it, in Markdown. */
export function valueInWords(project: Project, fact: string, value: unknown): string {
  return wordsOf({ name: (ref) => plain(labelOf(project, ref)), text: plain }, fact, value);
}

/** What the kinds of terms are called where one of them is shown. */
export const termKinds: Readonly<Record<TermKind, string>> = {
  kind: 'kind of organisation or footprint',
  setting: 'setting',
  level: 'level',
  movement: 'movement',
  basis: 'legal basis',
  domain: 'outcome domain',
  cohort: 'cohort',
  data: 'kind of data',
};
