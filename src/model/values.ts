import type { Ref } from './facts.ts';
import type { Ages } from './units/ages.ts';
import type { Money } from './units/money.ts';
import type { Period } from './units/period.ts';
import type { Quantity } from './units/quantity.ts';

/** The value of each fact that says more than a text or a name. */

export interface Status {
  readonly status: 'draft' | 'proposed' | 'current' | 'closed';
  /** The day, month or year that the map speaks of. */
  readonly asOf?: Period;
}

/** A provider or a partner. `as lead` and `as "…"` both give the role. */
export interface Provision {
  readonly organisation: Ref;
  readonly role?: string;
}

export interface Commissioning {
  readonly organisation: Ref;
  readonly role?: 'lead' | 'co' | 'contributor';
  readonly scope?: 'local' | 'regional' | 'national';
  readonly basis?: Ref;
  /** Percent of the whole. */
  readonly share?: number;
  /** What exactly it commissions. */
  readonly function?: string;
  readonly excluding?: string;
  readonly onBehalfOf?: Ref;
}

export interface Activity {
  readonly quantity: Quantity;
  readonly measuring?: string;
  /** Where the people come from. */
  readonly from?: Ref;
  readonly period?: Period;
}

export interface Cost {
  readonly amount: Money;
  readonly nature?: 'budget' | 'actual' | 'estimate' | 'grant' | 'pooled';
  readonly period?: Period;
  readonly fundedBy: readonly Ref[];
}

export interface Capacity {
  readonly quantity: Quantity;
  readonly period?: Period;
}

export interface Wait {
  readonly quantity: Quantity;
  /** True for a target, false for what people really wait. */
  readonly target: boolean;
}

export interface Oversight {
  readonly by: 'board' | 'agreement';
  readonly body: Ref;
}

export interface SettingUse {
  readonly setting: Ref;
  readonly place?: string;
  /** How many establishments. */
  readonly count?: number;
}

export interface Assessment {
  readonly information: Ref;
  readonly recordedIn?: Ref;
}

export interface Workforce {
  readonly staff: string;
  /** Whole-time equivalents. */
  readonly wte?: number;
}

/** Why this differs from what the specification says of the fact. */
export interface Variation {
  readonly fact: string;
  readonly because?: string;
}

export interface Send {
  readonly information: Ref;
  readonly from?: Ref;
  readonly to?: Ref;
  readonly using?: Ref;
  readonly into?: Ref;
  readonly under?: Ref;
  readonly when?: string;
}

/** `within 5 days of|before "release"`. */
export interface Within {
  readonly quantity: Quantity;
  readonly relation: 'of' | 'before';
  readonly event: string;
}

export interface Code {
  readonly scheme: string;
  readonly code: string;
}

export interface Succession {
  readonly organisation: Ref;
  readonly on?: Period;
}

/** How long an agreement holds: with no `to` it has no end, with no `from` it has held since always. */
export interface Validity {
  readonly from?: Period;
  readonly to?: Period;
}

export interface Overlap {
  /** A pathway of the project, or a text that names somebody else's. */
  readonly with: Ref | string;
  readonly stage?: Ref;
  readonly why?: string;
}

export interface Measurement {
  readonly amount: number;
  readonly unit?: string;
  readonly period?: Period;
}

export type Rating = 'high' | 'medium' | 'low';

export interface Output {
  readonly output: string;
  readonly state?: 'draft' | 'final';
}

export type { Ages };
