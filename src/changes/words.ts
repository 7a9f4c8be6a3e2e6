import type { Acceptance, End, Flow, Omission, Requirement, RuleSetting, Transition } from '../model/elements.ts';
import { type Evidence, type Ref, recorded } from '../model/facts.ts';
import { labelOf, namedInProject, type Project } from '../model/project.ts';
import { formatMoney, type Money } from '../model/units/money.ts';
import type { Period } from '../model/units/period.ts';
import { formatNumber } from '../model/units/quantity.ts';
import type { Measurement } from '../model/values.ts';
import type { AnyElement } from '../model/walk.ts';
import { capital, factWords, type Saying, wordsOf } from '../model/wording.ts';
import { isRef } from './content.ts';
import type { Item, Outline } from './outline.ts';
import type { Scope } from './renames.ts';

/** How a side says names and texts, in sentences. */
export function sayingOf(project: Project, scope: Scope): Saying {
  return { name: (ref) => nameInWords(project, ref, scope), text: onOneLine };
}

/** What an item says, as people say it, without the fact's name. Names are looked up in its own side's project. */
export function itemInWords(project: Project, item: Item, scope: Scope): string {
  return itemSaid(sayingOf(project, scope), item);
}

/** The same with every name behind what it is called, where one label stands for two: `Council (north-council)`. */
export function itemWithNames(project: Project, item: Item, scope: Scope): string {
  const name = (ref: Ref): string => {
    const called = nameInWords(project, ref, scope);
    return called === ref.name ? called : `${called} (${ref.name})`;
  };
  return itemSaid({ name, text: onOneLine }, item);
}

function itemSaid(say: Saying, item: Item): string {
  if (item.state === 'recorded') return valueInWords(say, item.fact, item.value);
  if (item.state === 'unreadable') return 'unreadable';
  const { ask, by, because } = item.value as { ask?: Ref; by?: Period; because?: string };
  return joined(
    item.state.replace('-', ' '),
    ask && `(ask ${say.name(ask)}${by ? ` by ${by.text}` : ''})`,
    !ask && by && `(by ${by.text})`,
    because && `because ${quoted(because)}`,
  );
}

/** What a line rests on: `Riverside review, page 3, confidence low`. */
export function evidenceInWords(project: Project, evidence: Omit<Evidence, 'inherited'>, scope: Scope): string {
  return restsInWords((ref) => nameInWords(project, ref, scope), evidence);
}

function restsInWords(name: (ref: Ref) => string, { source, at, confidence }: Omit<Evidence, 'inherited'>): string {
  return [source && name(source), at, confidence && `confidence ${confidence}`].filter(Boolean).join(', ') || '?';
}

/**
 * `Stage 'Liaison and diversion'`: an element as a sentence begins with it. An arrow is told by its ends, too, where its
 * pathway has another of that label, or on `byEnds`.
 */
export function elementInWords(project: Project, outline: Outline, byEnds = false): string {
  const { element, scope } = outline;
  const kind = element.kind === 'used-stage' ? 'shared stage' : element.kind.replaceAll('-', ' ');
  const isOneOfSeveral = isLink(element) && element.label !== undefined && (byEnds || sharesLabel(project, outline));
  const ends = isOneOfSeveral ? ` ${endsInWords(project, element, scope)}` : '';
  return `${capital(kind)} ${calledInWords(project, element, scope)}${ends}`;
}

/** Whether its pathway has another arrow of its kind that goes by the same label. */
export function sharesLabel(project: Project, { element, scope }: Outline): boolean {
  if (!isLink(element) || element.label === undefined) return false;
  const home = project.pathways.get(scope.pathway ?? '');
  const all: readonly (Transition | Flow)[] = (element.kind === 'flow' ? home?.flows : home?.transitions) ?? [];
  return all.some(({ name, label }) => label === element.label && name !== element.name);
}

