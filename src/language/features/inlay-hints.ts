import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Organisation, Pathway, Stage } from '../../model/elements.ts';
import { type Ref, recorded, recordedFacts } from '../../model/facts.ts';
import { effective } from '../../model/inheritance.ts';
import { holds, type Place } from '../../model/place.ts';
import { labelOf as labelOfElement, type Project } from '../../model/project.ts';
import { isCurrent, todayOf } from '../../model/status.ts';
import { costPerCase, totalInWords, totalsOf } from '../../model/totals.ts';
import type { CheckedProject } from '../checker.ts';
import type { PathwayFile } from '../file-store.ts';
import { labelOf } from './words.ts';

/** Which hints to show. */
export interface HintSettings {
  readonly inherited: boolean;
  readonly costPerCase: boolean;
  readonly totals: boolean;
  readonly successors: boolean;
}

export const allHints: HintSettings = { inherited: true, costPerCase: true, totals: true, successors: true };

/** What follows from the text without standing in it, shown beside it; for the lines of a range, or for all. */
export function inlayHintsOf(
  { project }: CheckedProject,
  file: PathwayFile,
  settings: HintSettings,
  range?: Range,
): readonly InlayHint[] {
  const lines = file.text.split('\n').map((line) => line.replace(/\r$/, '').trimEnd().length);
  const atEndOf = (line: number): InlayHint['position'] => ({ line, character: lines[line] ?? 0 });
  const pathways = file.reading.model.declarations.filter((declaration) => declaration.kind === 'pathway');
  const hints = [
    ...pathways.flatMap((pathway) => [
      ...(settings.totals ? totalHints(pathway, atEndOf) : []),
      ...pathway.stages.flatMap((stage) => [
        ...(settings.inherited ? inheritedHints(project, pathway, stage, atEndOf) : []),
        ...(settings.costPerCase ? costHints(stage, atEndOf) : []),
      ]),
    ]),
    ...(settings.successors ? successorHints(project, file, pathways) : []),
  ];
  return hints
    .filter(({ position: { line } }) => !range || (line >= range.start.line && line <= range.end.line))
    .toSorted((a, b) => a.position.line - b.position.line || a.position.character - b.position.character);
}

type LineEnd = (line: number) => InlayHint['position'];

function totalHints(pathway: Pathway, atEndOf: LineEnd): readonly InlayHint[] {
  const { totals, of } = totalsOf(pathway);
  const [latest] = totals;
  if (!latest) return [];
  const all = totals.map((total) => totalInWords(total, of)).join('\n');
  const tooltip = `What the stages of this pathway cost together. What is not recorded is not counted as £0; shared stages are counted in the pathway that describes them.\n\n${all}`;
  const more = totals.length > 1 ? ` + ${totals.length - 1} more` : '';
  return [hint(atEndOf(pathway.namePlace.line), `${totalInWords(latest, of)}${more}`, tooltip)];
}

function inheritedHints(project: Project, pathway: Pathway, stage: Stage, atEndOf: LineEnd): readonly InlayHint[] {
  if (!isCurrent(stage)) return [];
  const parts = [
    inherited(pathway, stage, 'commissioner', ({ organisation }) => labelOf(project, organisation)),
    inherited(pathway, stage, 'governance', ({ body }) => labelOf(project, body)),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return [];
  return [hint(atEndOf(stage.namePlace.line), parts.join(', '), 'Said by the pathway, and so for this stage.')];
}

function inherited<K extends 'commissioner' | 'governance'>(
  pathway: Pathway,
  stage: Stage,
  fact: K,
  say: (value: Value<K>) => string,
): string | undefined {
  const values = recorded(effective(pathway, stage, fact).inherited) as readonly Value<K>[];
  if (values.length === 0) return undefined;
  const lead = values.find((value) => 'role' in value && value.role === 'lead') ?? values[0]!;
  const rest = values.length > 1 ? ` + ${values.length - 1}` : '';
  return `${fact} ${say(lead)}${rest}`;
}

type Value<K extends 'commissioner' | 'governance'> = Extract<
  Pathway['facts'][K][number],
  { readonly state: 'recorded' }
>['value'];

function costHints(stage: Stage, atEndOf: LineEnd): readonly InlayHint[] {
  return recordedFacts(stage.facts.cost).flatMap(({ value, place }) => {
    const text = costPerCase(stage, value);
    const tooltip = 'The cost divided by the activity of the same period.';
    return text === undefined ? [] : [hint(atEndOf(place.endLine), text, tooltip)];
  });
}

/** Behind the name of a body that had been succeeded on the day that its pathway describes. */
function successorHints(project: Project, file: PathwayFile, pathways: readonly Pathway[]): readonly InlayHint[] {
  return file.reading.refs
    .filter(({ ref }) => ref.to === 'organisation')
    .flatMap(({ ref }) => {
      const around = pathways.find(({ place }) => holds(place, ref.place.line, ref.place.character));
      const today = around && todayOf(around, forever);
      const successor = successorOf(project, ref, today ?? forever);
      if (!successor || isSuccession(project, ref.place)) return [];
      const position = { line: ref.place.endLine, character: ref.place.endCharacter };
      const name = labelOfElement(successor);
      return [hint(position, `now ${name}`, `Succeeded by ${name}.`)];
    });
}

/** The last day there is: without a day of its own, a pathway is read as of today, when all that is written has happened. */
const forever = '9999-12-31';

/** Who stands in a body's place on a day: the last of those who took over from one another. */
function successorOf(project: Project, { name }: Ref, day: string): Organisation | undefined {
  let last: Organisation | undefined;
  const seen = new Set([name]);
  for (let next: Organisation | undefined = project.organisations.get(name); next; ) {
    const [succession] = recorded(next.facts.succeededBy).filter(({ on }) => on === undefined || on.start <= day);
    const successor: Organisation | undefined = succession && project.organisations.get(succession.organisation.name);
    if (!successor || seen.has(successor.name)) return last;
    seen.add(successor.name);
    last = successor;
    next = successor;
  }
  return last;
}

/** Whether a name stands in a line that tells of a succession itself. */
function isSuccession(project: Project, place: Place): boolean {
  return [...project.organisations.values()].some(({ facts }) =>
    recorded(facts.succeededBy).some(({ organisation }) => organisation.place === place),
  );
}

function hint(position: InlayHint['position'], label: string, tooltip: string): InlayHint {
  return { position, label, tooltip, paddingLeft: true };
}
