import type { Declaration, Pathway, ScenarioEdit } from '../model/elements.ts';
import { groupBy } from '../model/group.ts';
import { comparePlaces } from '../model/place.ts';
import { type FileModel, joinFiles, type Project } from '../model/project.ts';
import { ownPathways } from '../model/walk.ts';
import { arrange, checkAcceptances, checkPathway, checkProject } from '../rules/engine.ts';
import type { Finding } from '../rules/finding.ts';
import { unaskedQuestions } from '../rules/questions.ts';
import type { ProjectFiles } from './discovery.ts';
import type { FilePart, PathwayFile } from './file-store.ts';
import { withoutFollowUps } from './follow-ups.ts';
import { Names, unknownNames } from './names.ts';

/** A project and all that is to be said about it. */
export interface CheckedProject extends ProjectFiles {
  readonly project: Project;
  /** The day that counted as today, as YYYY-MM-DD. */
  readonly asOf: string;
  readonly names: Names;
  /** Everything found in each file, by URI, in the order of the text. The same list as before where nothing changed. */
  readonly byFile: ReadonlyMap<string, readonly Finding[]>;
  /** Everything found: errors of the texts, unknown names, then what the rules find, file by file. */
  readonly findings: readonly Finding[];
}

/** What is remembered of one check, so that the next one need not do it again. */
interface Check {
  readonly asOf: string;
  readonly checked: CheckedProject;
  /** All that is declared beside pathways: what any pathway may depend on. */
  readonly register: readonly Declaration[];
  /** What each file offers to others; names that others refer to are looked up again only when this changes. */
  readonly offers: string;
  readonly unknown: ReadonlyMap<FilePart, readonly Finding[]>;
  readonly ofPathways: ReadonlyMap<Pathway, readonly Finding[]>;
  readonly ofProject: readonly Finding[];
}

/**
 * Checks one project again and again while its files change. After an edit only what the edit can affect is done
 * again: names, where what a file offers to others changed; rules, for the pathways that changed and those that are
 * linked to them, or for all where the register changed.
 */
export class ProjectChecker {
  readonly #library: readonly FileModel[];
  #last: Check | undefined;

  constructor(library: readonly FileModel[]) {
    this.#library = library;
  }

