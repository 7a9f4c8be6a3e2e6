import type { Pathway } from '../../model/elements.ts';
import { type FactLines, recorded, recordedFacts, stateOf } from '../../model/facts.ts';
import type { PathwayStage } from '../../model/graph.ts';
import { indexOf } from '../../model/pathway-index.ts';
import type { Project } from '../../model/project.ts';
import { isClosed, isCurrent } from '../../model/status.ts';
import type { Assessment, Send } from '../../model/values.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { plannedOrBroken } from '../transitions.ts';

/**
 * Silent where what goes along with people is missing, unknown or confirmed to be nothing: that is what there is to
 * say. An assessment that a flow sends on does not stay behind.
 */
export const assessmentLeftBehind: PathwayRule = {
  name: 'assessment-left-behind',
  title: 'Assessment does not travel',
  family: 'information',
  severity: 'info',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    if (isClosed(pathway)) return;
    const flowing = sentByFlows(pathway);
    for (const at of indexOf(project, pathway).stages) {
      if (at.stage === undefined || !isCurrent(at.stage)) continue;
      const lines = recordedFacts<Assessment>(at.stage.facts.assessment);
      const sent = lines.length === 0 ? undefined : sentFrom(project, pathway, at);
      if (sent === undefined) continue;
      for (const { value, place } of lines) {
        const { name } = value.information;
        if (!project.information.has(name) || sent.has(name) || flowing.get(at.name)?.has(name)) continue;
        yield {
          at: at.used?.namePlace ?? place,
          message: `'${name}' made in '${at.name}' does not follow the person: add 'send ${name}' to a transition from '${at.name}'.`,
          element: at.name,
          facts: ['assessment', 'send'],
        };
      }
    }
  },
};

/** What is sent when people move on from the stage; nothing where that is not all known. */
function sentFrom(project: Project, pathway: Pathway, { name }: PathwayStage): ReadonlySet<string> | undefined {
  const transitions = indexOf(project, pathway).outgoing.get(name) ?? [];
  const today = transitions.filter((transition) => !plannedOrBroken(project, pathway, transition));
  if (today.some(({ facts }) => isOpen(facts.send))) return undefined;
  if (!today.some(({ facts }) => stateOf(facts.send) === 'recorded')) return undefined;
  const sent = transitions
    .flatMap(({ facts }) => recorded<Send>(facts.send))
    .map(({ information }) => information.name);
  return sent.every((information) => project.information.has(information)) ? new Set(sent) : undefined;
}

function isOpen(lines: FactLines<Send>): boolean {
  return lines.length === 0 || lines.some(({ state }) => state === 'unknown' || state === 'unreadable');
}

/** What flows send, by the stage of the pathway where they start. */
function sentByFlows({ flows }: Pathway): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { from, facts } of flows) {
    const stage = from.pathway === undefined ? from.stage?.name : undefined;
    if (stage === undefined) continue;
    const names = found.get(stage) ?? new Set();
    for (const { information } of recorded<Send>(facts.send)) names.add(information.name);
    found.set(stage, names);
  }
  return found;
}
