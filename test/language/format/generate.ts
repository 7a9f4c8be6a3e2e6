import fc from 'fast-check';
import { sharedServices } from '../../../src/language/file-store.ts';
import { keywordsOf } from '../../../src/language/tokens.ts';

/** A block that may stand in another: how its first line starts, and which block it opens. */
interface Opening {
  readonly head: string;
  readonly block: string;
}

/** Lines for each block, as its author might write them. `~` marks a keyword that is a name here. */
interface Lines {
  readonly facts: readonly string[];
  readonly blocks?: readonly Opening[];
}

const any = [
  'note "One # and { two }" according to mapping at "p.3" confidence low',
  'note """\n  Several\n    lines\n\n  of "text"\n"""',
  'tag pilot',
  'field last-reviewed 2026-01-20',
  'field ~cost £1.2m',
  'accept missing-cost because "Not asked" by icb until 2026-12',
  'evidence mapping at "p.4" confidence high',
  'evidence ~stage',
];

const absent = 'unknown ask icb by 2026-10 because "Nobody\\"s answer"';

const issues: readonly Opening[] = [
  { head: 'gap late "Too late"', block: 'Issue' },
  { head: 'risk ~cost', block: 'Issue' },
  { head: 'need more-care', block: 'Issue' },
];

const outcome: Opening = { head: 'outcome better "Better" in nhs-3', block: 'Outcome' };

const stageFacts = [
  'status proposed as of 2026-03 confidence medium',
  'enters "Self-referral"',
  'enters',
  'leaves',
  'leaves "Discharge"',
  'purpose """One.\n   Two.\n Three."""',
  'setting community "Two sites" count 2',
  'level tier-3',
  `level not-applicable because "No tier"`,
  'cohort cyp-justice',
  'ages 5 to 18',
  'ages 18 and over',
  'provider a-trust as lead according to mapping',
  `provider ${absent}`,
  'partner council as "Youth workers"',
  'commissioner icb as lead scope local under section-75 share 60% for "Care" excluding "Beds" on behalf of council',
  'commissioner none',
  'activity about 1,200 referrals per ~year measuring "Referrals" from county for 2024/25',
  'activity 40%',
  'cost £75k grant for 2014/15 funded by icb funded by council',
  'cost $1,200.50',
  'capacity 40',
  'capacity up to 20 beds',
  'wait 18 weeks target',
  'governance board care-board',
  'assessment chat recorded in notes',
  'workforce "Nurses" 4.5 wte',
  'training none because "No programme"',
  'voice "I told it twice"',
  'standard "A standard"',
  'varies ~setting because "Hub"',
];

