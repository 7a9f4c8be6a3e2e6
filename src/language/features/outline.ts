import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import type { Declaration, Pathway, Specification } from '../../model/elements.ts';
import { comparePlaces, type Place } from '../../model/place.ts';
import type { Project } from '../../model/project.ts';
import { type AnyElement, blocksOf } from '../../model/walk.ts';
import type { CheckedProject } from '../checker.ts';
import type { PathwayFile } from '../file-store.ts';
import { rangeOf } from './ranges.ts';
import { nameBeside, symbolKind, titleOf } from './titles.ts';

/** What a file declares, by label, with all blocks under those that they stand in, in the order of the text. */
export function outline({ project }: CheckedProject, file: PathwayFile): readonly DocumentSymbol[] {
  return file.reading.model.declarations.map((declaration) => entry(project, declaration, declaration));
}

function entry(project: Project, element: AnyElement, around: Declaration): DocumentSymbol {
  const name = titleOf(project, element, around.name);
  const children = blocksOf(element)
    .toSorted((a, b) => comparePlaces(a.place, b.place))
    .map((inner) => entry(project, inner, around));
  return {
    name,
    detail: detailOf(project, element, name),
    kind: symbolKind(element),
    range: rangeOf(element.place),
    selectionRange: within(element.place, element.namePlace),
    ...(children.length > 0 && { children }),
  };
}

/** The name, where the label stands in its place, and what else tells one entry from the next. */
function detailOf(project: Project, element: AnyElement, title: string): string {
  return [nameBeside(title, element), ...more(project, element)].filter(Boolean).join(' · ');
}

function more(project: Project, element: AnyElement): readonly string[] {
  switch (element.kind) {
    case 'pathway':
    case 'specification':
      return [footprintOf(project, element), counted(element.stages.length + usedIn(element), 'stage')];
    case 'used-stage':
      return [`used from ${labelled(project.pathways.get(element.pathway.name)) ?? element.pathway.name}`];
    case 'vocabulary':
      return [counted(element.terms.length, 'term')];
    case 'view':
      return [element.of ? `of ${element.of.name}` : ''];
    case 'scenario':
      return [element.changes ? `changes ${element.changes.name}` : ''];
    case 'term':
      return [element.of];
    case 'gap':
    case 'risk':
    case 'challenge':
    case 'strength':
    case 'need':
    case 'action':
    case 'milestone':
    case 'flow':
      return [element.kind];
    default:
      return [];
  }
}

function footprintOf(project: Project, { footprint }: Pathway | Specification): string {
  return footprint ? (labelled(project.footprints.get(footprint.name)) ?? footprint.name) : '';
}

function labelled(element: { readonly name: string; readonly label?: string } | undefined): string | undefined {
  return element && (element.label ?? element.name);
}

function usedIn(element: Pathway | Specification): number {
  return element.kind === 'pathway' ? element.uses.length : 0;
}

function counted(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${one}s`;
}

/** Editors refuse a name outside of its block, as one that was broken off may be. */
function within(block: Place, name: Place): Range {
  const starts = comparePlaces(block, name) <= 0;
  const ends =
    name.endLine < block.endLine || (name.endLine === block.endLine && name.endCharacter <= block.endCharacter);
  const start = { line: block.line, character: block.character };
  return starts && ends ? rangeOf(name) : { start, end: start };
}
