import type { Action, Pathway, Stage, Transition } from '../model/elements.ts';
import { type FactLines, type Recorded, recordedFacts } from '../model/facts.ts';
import { isCurrent } from '../model/status.ts';
import type { Activity, Capacity, Cost } from '../model/values.ts';

/** What a figure may belong to. */
export type FigureOwner = Pathway | Stage | Transition | Action;

export type FigureFact = 'activity' | 'cost' | 'capacity';

/** The recorded figures of one fact of one block, of which there is at least one. */
export interface Figures {
  readonly owner: FigureOwner;
  readonly fact: FigureFact;
  readonly lines: readonly Recorded<Activity | Cost | Capacity>[];
}

/**
 * The figures of a pathway, in the order of its blocks: its own totals, then those of its stages, transitions and
 * actions. Stages that are planned only or closed are left out: nothing is asked of what is not there today.
 */
export function figuresOf(pathway: Pathway): readonly Figures[] {
  const known = byPathway.get(pathway);
  if (known !== undefined) return known;
  const made = makeFigures(pathway);
  byPathway.set(pathway, made);
  return made;
}

/** Several rules look at the same figures. */
const byPathway = new WeakMap<Pathway, readonly Figures[]>();

function makeFigures(pathway: Pathway): readonly Figures[] {
  const found: Figures[] = [];
  for (const owner of [pathway, ...pathway.stages, ...pathway.transitions, ...pathway.actions]) {
    if (owner.kind === 'stage' && !isCurrent(owner)) continue;
    for (const fact of ['activity', 'cost', 'capacity'] as const) {
      const lines = recordedFacts(linesOf(owner, fact));
      if (lines.length > 0) found.push({ owner, fact, lines });
    }
  }
  return found;
}

/** The lines of a fact, of whatever state; none where blocks of this kind do not have it. */
export function linesOf(owner: FigureOwner, fact: FigureFact): FactLines<Activity | Cost | Capacity> {
  return (owner.facts as Partial<Record<FigureFact, FactLines<Activity | Cost | Capacity>>>)[fact] ?? [];
}

/** `The activity of stage 'intake'`. */
export function figureInWords({ owner, fact }: Figures): string {
  return `The ${fact} of ${owner.kind} '${owner.name}'`;
}