const grammar: Readonly<Record<string, Lines>> = {
  File: {
    facts: [],
    blocks: [
      { head: 'project here "Here"', block: 'Project' },
      { head: 'source mapping "Mapping"', block: 'Source' },
      { head: 'footprint county "County" is region within land', block: 'Footprint' },
      { head: 'organisation icb "ICB" is icb', block: 'Organisation' },
      { head: 'organisation ~stage', block: 'Organisation' },
      { head: 'system notes', block: 'System' },
      { head: 'information chat "CHAT" is assessment containing health-data and offence-data', block: 'Information' },
      { head: 'agreement sharing "Sharing" is information-sharing', block: 'Agreement' },
      { head: 'board care-board "Care board"', block: 'Board' },
      { head: 'vocabulary terms', block: 'Vocabulary' },
      { head: 'specification standard-one "Standard" for county', block: 'Specification' },
      { head: 'pathway hj "Health and justice" realises standard-one in county', block: 'Pathway' },
      { head: 'pathway ~pathway """\n A long\n label\n"""', block: 'Pathway' },
      { head: 'view by-tier "By tier" of hj', block: 'View' },
      { head: 'scenario fewer-beds "Fewer" changes hj', block: 'Scenario' },
    ],
  },
  Project: {
    facts: [
      ...['ages 0 to 21', 'currency GBP', 'base-year 2015/16', 'stale-after 3 years', 'strictness review'],
      ...['include "../shared"', 'rule single-provider off because "One"', 'rule missing-cost warning'],
    ],
  },
  Source: { facts: ['publisher "P"', 'author "A" confidence low', 'published 2010-01', 'url "https://example.org"'] },
  Footprint: { facts: ['code ons "E54"'] },
  Organisation: {
    facts: ['alias "A"', 'code ods "RXX"', 'covers county', 'part of icb', 'succeeded by council on 2022-07-01'],
  },
  System: { facts: [] },
  Information: { facts: [] },
  Agreement: {
    facts: [
      ...['party icb', 'party council', 'covers chat', 'under section-75', 'lawful-basis "6(1)(e)"', 'dpia unknown'],
      ...['condition "9(2)(h)"', 'valid 2015 to 2017', 'valid to 2018', 'governance board care-board', 'standard "S"'],
    ],
  },
  Board: { facts: ['chair icb', 'member icb', 'member council', 'reports to care-board', 'top', 'meets "Monthly"'] },
  Vocabulary: {
    facts: [
      ...['kind icb "Board" commissioner provider', 'setting sch secure detained describes "A home"'],
      ...['level tier-3 "Three" order 3 scheme tiers until 2022-06 becomes tier-4', 'data health special-category'],
      ...['field ~wait is number on stage', 'cohort ~cost'],
    ],
  },
  Specification: {
    facts: [
      ...['ages 0 to 21', 'purpose "Care"', 'standard "S"', 'require provider', 'require information'],
      ...['require information chat', 'require lead', 'allow variation in ~provider'],
    ],
    blocks: [
      { head: 'require stage clinic "Clinic"', block: 'RequiredStage' },
      { head: 'require transition from ~referral to clinic "On"', block: 'RequiredTransition' },
      outcome,
    ],
  },
  RequiredStage: {
    facts: [
      ...['setting sarc', 'level tier-3', 'ages under 18', 'cohort girls', 'assessment chat', 'purpose "Care"'],
      ...['standard "S"', 'require cost', 'require information'],
    ],
  },
  RequiredTransition: { facts: ['movement referral', 'require criteria', 'require information', 'require agreement'] },
  Pathway: {
    facts: [
      ...['status current as of 2016', 'owner icb', `owner ${absent}`, 'cohort cyp-justice', 'ages 0 to 21'],
      ...['purpose "Care"', 'standard "S"', 'excludes "Beds"', 'commissioner icb', 'provider council as lead'],
      ...['governance agreement sharing', 'cost £5m budget', 'activity 10,000 people per ~year', 'capacity 5'],
      ...['uses stage home of other as ~stage', 'uses stage clinic of other', 'omits sarc-care because "Elsewhere"'],
      ...['omits transition from a to b', 'overlaps other at clinic "Shared"', 'overlaps "Adult care"', 'voice "V"'],
    ],
    blocks: [
      { head: 'stage clinic "Clinic" realises community-care', block: 'Stage' },
      { head: 'stage ~referral', block: 'Stage' },
      { head: 'transition from clinic to ~referral', block: 'Transition' },
      { head: 'transition onward from ~referral to pathway other "On"', block: 'Transition' },
      { head: 'transition ~from from clinic to home of other', block: 'Transition' },
      { head: 'flow court-report from clinic to ~referral "Report"', block: 'Flow' },
      ...issues,
      outcome,
      { head: 'action map-it "Map it"', block: 'Action' },
      { head: 'milestone mapped', block: 'Action' },
    ],
  },
  Stage: { facts: stageFacts, blocks: [...issues, outcome] },
  Transition: {
    facts: [
      ...['movement step-up', 'trigger "Release"', 'criteria "Need"', 'threshold none because "None"'],
      ...['access "One door"', 'lead icb', `receiver ${absent}`, 'within 5 days of "release"', 'agreement sharing'],
      ...['send chat from icb to council using notes into notes under sharing when "before"', 'send unknown'],
      ...['activity fewer than 5 people for 2024/25', 'ages 17 to 18', 'governance none', 'varies ~criteria'],
    ],
    blocks: issues,
  },
  Flow: { facts: ['send chat to council', 'send none', 'agreement sharing confidence low'], blocks: issues },
  Issue: {
    facts: [
      ...['affects clinic', 'severity high', 'likelihood low', 'impact medium', 'owner icb', 'status open'],
      ...['action map-it', 'affects ~transition'],
    ],
  },
  Action: {
    facts: [
      ...['owner icb', 'status underway', 'due 2016-12', `due ${absent}`, 'cost £12k', 'output "Map" draft'],
      ...['affects clinic'],
    ],
  },
  Outcome: { facts: ['indicator goals "Goals" baseline 58% for 2024/25 target 65% by 2026/27', 'indicator ~target'] },
  View: {
    facts: [
      ...['lanes by setting', 'colour by level', 'badge by cost', 'show ~information', 'hide ~criteria', 'show ~cost'],
      ...['only setting sarc', 'direction down'],
    ],
  },
  Scenario: {
    facts: [
      ...['in stage clinic set cost £500k estimate for 2026/27', 'in stage ~referral set capacity 40'],
      ...['remove stage clinic', 'remove transition onward', 'remove transition from ~to to clinic'],
    ],
    blocks: [
      { head: 'add stage hub "Hub"', block: 'Stage' },
      { head: 'add transition from hub to clinic', block: 'Transition' },
    ],
  },
};

