import type { Change, Comparison, FactChange, Statement } from '../../src/changes/change.ts';
import { restsNow, saysNow } from '../../src/changes/likeness.ts';
import { type Outline, outlineOf } from '../../src/changes/outline.ts';
import { renameKey } from '../../src/changes/renames.ts';
import type { Project } from '../../src/model/project.ts';
import { ownDeclarations } from '../../src/model/walk.ts';

/** Everything that a project says, a line each: which elements there are, and each fact of them. */
export function sayings(project: Project): readonly string[] {
  return ownDeclarations(project)
    .flatMap((declaration) => sayingsIn(outlineOf(declaration)))
    .toSorted();
}

function sayingsIn(outline: Outline): readonly string[] {
  const lines = outline.items.map(({ fact, state, content, rests }) =>
    lineOf(outline.path, fact, state, content, rests),
  );
  return [outline.path, ...lines, ...outline.blocks.flatMap(sayingsIn)];
}

const lineOf = (path: string, fact: string, state: string, content: string, rests: string): string =>
  `${path} | ${fact} ${state} ${content} ${rests}`;

/** The same of the side before, with nothing but the description of what differs applied to it. */
export function rebuilt(before: Project, { changes, renames }: Comparison): readonly string[] {
  const paths = newPaths(before, changes, renames);
  const says = new Map<string, string>();
  const left: string[] = [];
  for (const declaration of ownDeclarations(before)) {
    for (const outline of allIn(outlineOf(declaration))) {
      const path = paths.get(outline) ?? outline.path;
      left.push(path);
      for (const item of outline.items) {
        const line = lineOf(
          path,
          item.fact,
          item.state,
          saysNow(item, outline, renames),
          restsNow(item, outline, renames),
        );
        says.set(keyOf(outline.path, item.fact, item), line);
        left.push(line);
      }
    }
  }
  const byPath = new Map([...paths].map(([outline, path]) => [outline.path, path]));
  const all = new Multiset(left);
  for (const change of changes) {
    if (change.change === 'added') {
      const { path } = change.after!;
      all.add(path);
      for (const one of change.statements) all.add(lineOf(path, one.fact, one.state, one.content, one.rests));
    } else if (change.change === 'removed') {
      const { path } = change.before!;
      all.take(byPath.get(path) ?? path);
      for (const one of change.statements) all.take(says.get(keyOf(path, one.fact, one))!);
    }
  }
  for (const change of lineChanges(changes)) {
    if (change.was) all.take(says.get(keyOf(change.before!.path, change.fact, change.was))!);
    if (change.is)
      all.add(lineOf(change.after!.path, change.fact, change.is.state, change.is.content, change.is.rests));
  }
  return all.values();
}

/** A line whose value and evidence have both changed is told of twice, and is one line. */
function lineChanges(changes: readonly Change[]): readonly FactChange[] {
  const facts = changes.filter((change): change is FactChange => 'fact' in change);
  const seen = new Set<string>();
  return facts.filter((change) => {
    if (!change.was || !change.is) return true;
    const key = `${keyOf(change.before!.path, change.fact, change.was)} ${keyOf(change.after!.path, change.fact, change.is)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function keyOf(path: string, fact: string, { place, content }: Pick<Statement, 'place' | 'content'>): string {
  return `${path} ${fact} ${place.file}:${place.line}:${place.character} ${content}`;
}

/** Where each element of the side before stands on the side after, as the changes tell it. */
function newPaths(before: Project, changes: readonly Change[], renames: Comparison['renames']) {
  const told = new Map<string, string>();
  for (const { before: was, after: is } of changes)
    if (was && is) told.set(`${was.path} ${keyOfBlock(was.block)}`, is.path);
  const paths = new Map<Outline, string>();
  const walk = (outline: Outline, parent: Outline | undefined): void => {
    const { element } = outline;
    const name = renames.get(renameKey(element, parent?.element.name)) ?? element.name;
    const around = parent ? `${paths.get(parent)}/` : '';
    const own = told.get(`${outline.path} ${keyOfBlock(element.place)}`) ?? `${around}${element.kind} ${name}`;
    paths.set(outline, own);
    for (const block of outline.blocks) walk(block, outline);
  };
  for (const declaration of ownDeclarations(before)) walk(outlineOf(declaration), undefined);
  return paths;
}

const keyOfBlock = ({ file, line, character }: Statement['place']): string => `${file}:${line}:${character}`;

function allIn(outline: Outline): readonly Outline[] {
  return [outline, ...outline.blocks.flatMap(allIn)];
}

/** Values of which there may be several alike; taking one that is not there is kept too, as a fault. */
class Multiset {
  readonly #counts = new Map<string, number>();

  constructor(values: readonly string[]) {
    for (const value of values) this.add(value);
  }

  add(value: string): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  take(value: string): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) - 1);
  }

  values(): readonly string[] {
    return [...this.#counts]
      .flatMap(([value, count]) => (count < 0 ? [`taken too often: ${value}`] : Array<string>(count).fill(value)))
      .toSorted();
  }
}
