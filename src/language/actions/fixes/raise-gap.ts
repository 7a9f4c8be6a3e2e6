import type { Pathway } from '../../../model/elements.ts';
import type { Place } from '../../../model/place.ts';
import { type AnyElement, elementsIn } from '../../../model/walk.ts';
import type { Finding } from '../../../rules/finding.ts';
import { type Action, inFile, QUICK_FIX, type Request } from '../action.ts';
import { CARET, toBeNamed } from '../change.ts';
import { declarationAround, elementAround } from '../elements.ts';
import { insertBlock } from '../insert.ts';
import { sheetOf } from '../sheet.ts';

/** A gap in the block that it is about, with the caret where the author says what is lacking. */
export function raiseGap(
  { file }: Request,
  finding: Finding,
  pathway: Pathway,
  element: AnyElement & { readonly place: Place },
  about: string,
): Action {
  const name = freshName(
    about,
    elementsIn(pathway)
      .filter(({ kind }) => kind === 'gap')
      .map((gap) => gap.name),
  );
  return {
    title: element === pathway ? 'Raise a gap about it' : `Raise a gap about '${element.name}'`,
    kind: QUICK_FIX,
    changes: inFile(
      file.uri,
      insertBlock(sheetOf(file), element.place, [`gap ${toBeNamed(name)} "${CARET}"`], ['gap', 'risk']),
    ),
    findings: [finding],
  };
}

/** A gap in the block around the finding that may have one: in a stage, a transition, a flow, or the pathway itself. */
export function raiseGapAround(request: Request, finding: Finding, about: string): readonly Action[] {
  const { line, character } = finding.place;
  const pathway = declarationAround(request.file, line, character);
  const element = elementAround(request.file, finding.place);
  if (pathway?.kind !== 'pathway' || element === undefined) return [];
  return [raiseGap(request, finding, pathway, takesGaps.has(element.kind) ? element : pathway, about)];
}

const takesGaps: ReadonlySet<AnyElement['kind']> = new Set(['stage', 'transition', 'flow']);

/** The name, or the name with the first number that makes it a new one. */
export function freshName(wanted: string, taken: Iterable<string>): string {
  const all = new Set(taken);
  if (!all.has(wanted)) return wanted;
  let number = 2;
  while (all.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}