/** What is to be done about a gap or a risk, and is not done yet, by what it is called. */
export function pendingOf(project: Project, { element, scope }: Outline): readonly string[] {
  if (element.kind !== 'gap' && element.kind !== 'risk') return [];
  const names = new Set(recorded(element.facts.action).map(({ name }) => name));
  return (project.pathways.get(scope.pathway ?? '')?.actions ?? [])
    .filter(({ name, facts }) => names.has(name) && recorded(facts.status).at(-1) !== 'done')
    .map((action) => calledInWords(project, action, scope));
}

const isLink = (element: AnyElement): element is Transition | Flow =>
  element.kind === 'transition' || element.kind === 'flow';

/** What an element is called, in quotes: its label, else its name; an arrow without either by its ends. */
export function calledInWords(project: Project, element: AnyElement, scope: Scope): string {
  if ('text' in element && element.text !== '') return quoted(element.text);
  if (element.label !== undefined) return quoted(element.label);
  if (isLink(element) && !element.named) return endsInWords(project, element, scope);
  if (element.kind === 'required-transition')
    return `from ${quoted(nameInWords(project, element.from, scope))} to ${quoted(nameInWords(project, element.to, scope))}`;
  if (element.kind === 'used-stage') {
    const shared = project.pathways.get(element.pathway.name)?.stages.find(({ name }) => name === element.stage.name);
    return quoted(shared ? labelOf(shared) : element.name);
  }
  return quoted(element.name);
}

/** What a name stands for: its label, else the name itself; `?` for one that has yet to be written. */
export function nameInWords(project: Project, ref: Ref, scope: Scope): string {
  const global = namedInProject(project, ref.to)?.get(ref.name);
  if (global) return labelOf(global);
  return innerCalled(project, ref, scope)?.label ?? (ref.name || '?');
}

function innerCalled(project: Project, { to, name }: Ref, { pathway, specification }: Scope): AnyElement | undefined {
  const home = project.pathways.get(pathway ?? '');
  switch (to) {
    case 'stage':
      return home?.stages.find((one) => one.name === name);
    case 'stage-transition-or-flow':
      return [...(home?.stages ?? []), ...(home?.transitions ?? []), ...(home?.flows ?? [])].find(
        (one) => one.name === name,
      );
    case 'transition':
      return home?.transitions.find((one) => one.name === name);
    case 'required-stage':
      return project.specifications.get(specification ?? '')?.stages.find((one) => one.name === name);
    case 'pathway-or-scenario':
      return project.pathways.get(name) ?? project.scenarios.get(name);
    default:
      return undefined;
  }
}

function endsInWords(project: Project, { from, to }: Transition | Flow, scope: Scope): string {
  return `from ${endInWords(project, from, scope)} to ${endInWords(project, to, scope)}`;
}

function endInWords(project: Project, { stage, pathway }: End, scope: Scope): string {
  const inside = pathway === undefined ? scope : { ...scope, pathway: pathway.name };
  const at = stage && quoted(nameInWords(project, stage, inside));
  if (pathway === undefined) return at ?? '?';
  const where = quoted(nameInWords(project, pathway, scope));
  return at === undefined ? `pathway ${where}` : `${at} of ${where}`;
}

/** How the parts of an element that are no facts read. */
function valueInWords(say: Saying, fact: string, value: unknown): string {
  switch (fact) {
    case 'accept':
      return acceptanceInWords(say, value as Acceptance);
    case 'rule':
      return ruleInWords(value as RuleSetting);
    case 'require':
      return requirementInWords(say, value as Requirement);
    case 'omits':
      return omissionInWords(say, value as Omission);
    case 'from':
    case 'to':
      return isRef(value) ? say.name(value) : endOf(say, value as End);
    case 'evidence':
      return restsInWords(say.name, value as Omit<Evidence, 'inherited'>);
    case 'field':
      return fieldInWords(value as { field: string; value: string | number | Money | Period });
    case 'include':
      return quoted((value as { path: string }).path);
    case 'only': {
      const { by, term } = value as { by: string; term: Ref };
      return `${by} ${say.name(term)}`;
    }
    case 'edit':
      return editInWords(say, value as Edit);
    case 'baseline':
    case 'target':
      return measured(value as Measurement);
    case 'stale-after':
      return Number(value) === 1 ? '1 year' : `${value} years`;
    case 'top':
      return 'the top board, which reports to nobody';
    default:
      if (isRef(value)) return say.name(value);
      return typeof value === 'string' && value !== '' && !words.has(fact)
        ? quoted(value)
        : wordsOf(say, camelCase(fact), value);
  }
}

