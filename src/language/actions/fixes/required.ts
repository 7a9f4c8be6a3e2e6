import type { Pathway, RequiredFact, RequiredStage, RequiredTransition } from '../../../model/elements.ts';
import type { Place } from '../../../model/place.ts';
import type { Finding } from '../../../rules/finding.ts';
import { missingStages, missingTransitions, type Realisation, realisationOf } from '../../../rules/realisation.ts';
import { keywordOf, requiredOf } from '../../../rules/requirements.ts';
import { writeText } from '../../text.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { CARET, type Change } from '../change.ts';
import { samePlace } from '../elements.ts';
import { insertBlock, insertFacts, rankOf } from '../insert.ts';
import { sheetOf } from '../sheet.ts';
import { unknown } from './missing-facts.ts';

type Required = RequiredStage | RequiredTransition;

/** What a specification requires and a pathway lacks: adds it with its facts as open questions, or leaves it out. */
export const required: Family = (request) => {
  const findings = request.findings.filter(({ rule }) => rule === 'missing-required-stage');
  const pathways = new Set(findings.map(({ pathway }) => request.checked.project.pathways.get(pathway ?? '')));
  return [...pathways].flatMap((pathway) => {
    const realisation = pathway && realisationOf(request.checked.project, pathway);
    if (!realisation || pathway.place.file !== request.file.uri) return [];
    const stages = missingStages(pathway, realisation);
    const transitions = missingTransitions(pathway, realisation);
    return [
      ...ofKind(request, findings, pathway, realisation, stages),
      ...ofKind(request, findings, pathway, realisation, transitions),
    ];
  });
};

function ofKind(
  request: Request,
  all: readonly Finding[],
  pathway: Pathway,
  realisation: Realisation,
  missing: readonly Required[],
): readonly Action[] {
  const found = missing.flatMap((one) => {
    const finding = all.find(({ related }) => isAt(related?.[0]?.place, one.namePlace));
    return finding ? [{ one, finding }] : [];
  });
  const offer = (
    title: string,
    changes: readonly Change[],
    findings: readonly Finding[],
    preferred = false,
  ): Action => ({
    title,
    kind: QUICK_FIX,
    changes: inFile(request.file.uri, changes),
    findings,
    ...(preferred && { preferred: true as const }),
  });
  const add = (some: readonly Required[]): readonly Change[] => {
    const lines = some.flatMap((one, index) => [...(index > 0 ? [''] : []), ...linesOf(pathway, realisation, one)]);
    return insertBlock(sheetOf(request.file), pathway.place, lines, [
      some[0]!.kind === 'required-stage' ? 'stage' : 'transition',
    ]);
  };
  const each = found.flatMap(({ one, finding }) => {
    const name = one.kind === 'required-stage' ? one.name : `transition from ${one.from.name} to ${one.to.name}`;
    const omits = insertFacts(sheetOf(request.file), pathway.place, 'Pathway', [`omits ${name} because "${CARET}"`]);
    return [
      offer(
        `Add ${one.kind === 'required-stage' ? `stage '${name}'` : `the ${name}`}`,
        add([one]),
        [finding],
        found.length === 1,
      ),
      offer(`Write 'omits ${name}' and say why`, omits, [finding]),
    ];
  });
  if (found.length < 2) return each;
  const what = missing[0]!.kind === 'required-stage' ? 'stages' : 'transitions';
  const title = `Add the ${found.length} ${what} that '${realisation.specification.name}' requires`;
  const whole = offer(
    title,
    add(found.map(({ one }) => one)),
    found.map(({ finding }) => finding),
    true,
  );
  return [whole, ...each];
}

/** What it needs is asked, and not made up; what the pathway says for all of its stages is not asked again. */
function linesOf(pathway: Pathway, realisation: Realisation, one: Required): readonly string[] {
  const stage = one.kind === 'required-stage';
  const asked = requiredOf(realisation.specification, one);
  const facts = stage
    ? asked.filter((fact) => !isSaid(pathway, fact))
    : [...new Set<RequiredFact>(['criteria', 'information', ...asked])];
  const rank = (line: string): number => rankOf(stage ? 'Stage' : 'Transition', line);
  const lines = facts.map((fact) => unknown(keywordOf(fact))).toSorted((a, b) => rank(a) - rank(b));
  const label = one.label === undefined ? '' : ` ${writeText(one.label)}`;
  const head = stage ? `stage ${one.name}` : ends(realisation, one);
  if (lines.length === 0) return [head + label];
  return [`${head}${label} {`, ...lines.map((line) => `  ${line}`), '}'];
}

function isSaid({ facts }: Pathway, fact: string): boolean {
  return fact in facts && facts[fact as keyof Pathway['facts']].length > 0;
}

/** The stages that realise the required ones go by names of their own. */
function ends({ required, realised }: Realisation, { from, to }: RequiredTransition): string {
  const [start, end] = [from, to].map(({ name }) => realised.get(required.get(name)!) ?? name);
  return `transition from ${start} to ${end}`;
}

function isAt(one: Place | undefined, other: Place): boolean {
  return one !== undefined && one.file === other.file && samePlace(one, other);
}
