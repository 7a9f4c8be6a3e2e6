import type { Place } from '../../../model/place.ts';
import { todayOf } from '../../../model/status.ts';
import { retirementOf } from '../../../rules/retired.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { type Change, change } from '../change.ts';
import { declarationAround, samePlace } from '../elements.ts';
import { sheetOf } from '../sheet.ts';

/** A name that has a successor gives way to it, wherever it stands in the pathway. */
export const retired: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    const pathway = declarationAround(request.file, finding.place.line, finding.place.character);
    if (finding.rule !== 'retired-term' || pathway?.kind !== 'pathway') return [];
    const { project, asOf } = request.checked;
    const places = [finding.place, ...(finding.related ?? []).map(({ place }) => place)];
    const refs = places.flatMap(
      (place) => request.file.reading.refs.find(({ ref }) => samePlace(ref.place, place)) ?? [],
    );
    const retirement = refs[0] && retirementOf(project, refs[0].ref, todayOf(pathway, asOf));
    if (retirement?.successor === undefined) return [];
    const names = new Set(refs.map(({ ref }) => ref.name));
    const answer =
      retirement.of === 'kind'
        ? becomeOfKind(request, names, retirement.successor)
        : replace(request, places, retirement.successor);
    return [{ ...answer, findings: [finding] }];
  });

function replace({ file }: Request, places: readonly Place[], successor: string): Action {
  const sheet = sheetOf(file);
  const changes = places.map((place) => change(sheet.startOf(place), sheet.endOf(place), successor));
  const where = places.length === 1 ? '' : ` in all ${places.length} places of this pathway`;
  return {
    title: `Write '${successor}'${where}`,
    kind: QUICK_FIX,
    changes: inFile(file.uri, changes),
    preferred: true,
    mechanical: true,
  };
}

/** Only the authors know whether the bodies became some of the new kind, so this is never done unasked. */
function becomeOfKind({ checked }: Request, names: ReadonlySet<string>, successor: string): Action {
  const { organisations, footprints } = checked.project;
  const changes = new Map<string, Change[]>();
  for (const name of names) {
    const is = (organisations.get(name) ?? footprints.get(name))?.is;
    const file = checked.files.find(({ uri }) => uri === is?.place.file);
    if (!is || !file) continue;
    const sheet = sheetOf(file);
    const put = change(sheet.startOf(is.place), sheet.endOf(is.place), successor);
    changes.set(file.uri, [...(changes.get(file.uri) ?? []), put]);
  }
  const which =
    names.size === 1 ? `'${[...names][0]}', if it became one` : `all ${names.size} of them, if they became such`;
  return { title: `Write 'is ${successor}' for ${which}`, kind: QUICK_FIX, changes };
}
