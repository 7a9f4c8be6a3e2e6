import type { Consequence, FactChange } from '../change.ts';
import type { Entry } from './entries.ts';
import { atItsLine, isAbout, isOfComing, opensOrCloses, sayTheSame, withItsElement } from './finding-folds.ts';
import { isAt } from './places.ts';

/** How a consequence and the changes that it repeats become one entry. */
interface Fold {
  readonly targets: readonly Entry[];
  /** Whose sentence says it best: the consequence's, the change's, or both one after the other. */
  readonly says: 'consequence' | 'change' | 'both';
  /** The consequence in other words, where they stand behind the change's. */
  readonly words?: string;
  /** Whether it stays among the changes. */
  readonly stays?: true;
}

/**
 * Puts together what tells of the same thing: a consequence that repeats lines goes to the changes of those lines, and
 * findings that say what another consequence says go there.
 */
export function folded(changes: readonly Entry[], consequences: readonly Entry[]): readonly Entry[] {
  const [findings, told] = [consequences.filter(isOfFindings), consequences.filter((entry) => !isOfFindings(entry))];
  const afterTold = told.reduce(withConsequence, changes);
  const afterFindings = findings.reduce(
    (entries, finding) =>
      sayTheSame(entries, finding) ??
      atItsLine(entries, finding) ??
      withItsElement(entries, finding) ??
      withConsequence(entries, finding),
    afterTold,
  );
  return afterFindings;
}

const isOfFindings = ({ consequence }: Entry): boolean => consequence !== undefined && opensOrCloses(consequence);

/** The entries with one more consequence: put to the changes that it repeats, or else by itself at the end. */
function withConsequence(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const fold = foldOf(entries, entry.consequence!);
  if (fold === undefined || fold.targets.length === 0) return [...entries, entry];
  const [first, ...rest] = fold.targets;
  const gone = new Set(rest);
  return entries.flatMap((one) => (one === first ? [together(fold, entry)] : gone.has(one) ? [] : [one]));
}

function together({ targets, says, stays, words }: Fold, entry: Entry): Entry {
  const [first, ...rest] = targets as [Entry, ...Entry[]];
  const ownWords = words ?? entry.sentence;
  const already = first.consequence !== undefined;
  const seat = targets.find(({ change }) => change?.weakens) ?? (stays || already ? first : entry);
  const said = already ? `${first.sentence} ${ownWords}` : ownWords;
  const sentence = says === 'change' ? first.sentence : says === 'both' ? `${first.sentence} ${ownWords}` : said;
  const besides = says === 'consequence' && !already ? targets : rest;
  const left = besides.filter((target) => !isSaidBy(sentence, target));
  const behind = left.map((target) => target.sentence);
  return {
    ...first,
    sentence,
    tone: stays ? first.tone : seat.tone === 'plain' ? entry.tone : seat.tone,
    lines: [...behind, ...targets.flatMap(({ lines }) => lines)],
    heading: seat.heading,
    rank: seat.rank,
    consequence: first.consequence ?? entry.consequence!,
    others: [
      ...first.others,
      ...rest.flatMap(({ change, others }) => [...(change ? [change] : []), ...others]),
      ...(already ? [entry.consequence!] : []),
    ],
  };
}

/** Whether the words name the element of a line and all that the line says. */
function isSaidBy(words: string, entry: Entry): boolean {
  const fact = factOf(entry);
  const called = fact?.after && (fact.after.label ?? fact.after.name);
  // A consequence says of a target that it is one, in words of its own.
  const said = [called, fact?.was?.words, fact?.is?.words].map((one) => (one ?? '').replace(/ \(target\)$/, ''));
  return called !== undefined && said.every((one) => words.includes(one));
}

