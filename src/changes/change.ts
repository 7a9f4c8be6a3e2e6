import type { FactState } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import type { AnyElement } from '../model/walk.ts';
import type { PartsChanged } from './parts.ts';
import type { SideNames } from './sentences.ts';

/** An element as it stands on one side of a comparison. */
export interface ElementSide {
  readonly kind: AnyElement['kind'];
  /** As declared; of a transition or flow without a name, `a to b`. */
  readonly name: string;
  readonly label?: string;
  /** Its kind and name, behind those of the blocks around it: `pathway north/stage early-help`. */
  readonly path: string;
  /** The pathway that it stands in, or is: its name on this side. */
  readonly pathway?: string;
  /** The name in its declaration. */
  readonly place: Place;
  /** The whole of its block. */
  readonly block: Place;
}

/** What one line says on one side of a comparison. */
export interface Statement {
  readonly state: Exclude<FactState, 'missing'>;
  /** What it says, as people say it, without the fact's name: `Riverside Trust (lead)`, `unknown`. */
  readonly words: string;
  /** What it rests on, as people say it, where the line itself says so: `review, page 3, confidence low`. */
  readonly evidence?: string;
  /** What it says, and what it rests on, each as one text that is the same wherever the same is meant. */
  readonly content: string;
  readonly rests: string;
  /** The whole line. */
  readonly place: Place;
}

/** Why a change weakens oversight: what nobody may overlook. */
export type Weakening =
  | 'acceptance'
  | 'rule-lowered'
  | 'strictness-lowered'
  | 'knowledge-lost'
  | 'evidence-lost'
  | 'confidence-lowered'
  | 'agreement-lost'
  | 'governance-lost';

interface ChangeBase {
  /** Tells the changes of one comparison apart. The same two sides give the same ones. */
  readonly id: string;
  /** All of it in one sentence, for somebody who sees neither text nor picture. */
  readonly sentence: string;
  /** The element on the side before; absent where it was not there. */
  readonly before?: ElementSide;
  /** The element on the side after; absent where it is no longer there. */
  readonly after?: ElementSide;
  readonly weakens?: Weakening;
}

/** An element has come, gone, or goes by another name or stands elsewhere now. */
export interface ElementChange extends ChangeBase {
  readonly change: 'added' | 'removed' | 'renamed' | 'moved';
  /** Of what came or went: what it says, a line each: `provider Riverside Trust`. Blocks in it are changes of their own. */
  readonly lines: readonly string[];
  /** The same with all that is known of each line. */
  readonly statements: readonly (Statement & { readonly fact: string })[];
  /** Of a renaming: how sure it is, from 0 to 1. It is proposed, since a text keeps no identities. */
  readonly likeness?: number;
}

/** One fact of an element that is on both sides. */
export interface FactChange extends ChangeBase {
  /** `changed` has both statements, `stated` only the one after, `withdrawn` only the one before. */
  readonly change: 'stated' | 'withdrawn' | 'changed';
  /** The fact by its keyword: `cost`, `label`, `accept`, `reports-to`. */
  readonly fact: string;
  /** Whether what the line says has changed, or only what it rests on. */
  readonly part: 'value' | 'evidence';
  readonly was?: Statement;
  readonly is?: Statement;
  /** Of a line of several parts that is about the same as before: only the parts that are otherwise. */
  readonly parts?: PartsChanged;
}

/** One thing that differs from one side to the other. Each carries one fact. */
export type Change = ElementChange | FactChange;

/** What follows from the changes, beyond the lines themselves. */
export interface Consequence {
  readonly id: string;
  readonly kind:
    | 'finding-opened'
    | 'finding-closed'
    /** It is excused now, or no longer. */
    | 'finding-accepted'
    | 'finding-reopened'
    /** It came or went with the rule, which is turned on or off, or with how strict the project is. */
    | 'finding-shown'
    | 'finding-hidden'
    | 'question-raised'
    | 'question-answered'
    /** Nobody asks any more, though nobody answered. */
    | 'question-dropped'
    | 'cost'
    | 'activity'
    | 'governance-lost'
    | 'governance-gained'
    /** One oversees in place of another. */
    | 'governance-changed'
    | 'agreement-lost'
    | 'agreement-gained'
    | 'agreement-changed'
    | 'information-lost'
    | 'information-gained'
    | 'ages-lost'
    | 'ages-gained'
    /** Nobody provides a stage any more, or somebody does where it was confirmed that nobody did. */
    | 'provider-lost'
    | 'provider-gained'
    /** Nobody is assessed by something any more that they were assessed by at a stage, or they are now. */
    | 'assessment-lost'
    | 'assessment-gained'
    | 'assessment-changed'
    /** People wait longer for a stage, or not as long. */
    | 'wait-longer'
    | 'wait-shorter'
    | 'level-lost'
    | 'level-gained'
    /** A stage that the specification requires is there no longer, or is there now. */
    | 'required-stage-lost'
    | 'required-stage-gained'
    | 'unreachable'
    | 'reachable';
  /** Whether it is for the worse, for the better, or for the reader to judge. */
  readonly tone: 'worse' | 'better' | 'open';
  /** All of it in one sentence, for somebody who sees neither text nor picture. */
  readonly sentence: string;
  /** All of it in a few words, for a headline: `cost up £40,000`; of findings, what is wrong. */
  readonly brief?: string;
  /** The pathway that it is about, by its name after, or else before. */
  readonly pathway?: string;
  /** The one element that it is about, by its name after, or else before; absent where it is about several. */
  readonly about?: { readonly kind: AnyElement['kind']; readonly name: string };
  /** How many findings or questions it stands for, where it is more than one. */
  readonly count?: number;
  /** Where it stood, and where it stands. */
  readonly before?: Place;
  readonly after?: Place;
  /** Of a finding: its rule and how serious it is. */
  readonly rule?: string;
  readonly severity?: string;
}

/** A file of one side that could not be understood whole. What could be is compared. */
export interface Trouble {
  readonly side: 'before' | 'after';
  readonly file: string;
  /** Its first error. */
  readonly message: string;
  readonly place: Place;
}

/** Everything that differs between two sides, in the order in which a person should read it. */
export interface Comparison {
  /** What weakens oversight first, then the rest in the order of the pathways. */
  readonly changes: readonly Change[];
  readonly consequences: readonly Consequence[];
  readonly troubles: readonly Trouble[];
  /** What each element of the side before is called on the side after, where it is called otherwise. */
  readonly renames: Renames;
  /** What the pathways of both sides are called, by their names. */
  readonly labels: ReadonlyMap<string, string>;
  /** What the sides are called where they are two things, and not two times of one: then nothing comes or goes. */
  readonly between?: SideNames;
}

/**
 * New names by old ones: `pathway north` → `northern`, `north/stage a` → `b` (inside a block, by the block's old name).
 * `renamedRef` of `renames.ts` reads it.
 */
export type Renames = ReadonlyMap<string, string>;
