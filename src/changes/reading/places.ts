import type { Place } from '../../model/place.ts';

/** Whether both begin at the same place. */
export function isAt(place: Place | undefined, other: Place | undefined): boolean {
  return (
    place !== undefined &&
    place.file === other?.file &&
    place.line === other.line &&
    place.character === other.character
  );
}
