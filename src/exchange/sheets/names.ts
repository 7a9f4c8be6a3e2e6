import type { RefKind } from '../../model/facts.ts';
import { nearest } from '../../model/nearest.ts';
import { labelOf, namedInProject, type Project } from '../../model/project.ts';

/** What stands for a name in a cell: what people call it, where that says which one is meant. */
export class Naming {
  readonly #project: Project;
  readonly #added: readonly AddedName[];
  readonly #known = new Map<RefKind, Names>();

  /** `added` are names that are yet to be declared. */
  constructor(project: Project, added: readonly AddedName[] = []) {
    this.#project = project;
    this.#added = added;
  }

  shown(kind: RefKind, name: string): string {
    return this.#names(kind)?.shown.get(name) ?? name;
  }

  /** All that a name of the kind can stand for, as shown; nothing for what is named inside a pathway. */
  all(kind: RefKind): readonly string[] | undefined {
    const names = this.#names(kind);
    return names && [...names.shown.values()].toSorted((a, b) => a.localeCompare(b, 'en'));
  }

  /** The name that a cell stands for; else what is wrong. */
  resolve(kind: RefKind, cell: string): { readonly name: string } | { readonly problem: string } {
    const text = onOneLine(cell);
    const names = this.#names(kind);
    const found = names ? (names.byText.get(text) ?? names.byText.get(text.toLowerCase())) : text;
    if (found !== undefined && isName(found)) return { name: found };
    const what = kindInWords(kind);
    if (!names) {
      const titled = namesTitled(this.#project, kind, text);
      if (titled.length > 0)
        return {
          problem: `'${text}' is a title: write the short name instead, ${titled.map((one) => `'${one}'`).join(' or ')}.`,
        };
      return { problem: `'${text}' is not a name: write the short name of the ${what}, such as 'early-help'.` };
    }
    const near = nearest(text, names.shown.values());
    const ask = near.length > 0 ? ` Did you mean ${near.map((one) => `'${one}'`).join(' or ')}?` : '';
    return {
      problem: `there is no ${what} '${text}' in the project.${ask || ` Choose one from the list of the cell.`}`,
    };
  }

  #names(kind: RefKind): Names | undefined {
    const known = this.#known.get(kind);
    if (known) return known;
    const named = namedInProject(this.#project, kind);
    if (!named) return undefined;
    const added = this.#added.filter((one) => one.kind === kind && !named.has(one.name));
    const made = namesOf(
      added.length === 0 ? named : new Map([...named, ...added.map((one) => [one.name, one] as const)]),
    );
    this.#known.set(kind, made);
    return made;
  }
}

/** A name that is yet to be declared. */
export interface AddedName {
  readonly kind: string;
  readonly name: string;
  readonly label?: string;
}

interface Names {
  readonly shown: ReadonlyMap<string, string>;
  readonly byText: ReadonlyMap<string, string>;
}

type Named = ReadonlyMap<string, { readonly name: string; readonly label?: string }>;

/** A label that two have, or that is the name of another one, says nothing: the short name then stands there. */
function namesOf(named: Named): Names {
  const count = new Map<string, number>();
  for (const one of named.values()) {
    const label = onOneLine(labelOf(one)).toLowerCase();
    count.set(label, (count.get(label) ?? 0) + 1);
  }
  const shown = new Map<string, string>();
  const byText = new Map<string, string>();
  for (const [name, one] of named) {
    const label = onOneLine(labelOf(one));
    const folded = label.toLowerCase();
    const clear = label !== '' && count.get(folded) === 1 && (label === name || !named.has(label));
    shown.set(name, clear ? label : name);
    if (clear && !byText.has(folded)) byText.set(folded, name);
  }
  for (const [name, text] of shown) byText.set(text, name);
  for (const name of named.keys()) byText.set(name, name);
  return { shown, byText };
}

/** The short names of what has a title inside the pathways: there it need not be the only one of its title. */
function namesTitled({ pathways, specifications }: Project, kind: RefKind, title: string): readonly string[] {
  const titled = (): readonly { readonly name: string; readonly label?: string }[] => {
    if (kind === 'required-stage') return [...specifications.values()].flatMap(({ stages }) => stages);
    const all = [...pathways.values()];
    if (kind === 'action')
      return all.flatMap(({ actions }) => actions.map(({ name, text }) => ({ name, label: text })));
    return all.flatMap(({ stages, uses, transitions, flows }) => [...stages, ...uses, ...transitions, ...flows]);
  };
  const wanted = title.toLowerCase();
  const found = titled().filter(({ label = '' }) => onOneLine(label).toLowerCase() === wanted);
  return [...new Set(found.map(({ name }) => name))].filter(isName);
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a text can stand in a pathway file as a name. */
export function isName(text: string): boolean {
  return /^[\p{L}][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*$/u.test(text);
}

/** What a name stands for, as people say it. */
export function kindInWords(kind: RefKind): string {
  return kindNames[kind] ?? kind.replaceAll('-', ' ');
}

const kindNames: Partial<Record<RefKind, string>> = {
  'stage-transition-or-flow': 'stage, transition or flow',
  basis: 'legal basis',
  kind: 'kind of body',
  data: 'kind of data',
};
