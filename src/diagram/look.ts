import type { LaneKey } from '../model/elements.ts';
import type { Direction } from './scene.ts';

/** What a card or an arrow can carry beside its own facts. */
export type BadgeKind = 'cost' | 'activity' | 'wait' | 'findings';

/**
 * What a reader wants to see of a pathway, and how, in the words of the language's `view`. Plain data. What is absent is
 * as the view says that it starts from, and without a view as pictures are by themselves.
 */
export interface Look {
  /** The name of a view that the project declares, or of a built-in one. */
  readonly view?: string;
  readonly lanes?: LaneKey | 'none';
  readonly colour?: LaneKey | 'none';
  readonly badges?: readonly BadgeKind[];
  readonly show?: readonly string[];
  readonly hide?: readonly string[];
  /** Stages of which one of these holds; of several kinds, one of each kind. */
  readonly only?: readonly Only[];
  readonly direction?: Direction;
  /** The ids of lanes whose stages are drawn as one box. */
  readonly folded?: readonly string[];
  /** Arrows are as wide as there are people who take them. */
  readonly weight?: 'activity' | 'none';
  /** Stages are shaded by how much there is of it. */
  readonly heat?: 'cost' | 'wait' | 'findings' | 'none';
  /** A scenario beside the pathway that it changes: what it adds, changes and takes away. */
  readonly difference?: boolean;
}

export interface Only {
  readonly by: 'setting' | 'level' | 'provider' | 'commissioner' | 'cohort' | 'footprint';
  readonly term: string;
}
