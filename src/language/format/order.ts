/**
 * The order of the lines of each block, as the language reference shows them. Words that share an entry are never
 * moved past each other: their lines stay in the author's order. Lines of one word always do.
 */
export interface BlockOrder {
  /** The facts, in order. */
  readonly facts: readonly string[];
  /** What has a block of its own. It follows the facts, in the author's order. */
  readonly blocks: readonly string[];
}

/** What any block takes, after its own facts. `evidence` says what all the others rest on, so it ends them. */
const common = ['note', 'tag', 'field', 'accept', 'evidence'];

const issues = ['gap', 'risk', 'challenge', 'strength', 'need'];

/** By the grammar rule of the block. */
export const lineOrder: Readonly<Record<string, BlockOrder>> = {
  File: {
    facts: [],
    blocks: [
      ...['project', 'source', 'footprint', 'organisation', 'system', 'information', 'agreement', 'board'],
      ...['vocabulary', 'specification', 'pathway', 'view', 'scenario'],
    ],
  },
  Project: {
    facts: ['ages', 'currency', 'base-year', 'stale-after', 'strictness', 'include', 'rule', ...common],
    blocks: [],
  },
  Source: { facts: ['publisher', 'author', 'published', 'url', ...common], blocks: [] },
  Footprint: { facts: ['code', ...common], blocks: [] },
  Organisation: { facts: ['alias', 'code', 'covers', 'part', 'succeeded', ...common], blocks: [] },
  System: { facts: common, blocks: [] },
  Information: { facts: common, blocks: [] },
  Agreement: {
    facts: [
      ...['party', 'covers', 'under', 'lawful-basis', 'condition', 'dpia', 'valid', 'governance', 'standard'],
      ...common,
    ],
    blocks: [],
  },
  Board: { facts: ['chair', 'member', 'reports', 'top', 'meets', ...common], blocks: [] },
  // What is said of the whole vocabulary stands above its many terms. A field's value has the keyword of a field's
  // definition, so it stands among the terms.
  Vocabulary: {
    facts: ['note', 'tag', 'accept', 'evidence', 'kind setting level movement basis domain cohort data field'],
    blocks: [],
  },
  Specification: {
    facts: ['ages', 'purpose', 'standard', 'require', 'allow', ...common],
    blocks: ['require stage', 'require transition', 'outcome'],
  },
  RequiredStage: {
    facts: ['purpose', 'setting', 'level', 'cohort', 'ages', 'assessment', 'standard', 'require', ...common],
    blocks: [],
  },
  RequiredTransition: { facts: ['movement', 'require', ...common], blocks: [] },
  Pathway: {
    facts: [
      ...['status', 'owner', 'cohort', 'ages', 'purpose', 'standard', 'excludes', 'commissioner', 'provider'],
      ...['governance', 'cost', 'activity', 'capacity', 'uses omits', 'overlaps', 'voice', ...common],
    ],
    blocks: ['stage', 'transition', 'flow', 'outcome', ...issues, 'action', 'milestone', 'uses', 'omits'],
  },
  Stage: {
    facts: [
      ...['status', 'enters', 'purpose', 'setting', 'level', 'cohort', 'ages', 'provider', 'partner'],
      ...['commissioner', 'activity', 'cost', 'capacity', 'wait', 'governance', 'assessment', 'workforce'],
      ...['training', 'voice', 'standard', 'excludes', 'varies', 'note', 'tag', 'field', 'accept'],
      ...['leaves', 'evidence'],
    ],
    blocks: [...issues, 'outcome'],
  },
  Transition: {
    facts: [
      ...['movement', 'trigger', 'criteria', 'threshold', 'access', 'lead', 'receiver', 'within', 'send'],
      ...['agreement', 'activity', 'ages', 'governance', 'varies', ...common],
    ],
    blocks: issues,
  },
  Flow: { facts: ['send', 'agreement', ...common], blocks: issues },
  Issue: {
    facts: ['affects', 'severity', 'likelihood', 'impact', 'owner', 'status', 'action', ...common],
    blocks: [],
  },
  Action: { facts: ['owner', 'status', 'due', 'cost', 'output', 'affects', ...common], blocks: [] },
  Outcome: { facts: ['indicator', ...common], blocks: [] },
  View: { facts: ['lanes colour badge show hide only direction', ...common], blocks: [] },
  Scenario: { facts: ['in remove', ...common], blocks: ['add', 'in', 'remove'] },
};

/** What the order needs to know of a line. */
export interface Line {
  /** The grammar rule of the block that it stands in. */
  readonly block: string;
  /** The words that it starts with, as many as there are, at most two. */
  readonly start: readonly string[];
}

/** Whether a line has, or may have, a block of its own. */
export function isBlock({ block, start }: Line): boolean {
  const { facts, blocks } = lineOrder[block]!;
  const [word = ''] = start;
  return blocks.includes(start.join(' ')) || (blocks.includes(word) && !facts.some((entry) => names(entry, word)));
}

/**
 * The lines of one block in canonical order: facts first, then blocks in the author's order. A one-line stage in use,
 * omission or edit is a fact as long as no block stands before it; after one, it keeps its place among the blocks.
 */
export function inOrder<L extends Line>(lines: readonly L[]): readonly L[] {
  const firstBlock = lines.findIndex(isBlock);
  const ranks = new Map(lines.map((line, index) => [line, rank(line, firstBlock >= 0 && index >= firstBlock)]));
  return lines.toSorted((a, b) => ranks.get(a)! - ranks.get(b)!);
}

function rank(line: Line, afterBlock: boolean): number {
  const { facts, blocks } = lineOrder[line.block]!;
  const [word = ''] = line.start;
  if (isBlock(line) || (afterBlock && blocks.includes(word))) return facts.length;
  return facts.findIndex((entry) => names(entry, word));
}

function names(entry: string, word: string): boolean {
  return entry.split(' ').includes(word);
}
