import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
} from 'vscode-languageserver-types';
import type { Declaration, End, Pathway, Scenario, Transition } from '../../model/elements.ts';
import type { Place } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import type { CheckedProject } from '../checker.ts';
import type { PathwayFile } from '../file-store.ts';
import {
  declarationAround,
  hasOwnName,
  nameOf,
  occurrenceAt,
  type PathwaySymbol,
  samePlace,
  sameSymbol,
  symbolOf,
} from '../symbols.ts';
import { rangeOf } from './ranges.ts';
import { projectsThatSee } from './references.ts';
import { symbolKind, titleOf } from './titles.ts';

/**
 * Where people come from and go to, as the editor's call hierarchy: from stage to stage along transitions, also over into
 * other pathways. A stage that several pathways use is one stage, with the transitions of them all.
 */
export function stagesAt(
  checked: CheckedProject,
  file: PathwayFile,
  line: number,
  character: number,
): readonly CallHierarchyItem[] {
  const symbol = occurrenceAt(checked, file, line, character)?.symbol;
  if (symbol?.kind !== 'stage' && symbol?.kind !== 'pathway') return [];
  return [itemOf(checked.project, original(checked.project, symbol))];
}

/** The stages from which people come to the one at the given place, and where the text says so. */
export function comingFrom(
  checked: CheckedProject,
  projects: readonly CheckedProject[],
  file: PathwayFile,
  at: Range['start'],
): readonly CallHierarchyIncomingCall[] {
  return steps(checked, projects, file, at, 'to').map(({ item, links }) => ({
    from: item,
    fromRanges: links.filter(({ file: uri }) => uri === item.uri).map(rangeOf),
  }));
}

/** The stages to which people go on from the one at the given place. */
export function goingTo(
  checked: CheckedProject,
  projects: readonly CheckedProject[],
  file: PathwayFile,
  at: Range['start'],
): readonly CallHierarchyOutgoingCall[] {
  // The places are looked for in the file of the stage that people come from.
  return steps(checked, projects, file, at, 'from').map(({ item, links }) => ({
    to: item,
    fromRanges: links.filter(({ file: uri }) => uri === file.uri).map(rangeOf),
  }));
}

interface Step {
  readonly item: CallHierarchyItem;
  /** Where the transitions stand that lead there. */
  readonly links: Place[];
}

/** The other ends of all transitions of which the given end is the stage at a place. */
function steps(
  checked: CheckedProject,
  projects: readonly CheckedProject[],
  file: PathwayFile,
  at: Range['start'],
  end: 'from' | 'to',
): readonly Step[] {
  const symbol = occurrenceAt(checked, file, at.line, at.character)?.symbol;
  return symbol ? stepsOf(checked, projects, original(checked.project, symbol), end) : [];
}

function stepsOf(
  checked: CheckedProject,
  projects: readonly CheckedProject[],
  wanted: PathwaySymbol,
  end: 'from' | 'to',
): readonly Step[] {
  const found = new Map<string, Step>();
  const seen = new Set<string>();
  for (const { project } of projectsThatSee(checked, projects, wanted)) {
    for (const link of linksIn(project)) {
      const { transition, around } = link;
      const key = `${transition.place.line}:${transition.place.character} ${transition.place.file}`;
      if (seen.has(key) || !leads(project, link, end, wanted)) continue;
      seen.add(key);
      const other = end === 'to' ? transition.from : transition.to;
      const symbol = endSymbol(project, other, around);
      if (!symbol || (wanted.kind === 'pathway' && inPathway(project, symbol, wanted))) continue;
      const item = itemOf(project, symbol, transition.label);
      const id = `${item.selectionRange.start.line}:${item.selectionRange.start.character} ${item.uri}`;
      const step = found.get(id) ?? { item, links: [] };
      const named = transition.to.stage ?? transition.to.pathway;
      if (named) step.links.push(named.place);
      found.set(id, step);
    }
  }
  return [...found.values()];
}

interface Link {
  readonly transition: Transition;
  readonly around: Pathway | Scenario;
}

function linksIn({ files }: Project): readonly Link[] {
  return files
    .flatMap(({ declarations }) => declarations)
    .flatMap((around: Declaration): readonly Link[] => {
      if (around.kind === 'pathway') return around.transitions.map((transition) => ({ transition, around }));
      if (around.kind !== 'scenario') return [];
      return around.edits.flatMap((edit) =>
        edit.edit === 'add-transition' ? [{ transition: edit.transition, around }] : [],
      );
    });
}

/** Whether the end is the stage; for a pathway, whether it is anywhere in it. */
function leads(project: Project, { transition, around }: Link, end: 'from' | 'to', wanted: PathwaySymbol): boolean {
  const symbol = endSymbol(project, transition[end], around);
  if (!symbol) return false;
  const meant = original(project, symbol);
  return sameSymbol(meant, wanted) || (wanted.kind === 'pathway' && inPathway(project, meant, wanted));
}

function inPathway(project: Project, { element }: PathwaySymbol, pathway: PathwaySymbol): boolean {
  const around = declarationAround(project, element);
  return around !== undefined && samePlace(around.namePlace, pathway.element.namePlace);
}

/** What an end names: a stage, or a pathway as a whole. */
function endSymbol(project: Project, { stage, pathway }: End, around: Pathway | Scenario): PathwaySymbol | undefined {
  if (stage) return symbolOf(project, { ref: stage, in: pathway?.name ?? around.name });
  return pathway && symbolOf(project, { ref: pathway });
}

/** The stage itself, where the symbol is a name under which a pathway uses it. */
function original(project: Project, symbol: PathwaySymbol, hops = 0): PathwaySymbol {
  const { element } = symbol;
  if (element.kind !== 'used-stage' || !hasOwnName(element) || hops > 20) return symbol;
  const described = symbolOf(project, { ref: element.stage, in: element.pathway.name });
  return described ? original(project, described, hops + 1) : symbol;
}

function itemOf(project: Project, symbol: PathwaySymbol, label?: string): CallHierarchyItem {
  const { element } = symbol;
  const around = declarationAround(project, element);
  const pathway = around && around !== element ? titleOf(project, around, around.name) : '';
  return {
    name: titleOf(project, element, symbol.scope ?? symbol.name),
    kind: symbolKind(element),
    uri: element.place.file,
    detail: [pathway, label].filter(Boolean).join(': '),
    range: rangeOf(element.place),
    selectionRange: rangeOf(nameOf(symbol)),
  };
}
