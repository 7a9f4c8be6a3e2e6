import type { BlockEvidence, Declaration, ScenarioEdit } from '../model/elements.ts';
import type { Evidence, Fact } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import type { AnyElement } from '../model/walk.ts';
import { keywordOf } from '../model/wording.ts';
import type { Statement } from './change.ts';
import { contentOf } from './content.ts';
import { type Scope, scopeOf } from './renames.ts';

/** One thing that an element says: a line of its block, or a part of its first line. */
export interface Item {
  /** The fact by its keyword: `cost`, `reports-to`, `label`, `accept`. */
  readonly fact: string;
  /** Whether it is one of the element's facts, which may be unknown, rather than something about the element. */
  readonly isFact: boolean;
  readonly state: Statement['state'];
  /** What is recorded, or of an absence whom to ask, by when and why. */
  readonly value: unknown;
  /** What it says, as one text; names are written as they are. */
  readonly content: string;
  /** What the line itself says that it rests on. */
  readonly evidence?: Omit<Evidence, 'inherited'>;
  readonly rests: string;
  readonly place: Place;
}

/** An element as a tree of what it says, whatever its kind. */
export interface Outline {
  readonly element: AnyElement;
  /** Its kind and name, behind those of the blocks around it: `pathway north/stage early-help`. */
  readonly path: string;
  /** The name of the pathway that it stands in, or is. */
  readonly pathway?: string;
  readonly scope: Scope;
  readonly items: readonly Item[];
  readonly blocks: readonly Outline[];
}

const outlines = new WeakMap<Declaration, Outline>();

/** The outline of a declaration, made once. Everything that it says is in it: nothing of an element is left out. */
export function outlineOf(declaration: Declaration): Outline {
  const known = outlines.get(declaration);
  if (known) return known;
  const pathway = declaration.kind === 'pathway' ? declaration.name : undefined;
  const around: Around = { scope: scopeOf(declaration), path: '', ...(pathway !== undefined && { pathway }) };
  const made = outlined(declaration, around);
  outlines.set(declaration, made);
  return made;
}

/** What is no statement of its own: identity and places, and what is read below. */
const aside: ReadonlySet<string> = new Set([
  ...['kind', 'name', 'named', 'place', 'namePlace'],
  ...['facts', 'notes', 'tags', 'fields', 'evidence', 'accepts'],
]);

/** What an element has of the blocks around it. */
interface Around {
  readonly scope: Scope;
  readonly path: string;
  readonly pathway?: string;
  readonly evidence?: BlockEvidence;
}

function outlined(element: AnyElement, outer: Around): Outline {
  const path = `${outer.path}${outer.path === '' ? '' : '/'}${element.kind} ${element.name}`;
  const evidence = element.evidence[0] ?? outer.evidence;
  const around: Around = { ...outer, path, ...(evidence && { evidence }) };
  const items: Item[] = [];
  const blocks: Outline[] = [];
  for (const [key, value] of Object.entries(element)) {
    if (aside.has(key) || value === undefined || value === false) continue;
    const fact = attribute(key);
    for (const one of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      const block = blockIn(one);
      if (block) blocks.push(outlined(block, around));
      else items.push(stated(fact, one, placeOf(one) ?? element.namePlace));
    }
  }
  const facts: Readonly<Record<string, readonly Fact<unknown>[]>> = 'facts' in element ? element.facts : {};
  for (const [key, lines] of Object.entries(facts)) {
    for (const line of lines) items.push(ofLine(keywordOf(key), line, evidence, true));
  }
  for (const note of element.notes) items.push(ofLine('note', note, evidence, false));
  for (const tag of element.tags) items.push(stated('tag', tag, element.namePlace));
  for (const { place, ...field } of element.fields) items.push(stated('field', field, place));
  for (const { place, ...rest } of element.evidence) items.push(stated('evidence', rest, place));
  for (const { place, ...acceptance } of element.accepts) items.push(stated('accept', acceptance, place));
  const { scope, pathway } = outer;
  return { element, path, scope, items, blocks, ...(pathway !== undefined && { pathway }) };
}

/** Attributes that are kept in lists are called by the word that each of their lines begins with. */
const attributes: Readonly<Record<string, string>> = {
  allowedVariations: 'allow-variation',
  badges: 'badge',
  baseYear: 'base-year',
  edits: 'edit',
  flags: 'flag',
  footprint: 'in',
  includes: 'include',
  omits: 'omits',
  requires: 'require',
  rules: 'rule',
  staleAfterYears: 'stale-after',
};

const attribute = (key: string): string => attributes[key] ?? key;

/** A block that stands in another one; what a scenario adds is one too. */
function blockIn(value: unknown): AnyElement | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('namePlace' in value) return value as AnyElement;
  if (!('edit' in value)) return undefined;
  const edit = value as ScenarioEdit;
  return edit.edit === 'add-stage' ? edit.stage : edit.edit === 'add-transition' ? edit.transition : undefined;
}

function placeOf(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null || !('place' in value)) return undefined;
  return value.place as Place;
}

function stated(fact: string, value: unknown, place: Place): Item {
  return { fact, isFact: false, state: 'recorded', value, content: contentOf(value, nameAsIs), rests: '', place };
}

function ofLine(fact: string, line: Fact<unknown>, around: BlockEvidence | undefined, isFact: boolean): Item {
  const { state, place } = line;
  const value = state === 'recorded' ? line.value : state === 'unreadable' ? undefined : absenceOf(line);
  const evidence = ownEvidence(line.evidence, around);
  return {
    ...{ fact, isFact, state, value, place },
    content: contentOf(value, nameAsIs),
    rests: contentOf(evidence, nameAsIs),
    ...(evidence && { evidence }),
  };
}

const nameAsIs = ({ name }: { readonly name: string }): string => name;

function absenceOf({ ask, by, because }: Exclude<Fact<unknown>, { state: 'recorded' | 'unreadable' }>) {
  return { ...(ask && { ask }), ...(by && { by }), ...(because !== undefined && { because }) };
}

/** What a line says that it rests on, beyond what its block says for all of its lines. */
function ownEvidence(
  evidence: Evidence | undefined,
  around: BlockEvidence | undefined,
): Omit<Evidence, 'inherited'> | undefined {
  if (!evidence) return undefined;
  const { inherited, ...own } = evidence;
  if (!inherited) return own;
  const { confidence } = own;
  return confidence === undefined || confidence === around?.confidence ? undefined : { confidence };
}
