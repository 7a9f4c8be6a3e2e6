import type { Placed } from '../diagram/placed.ts';
import type { Place } from '../model/place.ts';
import type { Register } from '../registers/register.ts';

/** What a report says of itself. */
export interface Made {
  /** The project as readers know it. */
  readonly title: string;
  /** The day that it was made, as YYYY-MM-DD, and in words. */
  readonly day: string;
  readonly date: string;
  /** The commit that the texts stood at, where they are in git. */
  readonly commit?: string;
  /** The day that counts as today, as YYYY-MM-DD, and in words. */
  readonly asOf: string;
  readonly today: string;
  /** What there is and what is not known, in the order of reading. */
  readonly counts: readonly Count[];
}

export interface Count {
  /** What other programs know it by, however many there are: `open-questions`. */
  readonly key: string;
  /** As people read it beside the number: `open question`. */
  readonly name: string;
  readonly count: number;
  /** The register that says which. */
  readonly register: string;
}

/** A picture of a pathway, of all of them together, or of a specification. */
export interface Picture {
  readonly name: string;
  readonly kind: 'region' | 'pathway' | 'scenario' | 'specification';
  readonly label: string;
  /** What it is for, where the text says so. */
  readonly purpose?: string;
  readonly placed: Placed;
}

/** Everything that a report is made of. */
export interface Report {
  readonly made: Made;
  readonly registers: readonly Register[];
  readonly pictures: readonly Picture[];
  /** Where something stands, as people say it: `north.pathway, line 12`. */
  readonly where: (place: Place) => string;
}
