import type { Pathway } from '../../model/elements.ts';
import type { Project } from '../../model/project.ts';
import { scopeOf } from './blocks.ts';
import type { CompletionContext } from './offer.ts';
import { yearsAround } from './periods.ts';
import type { Site } from './site.ts';

/** Makes the text of a block with tab stops. */
type Snippet = (context: CompletionContext, site: Site) => string;

const named = (word: string, label = 'Label'): string => `${word} \${1:name} "\${2:${label}}"`;
const body = '{\n  $0\n}';

/** A tab stop with the names to choose from; an empty word to fill in where there are none. */
export function choice(stop: number, names: Iterable<string>, otherwise: string): string {
  const some = [...names].slice(0, 40);
  return some.length > 0 ? `\${${stop}|${some.join(',')}|}` : `\${${stop}:${otherwise}}`;
}

const clause = (word: string, stop: number, names: Iterable<string>): string => {
  const some = [...names];
  return some.length > 0 ? ` ${word} ${choice(stop, some, '')}` : '';
};

const issue =
  (word: string, label: string): Snippet =>
  ({ project }, site) => {
    const stages = project.pathways.get(scopeOf(site.frames) ?? '')?.stages.map(({ name }) => name) ?? [];
    const affected = site.frame.rule === 'Pathway' && stages.length > 0;
    return `${named(word, label)} {\n${affected ? `  affects ${choice(3, stages, '')}\n` : ''}  $0\n}`;
  };

const term =
  (word: string): Snippet =>
  () =>
    named(word);

const link =
  (word: string, inside: string): Snippet =>
  (context, site) => {
    const [from, to] = likelyEnds(context.project.pathways.get(scopeOf(site.frames) ?? ''));
    return `${word} from ${choice(1, from, 'stage')} to ${choice(2, to, 'stage')} {\n${inside}  $0\n}`;
  };

/** By the grammar rule and the keyword: the block that the keyword begins. */
const snippets: Readonly<Record<string, Snippet>> = {
  'Project project': () =>
    `${named('project')} {\n  ages \${3:0} to \${4:18}\n  strictness \${5|review,draft,assure|}\n  $0\n}`,
  'Source source': () => `${named('source', 'Title')} {\n  publisher "$3"\n  $0\n}`,
  'Footprint footprint': ({ project }) => {
    const kinds = [...project.terms.kind.values()].filter(({ flags }) => flags.length === 0).map(({ name }) => name);
    return `${named('footprint')}${clause('is', 3, kinds.toReversed())}${clause('within', 4, project.footprints.keys())}`;
  },
  'Organisation organisation': ({ project }) => {
    const kinds = [...project.terms.kind.values()].toSorted((a, b) => b.flags.length - a.flags.length);
    const now = kinds.filter(({ until }) => !until).map(({ name }) => name);
    return `${named('organisation')}${clause('is', 3, now)}`;
  },
  'System system': () => named('system'),
  'Information information': () => `${named('information')} is \${3|assessment,record,referral,report|}`,
  'Agreement agreement': ({ project: { organisations } }) => {
    const party = (stop: number): string => `  party ${choice(stop, organisations.keys(), '')}\n`;
    const parties = organisations.size > 1 ? `${party(4)}${party(5)}` : '';
    const kinds = 'information-sharing,partnership,commissioning,contract';
    return `${named('agreement')} is \${3|${kinds}|} {\n${parties}  $0\n}`;
  },
  'Board board': ({ project: { organisations } }) =>
    `${named('board')} {\n${organisations.size > 0 ? `  chair ${choice(3, organisations.keys(), '')}\n` : ''}  $0\n}`,
  'Vocabulary vocabulary': () => `${named('vocabulary')} ${body}`,
  'Specification specification': ({ project }) =>
    `${named('specification')}${clause('for', 3, project.footprints.keys())} ${body}`,
  'Pathway pathway': (context) =>
    `${named('pathway')}${clause('realises', 3, context.project.specifications.keys())}` +
    `${clause('in', 4, context.project.footprints.keys())} {\n` +
    `  status \${5|draft,proposed,current,closed|} as of \${6:${yearsAround(context).year}}\n  $0\n}`,
  'View view': ({ project }) =>
    `${named('view')}${clause('of', 3, project.pathways.keys())} {\n` +
    `  lanes by \${4|setting,provider,commissioner,level,footprint|}\n  $0\n}`,
  'Scenario scenario': ({ project }) => `${named('scenario')}${clause('changes', 3, project.pathways.keys())} ${body}`,
  'Stage stage': ({ project }, site) =>
    `stage ${choice(1, requiredStages(project, scopeOf(site.frames)), 'name')} "\${2:Label}" ${body}`,
  'Transition transition': link('transition', ''),
  'Flow flow': link('flow', ''),
  'Outcome outcome': () => `${named('outcome', 'What is to be better')} {\n  $0\n}`,
  'Indicator indicator': () => named('indicator', 'How one can tell'),
  'Issue gap': issue('gap', 'What is not there'),
  'Issue risk': issue('risk', 'What may go wrong'),
  'Issue challenge': issue('challenge', 'What makes it hard'),
  'Issue strength': issue('strength', 'What is good'),
  'Issue need': issue('need', 'What people need'),
  'Action action': () => `${named('action', 'What is to be done')} ${body}`,
  'Action milestone': () => `${named('milestone', 'What is reached')} ${body}`,
  'RequiredStage stage': () => `${named('stage')} ${body}`,
  'RequiredTransition transition': ({ project }, site) => {
    const stages = project.specifications.get(scopeOf(site.frames) ?? '')?.stages.map(({ name }) => name) ?? [];
    return `transition from ${choice(1, stages, 'stage')} to ${choice(2, [...stages.slice(1), ...stages.slice(0, 1)], 'stage')} ${body}`;
  },
  'FieldDefinition field': () =>
    `field \${1:name} is \${2|text,number,date,money|} on \${3|stage,pathway,transition,organisation|}`,
  ...Object.fromEntries(
    ['kind', 'setting', 'level', 'movement', 'basis', 'domain', 'cohort', 'data'].map((word) => [
      `Term ${word}`,
      term(word),
    ]),
  ),
};

