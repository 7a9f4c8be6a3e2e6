import type { Place } from '../../model/place.ts';
import type { Change, Comparison, Consequence } from '../change.ts';
import type { ReadingEntry } from '../reading.ts';
import { type Coming, comingsOf } from './comings.ts';
import { folded } from './folding.ts';
import { isToJudge, type Seat, seatOfConsequence, seatsOf, subjectOf } from './headings.ts';

/** An entry, and where it stands. */
export interface Entry extends ReadingEntry, Seat {}

/** Every change and consequence once, in the order of the comparison; its rank says where an entry is to be read. */
export function entriesOf(comparison: Comparison): readonly Entry[] {
  const seatOf = seatsOf(comparison);
  const changes = comingsOf(comparison.changes).map((coming) => ofChange(comparison, coming, seatOf(coming.change)));
  return folded(
    changes,
    comparison.consequences.map((consequence) => ofConsequence(comparison, consequence)),
  );
}

function ofChange(comparison: Comparison, { change, ...told }: Coming, seat: Seat): Entry {
  const subject = subjectOf(comparison, change);
  return {
    id: change.id,
    ...told,
    tone: change.weakens ? 'worse' : !comparison.between && isToJudge(change) ? 'open' : 'plain',
    ...(subject === undefined ? {} : { subject }),
    ...placesOf(change),
    change,
    ...seat,
  };
}

/** The lines that differ, or else where the element stands. */
function placesOf(change: Change): { readonly before?: Place; readonly after?: Place } {
  const lines = 'fact' in change ? change : undefined;
  const before = lines?.was?.place ?? change.before?.place;
  const after = lines?.is?.place ?? change.after?.place;
  return { ...(before && { before }), ...(after && { after }) };
}

function ofConsequence(comparison: Comparison, consequence: Consequence): Entry {
  const { id, sentence, tone, pathway, before, after } = consequence;
  return {
    id,
    sentence,
    tone,
    lines: [],
    ...(pathway === undefined ? {} : { subject: pathway }),
    ...(before && { before }),
    ...(after && { after }),
    consequence,
    others: [],
    ...seatOfConsequence(consequence, comparison),
  };
}
