import type { Pathway } from '../../../model/elements.ts';
import { type AnyElement, elementsIn } from '../../../model/walk.ts';
import type { Finding } from '../../../rules/finding.ts';
import { firstContact } from '../../../rules/first-contact.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { CARET, type Change, toBeNamed } from '../change.ts';
import { blockOf, elementNamedAt } from '../elements.ts';
import { insertBlock, insertFacts } from '../insert.ts';
import { sheetOf } from '../sheet.ts';
import { unknown } from './missing-facts.ts';
import { freshName, raiseGapAround } from './raise-gap.ts';

/** What a map lacks as a whole: a part of it to complete, with the caret where the author goes on, or a gap. */
export const lackingParts: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    const element = elementNamedAt(request.file, finding.place);
    switch (finding.rule) {
      case 'missing-voice':
        return element
          ? [write(request, finding, element, `voice "${CARET}"`, "Write 'voice', and what they say")]
          : [];
      case 'missing-outcome':
        return element ? [outcome(request, finding, element)] : [];
      case 'no-early-assessment':
        return assessments(request, finding);
      case 'unmanaged-gap':
        return raiseGapAround(request, finding, finding.facts[0] ?? 'gap').map(preferred);
      case 'single-provider':
        return raiseGapAround(request, finding, 'provider');
      default:
        return [];
    }
  });

const preferred = (action: Action): Action => ({ ...action, preferred: true });

function offer({ file }: Request, finding: Finding, title: string, changes: readonly Change[]): Action {
  return { title, kind: QUICK_FIX, changes: inFile(file.uri, changes), findings: [finding] };
}

function write(request: Request, finding: Finding, element: AnyElement, fact: string, title: string): Action {
  const changes = insertFacts(sheetOf(request.file), element.place, blockOf(element), [fact]);
  return preferred(offer(request, finding, title, changes));
}

/** An indicator for an outcome; an outcome with its indicator for what has none. */
function outcome(request: Request, finding: Finding, element: AnyElement): Action {
  const put = (title: string, lines: readonly string[], word: string): Action =>
    preferred(offer(request, finding, title, insertBlock(sheetOf(request.file), element.place, lines, [word])));
  const indicator = `indicator ${toBeNamed('indicator')} "${CARET}"`;
  if (element.kind === 'outcome') return put("Add an 'indicator', and say what it shows", [indicator], 'indicator');
  const taken = pathwayOf(request, finding);
  const name = freshName('outcome', taken ? namesOf(taken) : []);
  const lines = [`outcome ${toBeNamed(name)} "${CARET}" {`, `  ${indicator}`, '}'];
  return put("Add an 'outcome' with an indicator", lines, 'outcome');
}

function namesOf(pathway: Pathway): readonly string[] {
  return elementsIn(pathway).flatMap((element) => (element.kind === 'outcome' ? [element.name] : []));
}

/** An open question at each stage where people come in. */
function assessments(request: Request, finding: Finding): readonly Action[] {
  const pathway = pathwayOf(request, finding);
  const contact = pathway && firstContact(request.checked.project, pathway);
  const own = contact?.entries.filter((stage) => pathway?.stages.includes(stage)) ?? [];
  return own.map((stage, index) => {
    const title = `Write 'assessment unknown' in stage '${stage.name}', and say why`;
    const changes = insertFacts(sheetOf(request.file), stage.place, 'Stage', [unknown('assessment')]);
    const action = offer(request, finding, title, changes);
    return index === 0 ? preferred(action) : action;
  });
}

/** The pathway that the finding is about, where it stands in this file. */
function pathwayOf({ checked, file }: Request, finding: Finding): Pathway | undefined {
  const pathway = checked.project.pathways.get(finding.pathway ?? '');
  return pathway?.place.file === file.uri ? pathway : undefined;
}
