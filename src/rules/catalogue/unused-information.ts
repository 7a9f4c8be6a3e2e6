import type {
  Declaration,
  Flow,
  Pathway,
  RequiredStage,
  Requirement,
  Scenario,
  Stage,
  Transition,
} from '../../model/elements.ts';
import { type FactLines, recorded } from '../../model/facts.ts';
import type { Assessment, Send } from '../../model/values.ts';
import { ownDeclarations } from '../../model/walk.ts';
import type { ProjectRule, Report } from '../rule.ts';

/**
 * What a specification asks for counts as used: what is lacking then is said of the pathway. Silent while somewhere it is
 * unknown what is assessed or sent, since that may be it, and where no pathway has stages, as in a register alone.
 */
export const unusedInformation: ProjectRule = {
  name: 'unused-information',
  title: 'Information never used',
  family: 'information',
  severity: 'info',
  default: 'on',
  tag: 'unnecessary',
  about: 'project',
  *check(project): Iterable<Report> {
    const declared = ownDeclarations(project);
    if (!declared.some((one) => one.kind === 'information')) return;
    if (!declared.some((one) => one.kind === 'pathway' && one.stages.length + one.uses.length > 0)) return;
    const uses = declared.map(useIn);
    if (uses.some(({ open }) => open)) return;
    const used = new Set(uses.flatMap(({ names }) => names));
    for (const { kind, name, namePlace } of declared) {
      if (kind !== 'information' || used.has(name) || project.information.get(name)?.namePlace !== namePlace) continue;
      yield {
        at: namePlace,
        message: `'${name}' is never used: no stage assesses with it and nothing sends it. Add 'send' where it goes, or take it out.`,
        element: name,
        facts: ['send'],
      };
    }
  },
};

/** The information that a declaration speaks of, and whether some of it is not known. */
interface Use {
  readonly names: readonly string[];
  readonly open: boolean;
}

const byDeclaration = new WeakMap<Declaration, Use>();

/** Kept by declaration, because after an edit most of a project's are the same objects as before. */
function useIn(declaration: Declaration): Use {
  const known = byDeclaration.get(declaration);
  if (known !== undefined) return known;
  const lines = linesIn(declaration);
  const names = recorded(lines).map(({ information }) => information.name);
  const made = {
    names: [...new Set([...names, ...requiredIn(declaration)])],
    open: lines.some(({ state }) => state === 'unknown' || state === 'unreadable'),
  };
  byDeclaration.set(declaration, made);
  return made;
}

type Line = FactLines<Assessment | Send>[number];

function linesIn(declaration: Declaration): readonly Line[] {
  switch (declaration.kind) {
    case 'pathway':
      return linesOf(declaration);
    case 'specification':
      return declaration.stages.flatMap(({ facts }) => facts.assessment);
    case 'scenario':
      return linesOfScenario(declaration);
    default:
      return [];
  }
}

const linesOf = ({ stages, transitions, flows }: Pathway): readonly Line[] => [
  ...stages.flatMap(assessed),
  ...transitions.flatMap(sent),
  ...flows.flatMap(sent),
];

function linesOfScenario({ edits }: Scenario): readonly Line[] {
  return edits.flatMap((edit): readonly Line[] => {
    if (edit.edit === 'add-stage') return assessed(edit.stage);
    if (edit.edit === 'add-transition') return sent(edit.transition);
    return edit.edit === 'set' && edit.fact === 'assessment' ? [edit.line as Line] : [];
  });
}

const assessed = ({ facts }: Stage | RequiredStage): readonly Line[] => facts.assessment;
const sent = ({ facts }: Transition | Flow): readonly Line[] => facts.send;

function requiredIn(declaration: Declaration): readonly string[] {
  if (declaration.kind !== 'specification') return [];
  const named = ({ requires }: { readonly requires: readonly Requirement[] }): readonly string[] =>
    requires.flatMap(({ information }) => information?.name ?? []);
  return [declaration, ...declaration.stages, ...declaration.transitions].flatMap(named);
}
