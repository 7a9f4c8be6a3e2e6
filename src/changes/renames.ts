import type { Declaration } from '../model/elements.ts';
import type { Ref } from '../model/facts.ts';
import type { AnyElement } from '../model/walk.ts';
import type { Renames } from './change.ts';

/** The blocks in which names are looked up that are not known throughout a project: their own names. */
export interface Scope {
  /** Where stages, transitions, flows and actions are looked up: a pathway. */
  readonly pathway?: string;
  /** Where required stages are looked up: a specification. */
  readonly specification?: string;
}

/** Where the names in a declaration are looked up. */
export function scopeOf(declaration: Declaration): Scope {
  switch (declaration.kind) {
    case 'pathway':
      return given(declaration.name, declaration.realises?.name);
    case 'scenario':
      return given(declaration.changes?.name, undefined);
    case 'specification':
      return given(undefined, declaration.name);
    default:
      return {};
  }
}

function given(pathway: string | undefined, specification: string | undefined): Scope {
  return { ...(pathway !== undefined && { pathway }), ...(specification !== undefined && { specification }) };
}

/** What a name in the text before is called on the side after. */
export function renamedRef(renames: Renames, { to, name }: Ref, scope: Scope): string {
  if (renames.size === 0) return name;
  for (const key of keysOf(to, name, scope)) {
    const found = renames.get(key);
    if (found !== undefined) return found;
  }
  // Somebody has yet to be called so: what was meant then is not what is meant now.
  const taken = newKeys(renames);
  return keysOf(to, name, scope).some((key) => taken.has(key)) ? `? ${name}` : name;
}

const keysByRenames = new WeakMap<Renames, { readonly size: number; readonly keys: ReadonlySet<string> }>();

/** The keys of the new names. */
function newKeys(renames: Renames): ReadonlySet<string> {
  const known = keysByRenames.get(renames);
  if (known?.size === renames.size) return known.keys;
  const keys = new Set([...renames].map(([key, name]) => `${key.slice(0, key.lastIndexOf(' ') + 1)}${name}`));
  keysByRenames.set(renames, { size: renames.size, keys });
  return keys;
}

function keysOf(to: Ref['to'], name: string, { pathway, specification }: Scope): readonly string[] {
  switch (to) {
    case 'stage':
    case 'transition':
    case 'flow':
    case 'action':
      return [`${pathway}/${to} ${name}`];
    case 'required-stage':
      return [`${specification}/${to} ${name}`];
    case 'stage-transition-or-flow':
      return (['stage', 'transition', 'flow'] as const).map((kind) => `${pathway}/${kind} ${name}`);
    case 'pathway-or-scenario':
      return [`pathway ${name}`, `scenario ${name}`];
    default:
      return [`${to} ${name}`];
  }
}

/** Under which key an element's new name is kept; `parent` is the name of the block around it, before. */
export function renameKey(element: AnyElement, parent: string | undefined): string {
  const kind = referredAs(element);
  return parent === undefined || element.kind === 'term' || element.kind === 'field'
    ? `${kind} ${element.name}`
    : `${parent}/${kind} ${element.name}`;
}

/** As what an element is referred to. */
function referredAs(element: AnyElement): string {
  switch (element.kind) {
    case 'term':
      return element.of;
    case 'used-stage':
      return 'stage';
    case 'milestone':
      return 'action';
    default:
      return element.kind;
  }
}
