import type { End, Flow, Pathway, Stage, Transition } from '../../model/elements.ts';
import { type Ref, recorded, recordedFacts, stateOf } from '../../model/facts.ts';
import { effective } from '../../model/inheritance.ts';
import type { Project } from '../../model/project.ts';
import type { Provision, Send } from '../../model/values.ts';
import { speaksFor } from '../organisations.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { endInWords, plannedOrBroken, type StageAt, stageAt } from '../transitions.ts';

/** Silent where not all providers and partners of the stage are known: it may be the one that is not. */
export const senderNotAtStage: PathwayRule = {
  name: 'sender-not-at-stage',
  title: 'Sender or receiver not at that stage',
  family: 'information',
  severity: 'warning',
  default: 'on',
  about: 'pathway',
  *check(pathway, project): Iterable<Report> {
    const known = new Map<Stage, readonly string[] | undefined>();
    const whoIsAt = (at: StageAt): readonly string[] | undefined => {
      if (!known.has(at.stage)) known.set(at.stage, organisationsAt(project, at));
      return known.get(at.stage);
    };
    for (const link of [...pathway.transitions, ...pathway.flows]) {
      const sends = recordedFacts<Send>(link.facts.send);
      if (sends.length === 0 || plannedOrBroken(project, pathway, link)) continue;
      const looking = { project, pathway, link, whoIsAt };
      for (const { value } of sends) {
        const sender = checkEnd(looking, link.from, value.from, 'sends', value);
        const receiver = checkEnd(looking, link.to, value.to, 'receives', value);
        if (sender !== undefined) yield sender;
        if (receiver !== undefined) yield receiver;
      }
    }
  },
};

interface Looking {
  readonly project: Project;
  readonly pathway: Pathway;
  readonly link: Transition | Flow;
  readonly whoIsAt: (at: StageAt) => readonly string[] | undefined;
}

function checkEnd(
  { project, pathway, link, whoIsAt }: Looking,
  end: End,
  organisation: Ref | undefined,
  does: 'sends' | 'receives',
  { information }: Send,
): Report | undefined {
  if (organisation === undefined || !project.organisations.has(organisation.name)) return undefined;
  const at = stageAt(project, pathway, end);
  const there = at && whoIsAt(at);
  if (at === undefined || there === undefined) return undefined;
  const { name } = organisation;
  if (there.some((other) => other === name || speaksFor(project, name, other))) return undefined;
  return {
    at: organisation.place,
    message: `'${name}' ${does} '${information.name}' but is not at ${endInWords(end)}: correct the name, or add it there as a partner.`,
    element: link.name,
    facts: ['send'],
    related: [{ message: `Who is at ${endInWords(end)} is declared here.`, place: at.stage.namePlace }],
  };
}

/** The providers and partners of the stage, where all of them are known. */
function organisationsAt(project: Project, { stage, home }: StageAt): readonly string[] | undefined {
  const providers = effective(home, stage, 'provider').lines;
  const lines = [...providers, ...stage.facts.partner];
  if (stateOf(providers) !== 'recorded' || lines.some(({ state }) => state !== 'recorded')) return undefined;
  const names = recorded<Provision>(lines).map(({ organisation }) => organisation.name);
  return names.every((name) => project.organisations.has(name)) ? names : undefined;
}
