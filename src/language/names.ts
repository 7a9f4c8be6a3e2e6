import type { Pathway, Scenario } from '../model/elements.ts';
import type { RefKind, TermKind } from '../model/facts.ts';
import { groupBy } from '../model/group.ts';
import { nearest } from '../model/nearest.ts';
import { maskPersonalData } from '../model/personal-data.ts';
import { namedInProject, type Project } from '../model/project.ts';
import { viewWords } from '../model/view-words.ts';
import { capital } from '../model/wording.ts';
import type { Finding } from '../rules/finding.ts';
import type { ScopedRef } from './reading/reader.ts';
import { reserved } from './tokens.ts';

/** What the kinds of names are called in messages. */
export const kindNames: Readonly<Record<RefKind, string>> = {
  source: 'source',
  footprint: 'footprint',
  organisation: 'organisation',
  system: 'system',
  information: 'information',
  agreement: 'agreement',
  board: 'board',
  specification: 'specification',
  'required-stage': 'required stage',
  pathway: 'pathway',
  stage: 'stage',
  transition: 'transition',
  flow: 'flow',
  'stage-transition-or-flow': 'stage, transition or flow',
  'pathway-or-scenario': 'pathway or scenario',
  action: 'action',
  'view-word': 'part of a picture',
  kind: 'kind of organisation or footprint',
  setting: 'setting',
  level: 'level',
  movement: 'movement',
  basis: 'basis',
  domain: 'domain',
  cohort: 'cohort',
  data: 'data category',
};

type NameSet = { has(name: string): boolean; keys(): Iterable<string> };

/** The names of a project by kind, and inside its pathways and specifications. Looking one up takes one step. */
export class Names {
  readonly #project: Project;
  readonly #local = new Map<string, NameSet>();
  #pathways: ReadonlyMap<string, readonly Pathway[]> | undefined;

  constructor(project: Project) {
    this.#project = project;
  }

  /** The names that a reference of this kind may use. `scope` is the pathway, scenario or specification it stands in. */
  of(kind: RefKind, scope?: string): NameSet {
    const project = this.#project;
    switch (kind) {
      case 'pathway-or-scenario':
        return this.#cached('pathway-or-scenario', () => [...project.pathways.keys(), ...project.scenarios.keys()]);
      case 'view-word':
        return viewWordSet;
      case 'required-stage':
        return this.#cached(`required-stage ${scope}`, () => this.#requiredStages(scope));
      case 'stage':
      case 'transition':
      case 'flow':
      case 'stage-transition-or-flow':
      case 'action':
        return this.#cached(`${kind} ${scope}`, () => this.#inPathways(kind, scope));
      default:
        return namedInProject(project, kind) ?? new Set();
    }
  }

  /** Whether the name is known; also where what it would be looked up in is itself unknown, which is the one root cause. */
  knows({ ref, in: scope }: ScopedRef): boolean {
    if (ref.name === '' || this.of(ref.to, scope).has(ref.name)) return true;
    return scope !== undefined && this.#scopeIsLost(ref.to, scope);
  }

  #scopeIsLost(kind: RefKind, scope: string): boolean {
    const { pathways, specifications, scenarios } = this.#project;
    if (kind === 'required-stage') {
      if (specifications.has(scope)) return false;
      const realises = pathways.get(scope)?.realises;
      return realises !== undefined && !specifications.has(realises.name);
    }
    const changed = scenarios.get(scope)?.changes;
    if (changed) return !pathways.has(changed.name);
    return !pathways.has(scope);
  }

  #cached(key: string, names: () => readonly string[]): NameSet {
    const known = this.#local.get(key);
    if (known) return known;
    const set = new Set(names());
    this.#local.set(key, set);
    return set;
  }

  /** Those of the specification itself, and of the one that the pathway or the scenario's pathway realises. */
  #requiredStages(scope = ''): readonly string[] {
    const { pathways, scenarios, specifications } = this.#project;
    const pathway = pathways.get(scope) ?? pathways.get(scenarios.get(scope)?.changes?.name ?? '');
    const meant = [scope, pathway?.realises?.name ?? ''].flatMap((name) => specifications.get(name)?.stages ?? []);
    return meant.map((stage) => stage.name);
  }

  #inPathways(
    kind: 'stage' | 'transition' | 'flow' | 'stage-transition-or-flow' | 'action',
    scope = '',
  ): readonly string[] {
    const scenario = this.#project.scenarios.get(scope);
    const declared = this.#declared().get(scope) ?? [];
    const changed =
      declared.length === 0 && scenario?.changes ? (this.#declared().get(scenario.changes.name) ?? []) : [];
    const names = [...declared, ...changed].flatMap((pathway) => namesIn(pathway, kind));
    return scenario ? [...names, ...addedNames(scenario, kind)] : names;
  }

  /** Every pathway by name. A name that stands twice is one mistake: its stages are known in both places. */
  #declared(): ReadonlyMap<string, readonly Pathway[]> {
    this.#pathways ??= groupBy(
      this.#project.files.flatMap((file) => file.declarations).filter((d) => d.kind === 'pathway'),
      (pathway) => pathway.name,
    );
    return this.#pathways;
  }
}