function foldOf(entries: readonly Entry[], consequence: Consequence): Fold | undefined {
  const { kind, rule, after, before } = consequence;
  const coming = entries.filter(({ change }) => change && isOfComing(change, consequence)).slice(0, 1);
  const ofFact = (fact: string): readonly Entry[] =>
    entries.filter(
      (entry) =>
        factOf(entry)?.fact === fact &&
        // What a line rests on follows from nothing, and no consequence says it.
        factOf(entry)?.part === 'value' &&
        isAbout(entry.change!, consequence) &&
        !entry.consequence,
    );
  /** Of several lines of one fact, the one whose two sides the consequence compares. */
  const lineOf = (fact: string): readonly Entry[] =>
    ofFact(fact).filter((entry) => {
      const { was, is } = factOf(entry)!;
      return (!was || isAt(was.place, before)) && (!is || isAt(is.place, after));
    });
  switch (kind) {
    case 'governance-lost':
    case 'governance-gained':
    case 'governance-changed':
      return { targets: ofFact('governance'), says: 'consequence' };
    case 'provider-lost':
    case 'provider-gained':
      return { targets: ofFact('provider'), says: 'consequence' };
    case 'wait-longer':
    case 'wait-shorter':
      return { targets: lineOf('wait'), says: 'consequence' };
    case 'assessment-lost':
    case 'assessment-gained':
    case 'assessment-changed':
      return { targets: ofFact('assessment'), says: 'consequence' };
    case 'agreement-lost':
    case 'agreement-gained':
    case 'agreement-changed': {
      const own = ofFact('agreement');
      if (own.length > 0) return { targets: own, says: 'consequence' };
      return { targets: ofFact('send').filter(({ change }) => change?.weakens === 'agreement-lost'), says: 'change' };
    }
    case 'information-lost':
    case 'information-gained': {
      const side = kind === 'information-lost' ? 'was' : 'is';
      const lines = ofFact('send').filter((entry) => {
        const words = factOf(entry)?.[side]?.words;
        return words !== undefined && consequence.sentence.includes(informationIn(words));
      });
      if (lines.length > 0) return { targets: lines, says: 'consequence' };
      // What a new stage brings is told by the new transitions themselves; what goes with one is a loss.
      if (!withStage(consequence)) return { targets: coming, says: 'consequence' };
      return kind === 'information-gained'
        ? { targets: coming, says: 'change', stays: true }
        : { targets: coming, says: 'both', words: withIt(consequence.sentence) };
    }
    case 'question-answered':
    case 'question-raised':
    case 'question-dropped': {
      const lines = entries.filter((entry) => {
        const fact = factOf(entry);
        if (fact === undefined || consequence.count !== undefined) return false;
        return isAt(fact.is?.place, after) || isAt(fact.was?.place, before);
      });
      if (lines.length === 0 && kind !== 'question-answered') return { targets: coming, says: 'change', stays: true };
      return { targets: lines.slice(0, 1), says: kind === 'question-answered' ? 'consequence' : 'change' };
    }
    case 'cost':
      return { targets: costLine(entries, consequence), says: 'both' };
    case 'activity':
      return { targets: [...lineOf('activity'), ...coming].slice(0, 1), says: 'change', stays: true };
    case 'finding-accepted': {
      const lines = entries.filter(
        (entry) => factOf(entry)?.fact === 'accept' && isAt(factOf(entry)?.is?.place, after),
      );
      return { targets: lines.slice(0, 1), says: 'consequence' };
    }
    case 'finding-hidden':
    case 'finding-shown': {
      const lines = entries.filter((entry) => {
        const fact = factOf(entry);
        return fact?.fact === 'rule' && (fact.is ?? fact.was)!.words.includes(`'${rule}'`);
      });
      return { targets: lines.slice(0, 1), says: 'both' };
    }
    default:
      return undefined;
  }
}

function factOf({ change }: Entry): FactChange | undefined {
  return change !== undefined && 'fact' in change ? change : undefined;
}

/** The one line of a cost that differs in a pathway: what it makes of the whole is told behind it. */
function costLine(entries: readonly Entry[], { pathway, before, after }: Consequence): readonly Entry[] {
  const [line, ...others] = entries.filter((entry) => factOf(entry)?.fact === 'cost' && entry.subject === pathway);
  const fact = line && factOf(line);
  if (fact?.part !== 'value' || others.length > 0 || line?.consequence || fact.weakens) return [];
  // What was not known and is known now is an answer.
  if (fact.was?.state !== 'recorded' || fact.is?.state !== 'recorded') return [];
  return isAt(fact.is.place, after) && isAt(fact.was.place, before) ? [line!] : [];
}

/** `With it goes the sending of CHAT`: that it is gone is said before. */
const withIt = (sentence: string): string => sentence.replace(/^.* is gone, and with it /, 'With it goes ');

const withStage = ({ about }: Consequence): boolean => about?.kind === 'stage' || about?.kind === 'used-stage';

/** `Referral form from Beacon to …` is about the referral form. */
const informationIn = (words: string): string => words.split(/ (?:from|to|using|into|under) | \(/)[0]!;
