import type { Agreement } from '../../../model/elements.ts';
import type { Finding } from '../../../rules/finding.ts';
import { inWords } from '../../../rules/words.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { change } from '../change.ts';
import { elementAround, samePlace } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { sheetOf } from '../sheet.ts';
import { unknown } from './missing-facts.ts';
import { raiseGapAround } from './raise-gap.ts';

/** What an agreement says of itself. No date and no legal basis is made up: what is not stated becomes a question. */
export const agreementFacts: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    switch (finding.rule) {
      case 'expired-agreement':
        return expired(request, finding);
      case 'missing-lawful-basis':
        return asking(request, finding);
      case 'lawful-basis-does-not-fit':
        return correcting(request, finding);
      default:
        return [];
    }
  });

/** The finding stands at the agreement itself where it gives no dates, else in a pathway that rests on it. */
function expired(request: Request, finding: Finding): readonly Action[] {
  const own = agreementAt(request, finding);
  if (own) return asking(request, finding);
  const end = finding.related?.[0]?.place;
  const file = request.checked.files.find(({ uri }) => uri === end?.file);
  const agreement = end && file && elementAround(file, end);
  const gap = raiseGapAround(request, finding, 'agreement');
  if (agreement?.kind !== 'agreement' || file === undefined) return gap;
  const ask: Action = {
    title: `Write 'valid unknown' in agreement '${agreement.name}' and say why`,
    kind: QUICK_FIX,
    changes: inFile(file.uri, insertFacts(sheetOf(file), agreement.place, 'Agreement', [unknown('valid')])),
    findings: [finding],
  };
  return [...gap, ask];
}

/** Asks for each of the facts that the finding speaks of, and for all of them where there are several. */
function asking(request: Request, finding: Finding): readonly Action[] {
  const agreement = agreementAt(request, finding);
  if (!agreement) return [];
  const write = (facts: readonly string[], preferred: boolean): Action => ({
    title: `Write ${inWords(facts.map((fact) => `'${fact} unknown'`))} and say why`,
    kind: QUICK_FIX,
    changes: inFile(
      request.file.uri,
      insertFacts(sheetOf(request.file), agreement.place, 'Agreement', facts.map(unknown)),
    ),
    findings: [finding],
    ...(preferred && { preferred: true as const }),
  });
  const { facts } = finding;
  return facts.length === 1 ? [write(facts, true)] : [write(facts, true), ...facts.map((fact) => write([fact], false))];
}

/** What is stated and cannot be right makes room for a question; where something is lacking, the question is added. */
function correcting(request: Request, finding: Finding): readonly Action[] {
  const agreement = agreementAt(request, finding);
  const [fact] = finding.facts;
  if (!agreement || fact === undefined) return [];
  if (samePlace(finding.place, agreement.namePlace)) return asking(request, finding);
  const sheet = sheetOf(request.file);
  const changes = [change(sheet.startOf(finding.place), sheet.endOf(finding.place), unknown(fact))];
  return [
    {
      title: `Write '${fact} unknown' instead, and say why`,
      kind: QUICK_FIX,
      changes: inFile(request.file.uri, changes),
      findings: [finding],
    },
  ];
}

function agreementAt({ file }: Request, { place }: Finding): Agreement | undefined {
  const element = elementAround(file, place);
  return element?.kind === 'agreement' ? element : undefined;
}