const viewWordSet: NameSet = new Set(Object.keys(viewWords));

function namesIn(pathway: Pathway, kind: RefKind): readonly string[] {
  const names = (elements: readonly { readonly name: string }[]): string[] => elements.map((element) => element.name);
  if (kind === 'action') return names(pathway.actions);
  const transitions = names(pathway.transitions.filter((transition) => transition.named));
  if (kind === 'transition') return transitions;
  const flows = names(pathway.flows.filter((flow) => flow.named));
  if (kind === 'flow') return flows;
  const stages = [...names(pathway.stages), ...names(pathway.uses)];
  return kind === 'stage' ? stages : [...stages, ...transitions, ...flows];
}

function addedNames(scenario: Scenario, kind: RefKind): readonly string[] {
  return scenario.edits.flatMap((edit) => {
    if (edit.edit === 'add-stage' && kind !== 'transition') return [edit.stage.name];
    return edit.edit === 'add-transition' && kind !== 'stage' && edit.transition.named ? [edit.transition.name] : [];
  });
}

/** One finding for each name that nothing in the project declares, with the names that were probably meant. */
export function unknownNames(names: Names, project: Project, refs: readonly ScopedRef[]): readonly Finding[] {
  return refs
    .filter((scoped) => !names.knows(scoped))
    .map((scoped) => {
      const { ref, in: scope } = scoped;
      const pathway = scope !== undefined && project.pathways.has(scope) ? { pathway: scope } : {};
      return {
        rule: 'unknown-name',
        severity: 'error' as const,
        message: maskPersonalData(message(names, project, scoped)),
        place: ref.place,
        ...pathway,
        facts: [],
      };
    });
}

/** The kinds of vocabulary terms. */
export const termKinds: readonly TermKind[] = [
  'kind',
  'setting',
  'level',
  'movement',
  'basis',
  'domain',
  'cohort',
  'data',
];

const otherKinds: readonly RefKind[] = [
  'organisation',
  'board',
  'agreement',
  'system',
  'information',
  'source',
  'footprint',
  'specification',
  'pathway',
  ...termKinds,
];

function message(names: Names, project: Project, { ref, in: scope }: ScopedRef): string {
  const kind = kindNames[ref.to];
  const subject = `${capital(kind)} '${ref.name}'`;
  const pathway = scope === undefined ? undefined : project.pathways.get(scope);
  if (ref.to === 'required-stage' && pathway && !pathway.realises) {
    return `${subject} is not known here: pathway '${pathway.name}' realises no specification.`;
  }
  const absence = ref.name.toLowerCase();
  if (reserved.has(absence)) return `${subject} is not known here. Did you mean '${absence}', in small letters?`;
  const guesses = nearest(ref.name, names.of(ref.to, scope).keys(), 2).map((name) => `'${name}'`);
  if (guesses.length > 0) return `${subject} is not known here. Did you mean ${guesses.join(' or ')}?`;
  if (ref.to === 'view-word')
    return `A view cannot show or hide '${ref.name}': choose one of ${Object.keys(viewWords).join(', ')}.`;
  const other = otherKinds.find((candidate) => candidate !== ref.to && names.of(candidate).has(ref.name));
  if (other) return `'${ref.name}' is ${article(kindNames[other])}, and ${article(kind)} is wanted here.`;
  if (ref.to in project.terms) return `${subject} is not known here: ${termAdvice([...names.of(ref.to).keys()])}`;
  const example = registers.has(ref.to) || ref.to === 'stage' ? ` with '${ref.to} ${ref.name} "…"'` : '';
  return `${subject} is not known here: declare it${example}, or correct its name.`;
}

/** What is declared at the top of a file by its kind, its name and a label. */
export const registers: ReadonlySet<RefKind> = new Set<RefKind>([
  'source',
  'footprint',
  'organisation',
  'system',
  'information',
  'agreement',
  'board',
  'specification',
  'pathway',
]);

/** Terms come from the library, and most people meet them here first: so a few are named. */
function termAdvice(terms: readonly string[]): string {
  const some = terms.slice(0, 8).join(', ');
  return `choose one that is (${some}${terms.length > 8 ? ' …' : ''}), or declare your own in a vocabulary.`;
}

function article(noun: string): string {
  if (noun === 'information') return noun;
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
