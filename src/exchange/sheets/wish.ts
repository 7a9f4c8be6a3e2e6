import type { Entry, EntryLine } from './entries.ts';
import type { Refusal } from './given.ts';
import type { Shape } from './shapes.ts';
import type { Wanted } from './statement.ts';

/** Where a wish stands in the workbook. */
export interface Origin {
  readonly sheet: string;
  readonly cell: string;
}

/** What is to become of one line. */
export interface LineWish {
  readonly entry: Entry;
  readonly fact: string;
  readonly shape: Shape;
  /** The line that is there; nothing for a new one. */
  readonly line?: EntryLine;
  readonly removed: boolean;
  /** What it is to say: something, or which absence. */
  readonly state: string;
  /** The values of the parts that change; of a new line or another state, of all. */
  readonly parts: Wanted;
  readonly origin: Origin;
}

/** A block that is to be added. */
export interface BlockWish {
  /** The block that it goes into; nothing at the top of a file. */
  readonly pathway: string;
  readonly parent: string;
  readonly kind: string;
  /** Its first line. */
  readonly head: string;
  readonly facts: readonly string[];
  readonly origin: Origin;
}

/** All that a workbook asks for, or why nothing of it is done. */
export interface Plan {
  readonly lines: readonly LineWish[];
  readonly blocks: readonly BlockWish[];
  readonly refusals: readonly Refusal[];
}