/** The stages that the pathway's specification requires and that the pathway has not yet. */
function requiredStages({ pathways, specifications }: Project, name = ''): readonly string[] {
  const pathway = pathways.get(name);
  const required = specifications.get(pathway?.realises?.name ?? '')?.stages ?? [];
  const own = pathway?.stages.flatMap((stage) => [stage.name, stage.realises?.name]) ?? [];
  const there = new Set([...own, ...(pathway?.uses.map((use) => use.name) ?? [])]);
  const left = new Set(pathway?.omits.map(({ stage }) => stage?.name));
  return required.map((stage) => stage.name).filter((one) => one !== '' && !there.has(one) && !left.has(one));
}

const oneLiners = /^(?:Term|Indicator|FieldDefinition|System|Information) /;

/** The block that a keyword begins, with tab stops; nothing for a keyword that begins a fact. */
export function snippetOf(rule: string, word: string): Snippet | undefined {
  return snippets[`${rule} ${word}`];
}

/** Whether what the keyword begins has a block of its own. */
export function beginsBlock(rule: string, word: string): boolean {
  const key = `${rule} ${word}`;
  return key in snippets && !oneLiners.test(key);
}

/** Where the next transition of a pathway may start and end: stages that nothing leads out of or into come first. */
export function likelyEnds(pathway: Pathway | undefined): readonly [readonly string[], readonly string[]] {
  if (!pathway) return [[], []];
  const stages = [...pathway.stages, ...pathway.uses].map(({ name }) => name);
  const left = new Set(pathway.transitions.map(({ from }) => from.stage?.name));
  const reached = new Set(pathway.transitions.map(({ to }) => to.stage?.name));
  const exits = new Set(pathway.stages.filter(({ facts }) => facts.leaves.length > 0).map(({ name }) => name));
  const loose = stages.slice(0, -1).filter((name) => !left.has(name) && !exits.has(name));
  const from = [...new Set([...loose, ...stages])];
  const index = stages.indexOf(from[0] ?? '');
  const after = [...stages.slice(index + 1), ...stages.slice(0, Math.max(index, 0))];
  return [from, [...new Set([...after.filter((name) => !reached.has(name)), ...after, ...stages])]];
}
