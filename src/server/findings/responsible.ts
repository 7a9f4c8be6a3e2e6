import type { CheckedProject } from '../../language/checker.ts';
import type { Flow, Pathway, Stage, Transition } from '../../model/elements.ts';
import { type FactLines, type Ref, recorded } from '../../model/facts.ts';
import { effective } from '../../model/inheritance.ts';
import { holds, type Place } from '../../model/place.ts';
import type { AnyElement } from '../../model/walk.ts';
import { declarationAt } from '../../rules/acceptances.ts';

/** The organisations, by name, that could do something about what stands at a place: none where nobody is recorded. */
export function responsibleFor({ project }: CheckedProject, at: Place): readonly string[] {
  const declaration = declarationAt(project, at);
  switch (declaration?.kind) {
    case 'pathway':
      return [...new Set(inPathway(declaration, at))];
    case 'organisation':
      return [declaration.name];
    case 'agreement':
      return names(declaration.facts.party);
    case 'board':
      return names(declaration.facts.chair);
    default:
      return [];
  }
}

/** Who provides the stage; who leads the transition, or else provides the stage that it starts from. */
function inPathway(pathway: Pathway, at: Place): readonly string[] {
  const isHere = ({ place }: AnyElement): boolean => holds(place, at.line, at.character);
  const stage = pathway.stages.find(isHere);
  if (stage) return providersOf(pathway, stage);
  const link = [...pathway.transitions, ...pathway.flows].find(isHere);
  if (link) return leadOf(pathway, link);
  const owners = names(pathway.facts.owner);
  return owners.length > 0 ? owners : recorded(pathway.facts.provider).map(({ organisation }) => organisation.name);
}

function providersOf(pathway: Pathway, stage: Stage): readonly string[] {
  return recorded(effective(pathway, stage, 'provider').lines).map(({ organisation }) => organisation.name);
}

function leadOf(pathway: Pathway, link: Transition | Flow): readonly string[] {
  const leads = link.kind === 'transition' ? names(link.facts.lead) : [];
  const from = pathway.stages.find(({ name }) => name === link.from.stage?.name);
  return leads.length > 0 || !from ? leads : providersOf(pathway, from);
}

function names(lines: FactLines<Ref>): readonly string[] {
  return recorded(lines).map(({ name }) => name);
}
