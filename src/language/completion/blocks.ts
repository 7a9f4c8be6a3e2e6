import type { Token } from '../tokens.ts';
import { lineWords } from './grammar.ts';

/** A block that is open at the caret. */
export interface Frame {
  /** The grammar rule of the block; nothing where its first line could not be understood. */
  readonly rule: string | undefined;
  /** The words from its keyword to its brace. */
  readonly head: readonly Token[];
  /** Where its brace stands; nothing for the whole file. */
  readonly open: number | undefined;
  /** The first words of the lines that are written in it, above the caret and below, without the caret's own. */
  readonly lines: readonly string[];
}

interface OpenFrame extends Frame {
  readonly lines: string[];
}

/** The blocks around an offset, and the words of the line that is being written there. */
export function scan(
  tokens: readonly Token[],
  offset: number,
): { readonly frames: readonly Frame[]; readonly statement: readonly Token[] } {
  let stack: OpenFrame[] = [{ rule: 'File', head: [], open: undefined, lines: [] }];
  let statement: Token[] = [];
  let found: { readonly frames: readonly Frame[]; readonly statement: readonly Token[] } | undefined;
  for (const token of tokens) {
    if (!found && token.startOffset >= offset) found = { frames: [...stack], statement: [...statement] };
    if (token.image === '{') {
      stack.push({ rule: ruleOfHead(statement), head: statement, open: token.startOffset, lines: [] });
      statement = [];
    } else if (token.image === '}') {
      if (stack.length > 1) stack.pop();
      statement = [];
    } else {
      stack = closed(stack, token);
      const frame = stack.at(-1)!;
      const starts = startsLine(frame, token) || statement.length === 0;
      const another = !starts && frame.head.at(-1)?.startLine === token.startLine && isLineWord(frame, token);
      if ((starts || another) && token.startOffset !== offset) frame.lines.push(token.image);
      if (starts) statement = [];
      statement.push(token);
    }
  }
  return found ?? { frames: stack, statement };
}

/** Leaves out blocks that lack their brace: this word cannot stand in them, and can stand further out. */
function closed(stack: OpenFrame[], token: Token): OpenFrame[] {
  if (!token.first || isLineWord(stack.at(-1)!, token)) return stack;
  const outer = stack.findLastIndex((frame) => isLineWord(frame, token));
  const inner = outer >= 0 ? stack[outer + 1] : undefined;
  const outdented = inner?.head[0] !== undefined && token.startColumn <= inner.head[0].startColumn;
  return outdented ? stack.slice(0, outer + 1) : stack;
}

function startsLine(frame: Frame, token: Token): boolean {
  return token.first && isLineWord(frame, token);
}

function isLineWord({ rule }: Frame, { image }: Token): boolean {
  return rule !== undefined && lineWords(rule).has(image);
}

const ruleOfWord: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['Project', 'Source', 'Footprint', 'Organisation', 'System', 'Information', 'Agreement', 'Board', 'Vocabulary']
      .concat('Specification', 'Pathway', 'View', 'Scenario', 'Stage', 'Transition', 'Flow', 'Action', 'Outcome')
      .map((rule) => [rule.toLowerCase(), rule]),
  ),
  ...Object.fromEntries(['gap', 'risk', 'challenge', 'strength', 'need'].map((word) => [word, 'Issue'])),
  milestone: 'Action',
  'require stage': 'RequiredStage',
  'require transition': 'RequiredTransition',
  'add stage': 'Stage',
  'add transition': 'Transition',
};

function ruleOfHead([first, second]: readonly Token[]): string | undefined {
  return ruleOfWord[`${first?.image} ${second?.image}`] ?? ruleOfWord[first?.image ?? ''];
}

/** The name of the pathway, scenario or specification around, whose stages may be named here. */
export function scopeOf(frames: readonly Frame[]): string | undefined {
  return frames[1]?.head[1]?.image;
}
