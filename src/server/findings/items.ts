import type { CheckedProject } from '../../language/checker.ts';
import { heading, labelOf } from '../../language/features/words.ts';
import type { Issue, Pathway } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import { isOpen, todayOf } from '../../model/status.ts';
import { elementsIn, ownDeclarations } from '../../model/walk.ts';
import type { EntryKind, FindingEntry } from '../../protocol/findings.ts';
import { acceptanceOf, declarationAt } from '../../rules/acceptances.ts';
import type { Finding } from '../../rules/finding.ts';
import type { OpenQuestion } from '../../rules/questions.ts';
import { openQuestions } from '../../rules/questions.ts';
import { responsibleFor } from './responsible.ts';

/** An entry of the list, with what it can be grouped by. */
export interface Item {
  readonly entry: FindingEntry;
  readonly checked: CheckedProject;
  /** The pathway that it stands in, by name. */
  readonly pathway?: string;
  /** The rule that found it; the authors' own have none. */
  readonly rule?: string;
  /** The organisations that could do something about it, by name. */
  readonly organisations: readonly string[];
}

/** Everything that the project's own files have to show, of the given findings and of what the authors wrote down. */
export function itemsOf(checked: CheckedProject, findings: readonly Finding[], today: string): readonly Item[] {
  const own = new Set(checked.own.map(({ uri }) => uri));
  return [
    ...findings.flatMap((finding) =>
      finding.severity === 'question' ? [] : [found(checked, finding, finding.severity, today)],
    ),
    ...openQuestions(checked.project).map((question) => asked(checked, question)),
    ...issuesOf(checked).map(({ issue, pathway }) => raised(checked, issue, pathway)),
  ].filter(({ entry }) => own.has(entry.place.file));
}

/** The gaps and risks that the authors wrote down and that are not closed. */
export function issuesOf({
  project,
}: CheckedProject): readonly { readonly issue: Issue; readonly pathway?: Pathway }[] {
  return ownDeclarations(project).flatMap((declaration) => {
    if (declaration.kind === 'scenario') return [];
    return elementsIn(declaration)
      .filter((element): element is Issue => element.kind === 'gap' || element.kind === 'risk')
      .filter(isOpen)
      .map((issue) => ({ issue, ...(declaration.kind === 'pathway' && { pathway: declaration }) }));
  });
}

/** What an issue counts as: nothing but gaps and risks gets here. */
export function kindOf({ kind }: Issue): EntryKind {
  return kind === 'risk' ? 'risk' : 'gap';
}

function found(checked: CheckedProject, finding: Finding, kind: EntryKind, today: string): Item {
  const { rule, message, place, pathway } = finding;
  const beside = kind === 'accepted' ? acceptedHow(checked, finding, today) : rule;
  return {
    entry: { kind, text: message, beside, place },
    checked,
    ...(pathway !== undefined && { pathway }),
    rule,
    organisations: responsibleFor(checked, place),
  };
}

/** Why it was accepted, by whom and until when. */
function acceptedHow({ project }: CheckedProject, { rule, place, pathway }: Finding, today: string): string {
  const declaration = declarationAt(project, place);
  const known = project.pathways.get(pathway ?? '');
  const acceptance = declaration && acceptanceOf(declaration, rule, place, known ? todayOf(known, today) : today);
  const { because, by, until } = acceptance ?? {};
  const how = inOrder(' ', by && `by ${labelOf(project, by)}`, until && `until ${until.text}`);
  return inOrder('; ', because, how);
}

function asked(checked: CheckedProject, question: OpenQuestion): Item {
  const { ask, because, by, element, fact, place, pathway } = question;
  const whom = inOrder(' ', ask && `ask ${labelOf(checked.project, ask)}`, by && `by ${by.text}`);
  return {
    entry: { kind: 'question', text: `${heading(fact)} of '${element}'`, beside: inOrder('; ', whom, because), place },
    checked,
    ...(pathway !== undefined && { pathway }),
    organisations: ask ? [ask.name] : responsibleFor(checked, place),
  };
}

function raised(checked: CheckedProject, issue: Issue, pathway: Pathway | undefined): Item {
  const owners = recorded(issue.facts.owner).map(({ name }) => name);
  const [severity] = recorded(issue.facts.severity);
  return {
    entry: {
      kind: kindOf(issue),
      text: (issue.text || issue.name).replace(/\s+/g, ' ').trim(),
      beside: severity === undefined ? '' : `severity ${severity}`,
      place: issue.namePlace,
    },
    checked,
    ...(pathway && { pathway: pathway.name }),
    organisations: owners.length > 0 ? owners : responsibleFor(checked, issue.place),
  };
}

/** The parts that are there. */
function inOrder(between: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(between);
}
