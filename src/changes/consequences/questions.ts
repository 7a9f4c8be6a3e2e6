import { type FactLines, type FactState, recorded, stateOf } from '../../model/facts.ts';
import { groupBy } from '../../model/group.ts';
import type { Place } from '../../model/place.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { type AnyElement, elementsIn, ownDeclarations } from '../../model/walk.ts';
import { capital, wordsOf } from '../../model/wording.ts';
import { type OpenQuestion, questionsIn } from '../../rules/questions.ts';
import { elementInWords, type FactOf, someFactsOf, subjectOf } from './question-words.ts';
import type { Draft, Sides, Version } from './sides.ts';
import { counted, labelOfRef, sayingIn } from './words.ts';

/** A question that is open on one side only, and what the other side says instead. */
interface Turned {
  readonly question: OpenQuestion;
  readonly element: AnyElement;
  readonly version: Pick<Version, 'project'> & Partial<Version>;
  /** The pathway, by its name on the side after. */
  readonly pathway?: string;
  readonly other:
    | { readonly there: 'pathway' | 'element'; readonly state?: undefined }
    | { readonly there?: undefined; readonly state: FactState; readonly words: string; readonly place: Place };
}

/** Facts that are unknown now, or no longer are: answered, gone with what they were about, or asked no more. */
export function questionConsequences(sides: Sides): readonly Draft[] {
  const [old, now] = [askedOn(sides, 'before'), askedOn(sides, 'after')];
  const raised = [...now.asked].filter(([key]) => !old.asked.has(key)).map(([, one]) => turned(one, old));
  const gone = [...old.asked].filter(([key]) => !now.asked.has(key)).map(([, one]) => turned(one, now));
  return [...draftsOf(sides, raised, 'after'), ...draftsOf(sides, gone, 'before')];
}

interface Asked {
  readonly question: OpenQuestion;
  readonly element: AnyElement;
  readonly elementKey: string;
  readonly block: string;
  readonly version: Turned['version'];
}

/** The questions of one side, and all elements of it, by keys that are the same on both sides. */
interface AskedOn {
  readonly asked: ReadonlyMap<string, Asked>;
  readonly elements: ReadonlyMap<string, { readonly element: AnyElement; readonly project: Project }>;
  /** The pathways by their names on the side after, and '' for all that stands outside of them. */
  readonly blocks: ReadonlySet<string>;
}

function askedOn({ pathways, naming, whole, ...sides }: Sides, side: 'before' | 'after'): AskedOn {
  const asked = new Map<string, Asked>();
  const elements = new Map<string, { readonly element: AnyElement; readonly project: Project }>();
  const blocks = new Set<string>(['']);
  for (const { key, [side]: version } of pathways) if (version) collect(version, version.pathway, key);
  if (whole) {
    const { project } = sides[side];
    for (const declaration of ownDeclarations(project)) {
      if (declaration.kind !== 'pathway' && declaration.kind !== 'scenario') collect({ project }, declaration, '');
    }
  }
  return { asked, elements, blocks };

  function collect(version: Turned['version'], declaration: Parameters<typeof questionsIn>[0], block: string): void {
    blocks.add(block);
    const byName = new Map<string, AnyElement>();
    for (const element of elementsIn(declaration)) {
      const key = `${block}/${keyOf(element)}`;
      if (!elements.has(key)) elements.set(key, { element, project: version.project });
      if (!byName.has(`${element.kind} ${element.name}`)) byName.set(`${element.kind} ${element.name}`, element);
    }
    for (const question of questionsIn(declaration)) {
      const element = byName.get(`${question.kind} ${question.element}`);
      if (element === undefined) continue;
      const elementKey = `${block}/${keyOf(element)}`;
      const key = `${elementKey} ${question.fact}`;
      if (!asked.has(key)) asked.set(key, { question, element, elementKey, block, version });
    }

    function keyOf(element: AnyElement): string {
      return `${element.kind} ${side === 'after' ? element.name : nameAfter(element)}`;
    }

    function nameAfter(element: AnyElement): string {
      if (element.kind === 'transition' || element.kind === 'flow') return naming.link(declaration.name, element);
      if (element === declaration) return naming.called(element.kind, element.name);
      return naming.inside(declaration.name, element.name);
    }
  }
}

function turned({ question, element, elementKey, block, version }: Asked, other: AskedOn): Turned {
  const base = { question, element, version, ...(block === '' ? {} : { pathway: block }) };
  if (!other.blocks.has(block)) return { ...base, other: { there: 'pathway' } };
  const found = other.elements.get(elementKey);
  if (found === undefined) return { ...base, other: { there: 'element' } };
  const key = question.fact.replace(/-[a-z]/g, (letter) => letter.slice(1).toUpperCase());
  const facts: Readonly<Record<string, FactLines<unknown>>> = 'facts' in found.element ? found.element.facts : {};
  const lines = facts[key] ?? [];
  const words = recorded(lines).map((value) => wordsOf(sayingIn(found.project), key, value));
  const place = lines[0]?.place ?? found.element.namePlace;
  return { ...base, other: { state: stateOf(lines), words: words.join('; '), place } };
}