  /** `asOf` is today, as YYYY-MM-DD; `name` is the project's, where no file declares one. */
  check(found: ProjectFiles, name: string, asOf: string): CheckedProject {
    const last = this.#last;
    if (last?.asOf === asOf && same(last.checked.files, found.files) && same(last.checked.own, found.own))
      return last.checked;
    const project = joinFiles(name, [...found.files.map((file) => file.reading.model), ...this.#library]);
    const names = new Names(project);
    const offers = found.files.map(offersOf).join('\n');
    const unknown = new Map(
      found.files
        .flatMap((file) => file.parts)
        .map((part) => {
          const known = last?.offers === offers ? last.unknown.get(part) : undefined;
          return [part, known ?? unknownNames(names, project, part.refs)] as const;
        }),
    );
    const register = found.files.flatMap((file) => registerOf(file.reading.model));
    const ofPathways = this.#pathways(project, register, asOf);
    const ofProject = checkProject(project, { asOf });
    const ofRules = [...ofPathways.values(), ofProject];
    const ofAcceptances = checkAcceptances(project, ofRules.flat(), { asOf });
    const said = withoutFollowUps([...unknown.values(), ...ofRules, ofAcceptances], found.files);
    const parts = [...said, unaskedQuestions(project, said.flat())];
    const byFile = gather(found, parts, last?.checked.byFile);
    const checked = { ...found, project, asOf, names, byFile, findings: [...byFile.values()].flat() };
    this.#last = { asOf, checked, register, offers, unknown, ofPathways, ofProject };
    return checked;
  }

  #pathways(project: Project, register: readonly Declaration[], asOf: string): Map<Pathway, readonly Finding[]> {
    const last = this.#last;
    const pathways = ownPathways(project);
    const keep = last?.asOf === asOf && same(last.register, register) ? last.ofPathways : undefined;
    const affected = keep ? affectedNames([...keep.keys()], pathways) : undefined;
    return new Map(
      pathways.map((pathway) => {
        const known = affected?.has(pathway.name) ? undefined : keep?.get(pathway);
        return [pathway, known ?? checkPathway(project, pathway, { asOf })] as const;
      }),
    );
  }
}

/** The names of pathways that changed, came or went, and of those linked to them in either direction. */
function affectedNames(before: readonly Pathway[], after: readonly Pathway[]): ReadonlySet<string> {
  const old = new Set(before);
  const now = new Set(after);
  const changed = [...before.filter((pathway) => !now.has(pathway)), ...after.filter((pathway) => !old.has(pathway))];
  const names = new Set(changed.map(({ name }) => name));
  const linked = changed.flatMap(linkedNames);
  for (const pathway of after) if (linkedNames(pathway).some((name) => names.has(name))) linked.push(pathway.name);
  for (const name of linked) names.add(name);
  return names;
}

const links = new WeakMap<Pathway, readonly string[]>();

/** The pathways that this one uses stages of, hands on to, or overlaps. */
function linkedNames(pathway: Pathway): readonly string[] {
  const known = links.get(pathway);
  if (known) return known;
  const used = pathway.uses.map((use) => use.pathway.name);
  const ends = [...pathway.transitions, ...pathway.flows].flatMap(({ from, to }) => [
    from.pathway?.name,
    to.pathway?.name,
  ]);
  const names = [...used, ...ends].filter((name) => name !== undefined);
  links.set(pathway, names);
  return names;
}

const offers = new WeakMap<FileModel, string>();

/** The names that other files may refer to, as one text. */
function offersOf({ uri, reading: { model } }: PathwayFile): string {
  const known = offers.get(model);
  if (known !== undefined) return known;
  const made = `${uri} ${model.declarations.map(namesIn).join(';')}`;
  offers.set(model, made);
  return made;
}

function namesIn(declaration: Declaration): string {
  const list = (elements: readonly { readonly name: string }[]): string => elements.map(({ name }) => name).join(' ');
  const head = `${declaration.kind} ${declaration.name}`;
  switch (declaration.kind) {
    case 'vocabulary':
      return `${head} ${declaration.terms.map((term) => `${term.of} ${term.name}`).join(' ')}`;
    case 'specification':
      return `${head} ${list(declaration.stages)}`;
    case 'pathway': {
      const { stages, uses, transitions, flows, actions, realises } = declaration;
      return `${head} ${realises?.name} ${[stages, uses, transitions, flows, actions].map(list).join('|')}`;
    }
    case 'scenario':
      return `${head} ${declaration.changes?.name} ${list(declaration.edits.flatMap(added))}`;
    default:
      return head;
  }
}

function added(edit: ScenarioEdit): readonly { readonly name: string }[] {
  if (edit.edit === 'add-stage') return [edit.stage];
  return edit.edit === 'add-transition' ? [edit.transition] : [];
}

const registers = new WeakMap<FileModel, readonly Declaration[]>();

function registerOf(model: FileModel): readonly Declaration[] {
  const known = registers.get(model);
  if (known) return known;
  const made = model.declarations.filter((declaration) => declaration.kind !== 'pathway');
  registers.set(model, made);
  return made;
}

/** Puts the findings of each file together, in the order of the text; keeps a file's list where it is as it was. */
function gather(
  found: ProjectFiles,
  parts: readonly (readonly Finding[])[],
  before: ReadonlyMap<string, readonly Finding[]> | undefined,
): ReadonlyMap<string, readonly Finding[]> {
  const all = [...found.files.flatMap((file) => file.problems), ...parts.flat()];
  const single = all.some(({ rule }) => rule === 'rule-failed') ? arrange(all) : all;
  const grouped = groupBy(single, (finding) => finding.place.file);
  for (const { uri } of found.files) if (!grouped.has(uri)) grouped.set(uri, []);
  return new Map(
    [...grouped].map(([uri, findings]) => {
      const sorted = findings.toSorted((a, b) => comparePlaces(a.place, b.place));
      const known = before?.get(uri);
      return [uri, known && tellsTheSame(known, sorted) ? known : sorted] as const;
    }),
  );
}

/** Whether two lists say the same, although what was checked again gave new findings. */
function tellsTheSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => one === b[index] || JSON.stringify(one) === JSON.stringify(b[index]))
  );
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
