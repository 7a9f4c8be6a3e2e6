import type { SymbolInformation } from 'vscode-languageserver-types';
import type { Declaration } from '../../model/elements.ts';
import type { Project } from '../../model/project.ts';
import { type AnyElement, elementsIn } from '../../model/walk.ts';
import type { CheckedProject } from '../checker.ts';
import { locationOf } from './ranges.ts';
import { nameBeside, symbolKind, titleOf } from './titles.ts';

/** More would be no help to anybody, and slow to send. */
const most = 1000;

/**
 * Everything in the open projects whose label or name holds the letters of the query in their order, the likeliest
 * first. Editors look once more at what they show, so that a name is shown beside the label only where it was the name
 * that was found.
 */
export function workspaceSymbols(projects: readonly CheckedProject[], query: string): readonly SymbolInformation[] {
  const wanted = folded(query).replace(/\s+/g, '');
  const seen = new Set<string>();
  return projects
    .flatMap(({ project }) => candidates(project, wanted))
    .filter(({ symbol: { location } }) => {
      const key = `${location.range.start.line}:${location.range.start.character} ${location.uri}`;
      return !seen.has(key) && seen.add(key);
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ symbol }) => symbol);
}

interface Candidate {
  readonly symbol: SymbolInformation;
  readonly rank: number;
}

function candidates(project: Project, wanted: string): readonly Candidate[] {
  const own = project.files.filter(({ library }) => !library).flatMap(({ declarations }) => declarations);
  return own.flatMap((declaration) =>
    elementsIn(declaration).flatMap((element) => candidate(project, element, declaration, wanted)),
  );
}

function candidate(project: Project, element: AnyElement, around: Declaration, wanted: string): readonly Candidate[] {
  const title = titleOf(project, element, around.name);
  const name = nameBeside(title, element);
  const byTitle = rankOf(folded(title), wanted);
  const byName = name === '' ? undefined : rankOf(folded(name), wanted);
  const rank = Math.min(byTitle ?? Number.POSITIVE_INFINITY, byName ?? Number.POSITIVE_INFINITY);
  if (rank === Number.POSITIVE_INFINITY) return [];
  return [
    {
      rank,
      symbol: {
        name: byTitle === undefined ? `${title} (${name})` : title,
        kind: symbolKind(element),
        location: locationOf(element.namePlace),
        containerName: element === around ? project.name : titleOf(project, around, around.name),
      },
    },
  ];
}

/** How well a text fits: the whole of it, its beginning, the beginning of a word, a part, or letters in their order. */
function rankOf(text: string, wanted: string): number | undefined {
  const words = text.replace(/\s+/g, '');
  const at = words.indexOf(wanted);
  if (words === wanted) return 0;
  if (at === 0) return 1;
  if (text.split(/[\s_-]+/).some((word) => word.startsWith(wanted))) return 2;
  if (at > 0) return 3;
  let found = -1;
  for (const letter of wanted) {
    found = words.indexOf(letter, found + 1);
    if (found < 0) return undefined;
  }
  return 4;
}

/** Without capitals and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
