import type { Declaration, UsedStage } from '../../../model/elements.ts';
import type { Project } from '../../../model/project.ts';
import type { AnyElement } from '../../../model/walk.ts';
import { fileName, kindInWords } from '../../../rules/words.ts';
import { declarationAround, declaredIn, type PathwaySymbol, sameSymbol } from '../../symbols.ts';
import { LIBRARY } from '../../workspace.ts';
import type { Job } from './job.ts';
import { Refusal } from './refusal.ts';
import { usersOf } from './uses.ts';

/** Whether something else of the new name would be taken for it, or it for that. */
export function clash({ project, symbol, newName }: Job, pinned: readonly UsedStage[]): Refusal | undefined {
  if (symbol.kind === 'indicator') return undefined;
  for (const declaration of declarationsToMind(project, symbol, pinned)) {
    const other = declaredIn(declaration).find(
      (one) => one.symbol.name === newName && setOf(one.symbol) === setOf(symbol) && !sameSymbol(one.symbol, symbol),
    );
    if (other) {
      const where = symbol.scope === undefined ? inFile(other.element) : `in ${declaration.kind} '${declaration.name}'`;
      return new Refusal(`There is already ${kindInWords(other.element)} called '${newName}' ${where}.`);
    }
  }
  return undefined;
}

function inFile({ namePlace: { file, line } }: AnyElement): string {
  return file.startsWith(LIBRARY) ? 'in the built-in library' : `in ${fileName(file)}, line ${line + 1}`;
}

/** The names among which the symbol's must be the only one. */
function setOf({ kind, element }: PathwaySymbol): string {
  switch (kind) {
    case 'stage':
    case 'transition':
    case 'flow':
      return 'in a pathway';
    case 'pathway':
    case 'scenario':
      return 'drawn';
    default:
      return kind === 'issue' ? element.kind : kind;
  }
}

/** All declarations for what is known everywhere; else the block around it, and those that see what is in it. */
function declarationsToMind(
  project: Project,
  symbol: PathwaySymbol,
  pinned: readonly UsedStage[],
): readonly Declaration[] {
  const all = project.files.flatMap(({ declarations }) => declarations);
  if (symbol.scope === undefined) return all;
  const own = declarationAround(project, symbol.element);
  const users = symbol.kind === 'stage' ? usersOf(project, symbol, pinned) : [];
  const minded = all.filter((one) => one === own || users.some((user) => user === one));
  return all.filter((one) => minded.some((other) => seeEachOther(one, other)));
}

/** Namesakes are looked through together, and a scenario with the pathway that it changes. */
function seeEachOther(one: Declaration, other: Declaration): boolean {
  if (one === other) return true;
  if (one.kind === other.kind) return one.name === other.name;
  if (one.kind === 'scenario') return other.kind === 'pathway' && one.changes?.name === other.name;
  return one.kind === 'pathway' && other.kind === 'scenario' && other.changes?.name === one.name;
}