/** From so many questions about one fact on, one sentence counts them. */
const MANY = 4;

function draftsOf(sides: Sides, all: readonly Turned[], side: 'before' | 'after'): readonly Draft[] {
  const groups = groupBy(all, ({ pathway, question: { fact, element, kind }, other: { there, state } }) => {
    if (there === 'pathway') return `pathway ${pathway}`;
    return there === 'element' ? `element ${pathway} ${kind} ${element}` : `fact ${pathway} ${fact} ${state}`;
  });
  return [...groups.values()].flatMap((group) => {
    const single = group[0]!.other.there === undefined && group.length < MANY;
    return single ? group.map((one) => toDraft(sides, [one], side)) : [toDraft(sides, group, side)];
  });
}

function toDraft(sides: Sides, group: readonly Turned[], side: 'before' | 'after'): Draft {
  const first = group[0]!;
  const { question, element, pathway, other } = first;
  const one = new Set(group.map((each) => each.element)).size === 1;
  return {
    ...(side === 'after' ? raised(sides, group) : settled(sides, group)),
    ...(pathway === undefined ? {} : { pathway }),
    ...(one ? { about: { kind: element.kind, name: element.name } } : {}),
    ...(group.length > 1 ? { count: group.length } : {}),
    ...(other.there === undefined ? { [side === 'after' ? 'before' : 'after']: other.place } : {}),
    [side]: question.place,
  };
}

type Told = Pick<Draft, 'kind' | 'tone' | 'sentence'>;

function raised(sides: Sides, group: readonly Turned[]): Told {
  const { question, other, version } = group[0]!;
  const whom = question.ask && labelOfRef(version.project, question.ask);
  const by = question.by === undefined ? '' : ` by ${question.by.text}`;
  const ask = group.length > 1 || whom === undefined ? '' : `: ask ${whom}${by}`;
  const kind = 'question-raised';
  if (other.there !== undefined) {
    const { words, are } = someFactsOf(group.map(factOf));
    return {
      kind,
      tone: 'open',
      sentence: `${capital(ownerOf(sides, group))} is new, and ${words} ${are} not known yet${ask}.`,
    };
  }
  const { words, are } = subjectOf(group.map(factOf));
  if (other.state === 'recorded') {
    return { kind, tone: 'worse', sentence: `${capital(words)} ${are} no longer known${ask}.` };
  }
  const was = other.state === 'none' || other.state === 'not-applicable' ? ', and was ruled out before' : '';
  return { kind, tone: 'open', sentence: `${capital(words)} ${are} said to be unknown now${was}${ask}.` };
}

function settled(sides: Sides, group: readonly Turned[]): Told {
  const { other } = group[0]!;
  if (other.there !== undefined) {
    const count = group.length === 1 ? 'an open question' : counted(group.length, 'open question');
    const { words } = someFactsOf(group.map(factOf));
    const sentence = `${capital(ownerOf(sides, group))} is gone, and with it ${count}: ${words}.`;
    return { kind: 'question-dropped', tone: 'open', sentence };
  }
  const { words, are } = subjectOf(group.map(factOf));
  const subject = capital(words);
  switch (other.state) {
    case 'recorded': {
      const answer = group.length === 1 ? `: ${other.words}` : '';
      return { kind: 'question-answered', tone: 'better', sentence: `${subject} ${are} known now${answer}.` };
    }
    case 'none':
      return { kind: 'question-answered', tone: 'better', sentence: `${subject} ${are} confirmed now: there is none.` };
    case 'not-applicable':
      return { kind: 'question-answered', tone: 'better', sentence: `${subject} ${are} said not to apply.` };
    case 'unreadable':
      return { kind: 'question-dropped', tone: 'open', sentence: `${subject} cannot be read now.` };
    default: {
      const sentence = `${subject} ${are} not asked for any more, though nobody has answered.`;
      return { kind: 'question-dropped', tone: 'worse', sentence };
    }
  }
}

const factOf = ({ question: { fact }, element, version }: Turned): FactOf => ({ fact, element, version });

/** What the questions came or went with: the whole pathway, or the element. */
function ownerOf({ pathways }: Sides, [first]: readonly Turned[]): string {
  const { other, pathway, element, version } = first!;
  if (other.there === 'element') return elementInWords({ element, version });
  const pair = pathways.find(({ key }) => key === pathway);
  return pair ? labelOf((pair.after ?? pair.before)!.pathway) : '';
}