/** Facts whose values are words of the language or of the project, and no text of an author's. */
const words: ReadonlySet<string> = new Set([
  ...['allow-variation', 'badge', 'colour', 'currency', 'direction', 'flag', 'hide', 'impact', 'is', 'lanes'],
  ...['likelihood', 'on', 'scheme', 'severity', 'show', 'status', 'strictness', 'tag', 'type'],
]);

function acceptanceInWords(say: Saying, { rule, because, by, until }: Acceptance): string {
  return joined(
    `'${rule}'`,
    because !== undefined && `because ${quoted(because)}`,
    by && `by ${say.name(by)}`,
    until && `until ${until.text}`,
  );
}

function ruleInWords({ rule, set, because }: RuleSetting): string {
  return joined(`'${rule}' to ${set}`, because !== undefined && `because ${quoted(because)}`);
}

function requirementInWords(say: Saying, { fact, information }: Requirement): string {
  return joined(fact, information && say.name(information));
}

function omissionInWords(say: Saying, { stage, transition, because }: Omission): string {
  const what = stage
    ? `stage '${say.name(stage)}'`
    : transition && `transition from '${say.name(transition.from)}' to '${say.name(transition.to)}'`;
  return joined(what, because !== undefined && `because ${quoted(because)}`);
}

function endOf(say: Saying, { stage, pathway }: End): string {
  const at = stage && `'${say.name(stage)}'`;
  if (pathway === undefined) return at ?? '?';
  return at === undefined ? `pathway '${say.name(pathway)}'` : `${at} of '${say.name(pathway)}'`;
}

function fieldInWords({ field, value }: { field: string; value: string | number | Money | Period }): string {
  const said =
    typeof value === 'string'
      ? quoted(value)
      : typeof value === 'number'
        ? formatNumber(value)
        : 'pence' in value
          ? formatMoney(value)
          : value.text;
  return `${field} ${said}`;
}

interface Edit {
  readonly edit: string;
  readonly stage?: Ref;
  readonly transition?: Ref;
  readonly from?: Ref;
  readonly to?: Ref;
  readonly fact?: string;
  readonly line?: { readonly state: string; readonly value?: unknown };
}

function editInWords(say: Saying, { edit, stage, transition, from, to, fact, line }: Edit): string {
  if (edit === 'set' && stage && fact !== undefined && line) {
    const said = line.state === 'recorded' ? wordsOf(say, fact, line.value) : line.state;
    return `in stage '${say.name(stage)}' set ${factInWords(fact)} ${said}`;
  }
  if (stage) return `remove stage '${say.name(stage)}'`;
  if (transition) return `remove transition '${say.name(transition)}'`;
  return `remove transition from '${from ? say.name(from) : '?'}' to '${to ? say.name(to) : '?'}'`;
}

function measured({ amount, unit, period }: Measurement): string {
  return joined(formatNumber(amount), unit, period && `(${period.text})`);
}

/** A fact's name as people say it: `reports to`, `lawful basis`. */
export function factInWords(fact: string): string {
  return factNames[fact] ?? factWords(fact);
}

const factNames: Readonly<Record<string, string>> = {
  dpia: 'data protection impact assessment',
  is: 'kind',
};

export function quoted(text: string): string {
  return `'${onOneLine(text)}'`;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const camelCase = (fact: string): string => fact.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function joined(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
