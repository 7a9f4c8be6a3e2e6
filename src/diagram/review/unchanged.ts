import type { Drawing } from '../scene/fold.ts';

/** TODO */
export function withoutUnchanged(drawings: readonly [Drawing, Drawing, Drawing]): readonly [Drawing, Drawing, Drawing] {
  return drawings;
}