/** The blocks and lines that the texts are made of. */
export const generated = grammar;

/** A pathway text of any layout: spaces, line breaks, comments, order and braces as authors may leave them. */
export const pathwayText: fc.Arbitrary<string> = fc
  .record({
    words: fc.array(fc.nat(1_000_000), { minLength: 400, maxLength: 400 }),
    crlf: fc.boolean(),
    mark: fc.nat(9),
  })
  .map(({ words, crlf, mark }) => {
    const text = new Author(words).file();
    return (mark === 0 ? '\uFEFF' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text);
  });

const keywords: ReadonlySet<string> = new Set(keywordsOf(sharedServices().Grammar));

/** Writes a text by what the given numbers decide. */
class Author {
  readonly #decisions: readonly number[];
  #at = 0;
  #comments = 0;

  constructor(decisions: readonly number[]) {
    this.#decisions = decisions;
  }

  file(): string {
    return this.#space() + this.#lines('File', 1 + this.#choose(4), 0) + (this.#sometimes(8) ? this.#comment() : '');
  }

  #lines(block: string, count: number, depth: number): string {
    const { facts, blocks = [] } = grammar[block]!;
    const all = [...facts, ...(block === 'File' ? [] : any)];
    let text = '';
    for (let index = 0; index < count; index++) {
      const opening = blocks.length > 0 && (all.length === 0 || this.#sometimes(3));
      if (this.#sometimes(6)) text += this.#above();
      text += opening ? this.#block(blocks[this.#choose(blocks.length)]!, depth) : this.#fact(this.#pick(all));
      text += this.#lineEnd();
    }
    return text + (this.#sometimes(12) ? this.#above() : '');
  }

  #block({ head, block }: Opening, depth: number): string {
    const line = this.#fact(head);
    if (this.#sometimes(5)) return line;
    if (this.#sometimes(3)) return line + this.#onOneLine(block);
    const open = this.#sometimes(10) ? `${this.#lineEnd()}{` : `${this.#gap()}{`;
    const lines = this.#lines(block, this.#choose(depth > 2 ? 3 : 7), depth + 1);
    return `${line}${open}${this.#lineEnd()}${lines}${' '.repeat(this.#choose(5))}}`;
  }

  /** Facts that share a line: what follows one of them must not be taken for a part of it, such as a unit. */
  #onOneLine(block: string): string {
    const all = [...grammar[block]!.facts, ...any].filter((fact) => !fact.includes('\n'));
    const closed = all.filter((fact) => !/^(?:enters|leaves)$|(?:activity|capacity) \S+$| information$/.test(fact));
    const last = this.#choose(4);
    const facts = Array.from({ length: last + 1 }, (_, index) => this.#pick(index < last ? closed : all));
    const spaces = ' '.repeat(this.#choose(3));
    return ` {${spaces}${facts.join(` ${spaces}`).replaceAll('~', '')} }`;
  }

  /** The words of a line, now and then broken where a word comes that is no name. */
  #fact(line: string): string {
    const words = line.match(/"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|\S+/g)!;
    return words
      .map((word, index) => {
        const name = word.startsWith('~');
        const mayBreak = !name && index > 0 && (keywords.has(word) || /^["\d£$]/.test(word) || !/^[a-z]/.test(word));
        const between = index === 0 ? '' : mayBreak && this.#sometimes(12) ? this.#lineEnd() : this.#gap();
        return between + (name ? word.slice(1) : word);
      })
      .join('');
  }

  #gap(): string {
    return this.#pick([' ', ' ', ' ', '  ', '\t', ' \t ']);
  }

  #lineEnd(): string {
    const comment = this.#sometimes(6) ? `${this.#gap()}${this.#comment()}` : '';
    return `${comment}${this.#pick(['', '', '  '])}\n${this.#space()}`;
  }

  #above(): string {
    return `\n${' '.repeat(this.#choose(30))}${this.#comment()}\n${this.#space()}`;
  }

  #space(): string {
    return this.#pick(['', '', '\n', '\n\n', ' \n\n\n', '\n\t']) + ' '.repeat(this.#choose(8));
  }

  #comment(): string {
    return `# comment ${++this.#comments} "{`;
  }

  #pick<T>(all: readonly T[]): T {
    return all[this.#choose(all.length)]!;
  }

  #sometimes(outOf: number): boolean {
    return this.#choose(outOf) === 0;
  }

  #choose(below: number): number {
    return this.#decisions[this.#at++ % this.#decisions.length]! % below;
  }
}
