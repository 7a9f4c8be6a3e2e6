import type { Flow, Pathway, Transition } from '../../../model/elements.ts';
import { recorded, recordedFacts, stateOf } from '../../../model/facts.ts';
import { effective } from '../../../model/inheritance.ts';
import { indexOf } from '../../../model/pathway-index.ts';
import type { Project } from '../../../model/project.ts';
import type { Provision, Send } from '../../../model/values.ts';
import { ownPathways } from '../../../model/walk.ts';
import type { Finding } from '../../../rules/finding.ts';
import { stageAt } from '../../../rules/transitions.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { change } from '../change.ts';
import { elementNamedAt, samePlace } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { takeOut } from '../lines.ts';
import { sheetOf } from '../sheet.ts';

/** More places than these to write a line in are for the author to find. */
const mostPlaces = 5;

/** Information that goes nowhere is sent along where the author picks; who is where it is sent is put right. */
export const information: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    switch (finding.rule) {
      case 'unused-information':
        return using(request, finding);
      case 'assessment-left-behind':
        return takingAlong(request, finding);
      case 'sender-not-at-stage':
        return placing(request, finding);
      default:
        return [];
    }
  });

function using(request: Request, finding: Finding): readonly Action[] {
  const { project } = request.checked;
  const element = elementNamedAt(request.file, finding.place);
  if (element?.kind !== 'information') return [];
  const transitions = ownPathways(project)
    .flatMap((pathway) => pathway.transitions)
    .filter(maySend);
  const sending = transitions
    .slice(0, mostPlaces)
    .map((transition) => send(request, finding, transition, element.name));
  if (isMentioned(project, element.name)) return sending;
  const sheet = sheetOf(request.file);
  const out: Action = {
    title: `Take out '${element.name}'`,
    kind: QUICK_FIX,
    changes: inFile(request.file.uri, [takeOut(sheet, sheet.startOf(element.place), sheet.endOf(element.place))]),
    findings: [finding],
  };
  return [...sending, out];
}

/** Whether an agreement speaks of the information, which would then be of something that nobody declares. */
function isMentioned(project: Project, name: string): boolean {
  return [...project.agreements.values()].some(({ facts }) => recorded(facts.covers).some((ref) => ref.name === name));
}

function takingAlong(request: Request, finding: Finding): readonly Action[] {
  const { project } = request.checked;
  const pathway = project.pathways.get(finding.pathway ?? '');
  const stage = pathway && indexOf(project, pathway).byName.get(finding.element ?? '')?.stage;
  if (!pathway || !stage) return [];
  const from = indexOf(project, pathway).outgoing.get(finding.element ?? '') ?? [];
  const sent = new Set(from.flatMap(({ facts }) => recorded<Send>(facts.send)).map((value) => value.information.name));
  const made = recordedFacts(stage.facts.assessment);
  const here = stage.place.file === request.file.uri && made.find(({ place }) => samePlace(place, finding.place));
  const left = here || made.find(({ value }) => !sent.has(value.information.name));
  if (left === undefined) return [];
  const all = from.filter(maySend).slice(0, mostPlaces);
  return all.map((transition) => ({
    ...send(request, finding, transition, left.value.information.name),
    ...(all.length === 1 && { preferred: true as const }),
  }));
}

/** Where somebody has said that nothing is sent, or that it is not known what, there is no line to add. */
function maySend({ name, facts }: Transition): boolean {
  return name !== '' && ['recorded', 'missing'].includes(stateOf(facts.send));
}

function send({ checked }: Request, finding: Finding, transition: Transition, name: string): Action {
  const file = checked.files.find(({ uri }) => uri === transition.place.file);
  const changes = file ? insertFacts(sheetOf(file), transition.place, 'Transition', [`send ${name}`]) : [];
  return {
    title: `Write 'send ${name}' in transition '${transition.name}'`,
    kind: QUICK_FIX,
    changes: inFile(transition.place.file, changes),
    findings: [finding],
  };
}

/** Another sender or receiver of those that are at the stage, or the named one at the stage as well. */
function placing(request: Request, finding: Finding): readonly Action[] {
  const { project, files } = request.checked;
  const pathway = project.pathways.get(finding.pathway ?? '');
  const found = pathway && endAt(pathway, finding);
  const at = found && stageAt(project, pathway, found.end);
  if (!found || !at) return [];
  const { stage, home } = at;
  const sheet = sheetOf(request.file);
  const lines = [...effective(home, stage, 'provider').lines, ...stage.facts.partner];
  const names = [...new Set(recorded<Provision>(lines).map(({ organisation }) => organisation.name))];
  const others = names.slice(0, mostPlaces).map(
    (name): Action => ({
      title: `Write '${found.word} ${name}' instead`,
      kind: QUICK_FIX,
      changes: inFile(request.file.uri, [change(sheet.startOf(finding.place), sheet.endOf(finding.place), name)]),
      findings: [finding],
    }),
  );
  const file = files.find(({ uri }) => uri === stage.place.file);
  if (!file) return others;
  const partner: Action = {
    title: `Write 'partner ${found.name}' in stage '${stage.name}'`,
    kind: QUICK_FIX,
    changes: inFile(file.uri, insertFacts(sheetOf(file), stage.place, 'Stage', [`partner ${found.name}`])),
    findings: [finding],
  };
  return [...others, partner];
}

/** The sender or receiver at the finding's place, and the end of the transition or flow where it should be. */
function endAt({ transitions, flows }: Pathway, { place }: Finding) {
  for (const { facts, from, to } of [...transitions, ...flows] satisfies readonly (Transition | Flow)[]) {
    for (const value of recorded<Send>(facts.send)) {
      if (value.from && samePlace(value.from.place, place)) return { word: 'from', name: value.from.name, end: from };
      if (value.to && samePlace(value.to.place, place)) return { word: 'to', name: value.to.name, end: to };
    }
  }
  return undefined;
}
