import type { Board, Pathway } from '../../model/elements.ts';
import { type FactLines, recorded } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import { isClosed, isCurrent } from '../../model/status.ts';
import type { Oversight } from '../../model/values.ts';
import { ownDeclarations } from '../../model/walk.ts';
import type { ProjectRule, Report } from '../rule.ts';

/** Of a board that nothing refers to, nothing is asked. */
export const incompleteBoard: ProjectRule = {
  name: 'incomplete-board',
  title: 'Board incomplete',
  family: 'governance',
  severity: 'info',
  default: 'on',
  about: 'project',
  *check(project): Iterable<Report> {
    const referred = boardsReferredTo(project);
    for (const board of ownDeclarations(project)) {
      if (board.kind !== 'board' || !referred.has(board.name) || project.boards.get(board.name) !== board) continue;
      const facts = lacking(board);
      if (facts.length > 0) yield { at: board.namePlace, message: message(board, facts), element: board.name, facts };
    }
  },
};

function lacking({ top, facts }: Board): readonly string[] {
  const members = facts.member.length > 0 ? [] : ['member'];
  return top || facts.reportsTo.length > 0 ? members : [...members, 'reports to'];
}

function message({ name }: Board, facts: readonly string[]): string {
  if (facts.length === 2) {
    return `'${name}' has no members and does not say whom it reports to: add 'member' for each organisation on it, and 'reports to' or 'top'.`;
  }
  if (facts.includes('member')) return `'${name}' has no members: add 'member' for each organisation on it.`;
  return `'${name}' does not say whom it reports to: add 'reports to' and the board above it, or 'top' if there is none.`;
}

function boardsReferredTo(project: Project): ReadonlySet<string> {
  const names = ownDeclarations(project).flatMap((declaration): readonly string[] => {
    if (declaration.kind === 'board') return recorded(declaration.facts.reportsTo).map(({ name }) => name);
    if (declaration.kind === 'agreement') return boardsIn(declaration.facts.governance);
    return declaration.kind === 'pathway' ? boardsOf(declaration) : [];
  });
  return new Set(names);
}

const byPathway = new WeakMap<Pathway, readonly string[]>();

/** Kept by pathway, because after an edit most pathways of a project are the same objects as before. */
function boardsOf(pathway: Pathway): readonly string[] {
  const known = byPathway.get(pathway);
  if (known !== undefined) return known;
  const blocks = isClosed(pathway) ? [] : [pathway, ...pathway.stages.filter(isCurrent), ...pathway.transitions];
  const made = [...new Set(blocks.flatMap(({ facts }) => boardsIn(facts.governance)))];
  byPathway.set(pathway, made);
  return made;
}

function boardsIn(lines: FactLines<Oversight>): readonly string[] {
  return recorded(lines).flatMap(({ by, body }) => (by === 'board' ? [body.name] : []));
}
