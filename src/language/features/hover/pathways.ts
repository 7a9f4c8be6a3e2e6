import type { End, Flow, Pathway, Scenario, Stage, Transition, UsedStage, View } from '../../../model/elements.ts';
import { recorded } from '../../../model/facts.ts';
import { type PathwayStage, stagesOf } from '../../../model/graph.ts';
import { effective } from '../../../model/inheritance.ts';
import { labelOf, type Project } from '../../../model/project.ts';
import { changedPathway } from '../../../model/scenario.ts';
import { totalInWords, totalsOf } from '../../../model/totals.ts';
import type { CheckedProject } from '../../checker.ts';
import { countsOf, coverageInWords, coverageOf } from '../counts.ts';
import { counted, labelOf as labelOfRef, plain } from '../words.ts';
import { card, entry, factEntries, factEntry, findingsIn, list, questionsIn, togetherEntry } from './card.ts';

export function aboutStage(checked: CheckedProject, stage: Stage, scope: string | undefined): string {
  const home = pathwayCalled(checked.project, scope);
  const what = home ? `stage of ${plain(labelOf(home))}` : 'stage';
  return describeStage(checked, stage, home, plain(labelOf(stage)), what);
}

export function aboutUsedStage(checked: CheckedProject, used: UsedStage, scope: string | undefined): string {
  const pathway = pathwayCalled(checked.project, scope);
  const found: PathwayStage | undefined =
    pathway && stagesOf(checked.project, pathway).find(({ name }) => name === used.name);
  const title = plain(used.label ?? (found?.stage ? labelOf(found.stage) : used.name));
  const where = `shared stage, described in ${plain(found?.stage ? labelOf(found.home) : used.pathway.name)}`;
  if (!found?.stage) return card(title, where, 'It cannot be found there.');
  return describeStage(checked, found.stage, found.home, title, where);
}

const stageFacts = [
  'status',
  'enters',
  'leaves',
  'setting',
  'level',
  'cohort',
  'ages',
  'partner',
  'activity',
  'cost',
  'capacity',
  'wait',
  'assessment',
  'workforce',
  'training',
  'standard',
  'excludes',
  'voice',
  'varies',
];

function describeStage(
  checked: CheckedProject,
  stage: Stage,
  home: Pathway | undefined,
  title: string,
  what: string,
): string {
  const { project } = checked;
  const { facts } = stage;
  const inherited = (fact: 'provider' | 'commissioner' | 'governance') => {
    const taken = home ? effective(home, stage, fact).inherited : [];
    return togetherEntry(
      factEntry(project, fact, facts[fact]),
      factEntry(project, fact, taken, undefined, 'from the pathway'),
    );
  };
  const [provider, commissioner, governance] = (['provider', 'commissioner', 'governance'] as const).map(inherited);
  const own = new Map(stageFacts.map((fact, index) => [fact, factEntries(project, facts, stageFacts)[index]]));
  const before = ['status', 'enters', 'setting', 'level', 'cohort', 'ages'];
  const after = stageFacts.filter((fact) => !before.includes(fact) && fact !== 'partner' && fact !== 'leaves');
  return card(
    title,
    what,
    purposeOf(facts.purpose),
    list([
      entry('Realises', stage.realises && plain(stage.realises.name)),
      ...before.map((fact) => own.get(fact)),
      provider,
      own.get('partner'),
      commissioner,
      ...after.map((fact) => own.get(fact)),
      governance,
      own.get('leaves'),
    ]),
    questionsIn(checked, stage.place),
    findingsIn(checked, stage.place),
  );
}

export function aboutTransition(checked: CheckedProject, link: Transition, scope: string | undefined): string {
  const { project } = checked;
  const order = ['movement', 'trigger', 'criteria', 'threshold', 'access', 'lead', 'receiver', 'within'];
  const more = ['agreement', 'activity', 'ages', 'governance', 'varies'];
  return card(
    titleOfLink(link),
    `transition${ends(project, link, scope)}`,
    list([
      ...factEntries(project, link.facts, order),
      factEntry(project, 'send', link.facts.send, 'Sent'),
      ...factEntries(project, link.facts, more),
    ]),
    questionsIn(checked, link.place),
    findingsIn(checked, link.place),
  );
}

export function aboutFlow(checked: CheckedProject, flow: Flow, scope: string | undefined): string {
  const { project } = checked;
  return card(
    titleOfLink(flow),
    `flow of information${ends(project, flow, scope)}`,
    list([factEntry(project, 'send', flow.facts.send, 'Sent'), factEntry(project, 'agreement', flow.facts.agreement)]),
    questionsIn(checked, flow.place),
    findingsIn(checked, flow.place),
  );
}

const pathwayFacts = [
  'status',
  'owner',
  'cohort',
  'ages',
  'provider',
  'commissioner',
  'governance',
  'activity',
  'cost',
  'capacity',
  'overlaps',
  'excludes',
];

export function aboutPathway(checked: CheckedProject, pathway: Pathway): string {
  const { project } = checked;
  const { totals, of } = totalsOf(pathway);
  const coverage = coverageOf(project, pathway);
  const stages = stagesOf(project, pathway).length;
  const shared = pathway.uses.length > 0 ? ` (${pathway.uses.length} shared)` : '';
  const parts = [
    `${counted(stages, 'stage')}${shared}`,
    counted(pathway.transitions.length, 'transition'),
    ...(pathway.flows.length > 0 ? [counted(pathway.flows.length, 'flow')] : []),
  ];
  return card(
    plain(labelOf(pathway)),
    pathway.footprint ? `pathway in ${plain(labelOfRef(project, pathway.footprint))}` : 'pathway',
    purposeOf(pathway.facts.purpose),
    list([
      ...factEntries(project, pathway.facts, pathwayFacts),
      entry('Realises', pathway.realises && plain(labelOfRef(project, pathway.realises))),
      entry('Covers', coverage && coverageInWords(coverage)),
      entry('Has', parts.join(', ')),
      entry(
        'Cost of the stages',
        totals
          .slice(0, 3)
          .map((total) => totalInWords(total, of))
          .join('; '),
      ),
      entry('Found', countsOf(checked, pathway.place)),
    ]),
  );
}

export function aboutScenario(checked: CheckedProject, scenario: Scenario): string {
  const { project } = checked;
  return card(
    plain(labelOf(scenario)),
    scenario.changes ? `scenario, changes ${plain(labelOfRef(project, scenario.changes))}` : 'scenario',
    list([entry('Has', counted(scenario.edits.length, 'change')), entry('Found', countsOf(checked, scenario.place))]),
  );
}

export function aboutView({ project }: CheckedProject, view: View): string {
  const of =
    view.of && plain(project.scenarios.get(view.of.name)?.label ?? labelOfRef(project, { ...view.of, to: 'pathway' }));
  return card(
    plain(labelOf(view)),
    of ? `view of ${of}` : 'view',
    list([
      entry('Lanes by', view.lanes),
      entry('Colour by', view.colour),
      entry('Badges', view.badges.join(', ')),
      entry('Shows', view.show.join(', ')),
      entry('Hides', view.hide.join(', ')),
      entry('Only', view.only.map(({ by, term }) => `${by} ${plain(term.name)}`).join(', ')),
    ]),
  );
}

/** The pathway of this name, or as the scenario of this name changes it. */
function pathwayCalled(project: Project, name: string | undefined): Pathway | undefined {
  const scenario = project.scenarios.get(name ?? '');
  return project.pathways.get(name ?? '') ?? (scenario && changedPathway(project, scenario));
}

function titleOfLink({ named, name, label }: Transition | Flow): string {
  return plain(label ?? (named ? name : name.replace(/ to /, ' → ')));
}

function ends(project: Project, { from, to }: Transition | Flow, scope: string | undefined): string {
  const pathway = pathwayCalled(project, scope);
  const end = (one: End): string => {
    const elsewhere = one.pathway && project.pathways.get(one.pathway.name);
    const home = elsewhere ?? (one.pathway ? undefined : pathway);
    const stage = home && stagesOf(project, home).find(({ name }) => name === one.stage?.name);
    const label = one.stage && plain(stage?.used?.label ?? stage?.stage?.label ?? one.stage.name);
    const where = one.pathway && plain(elsewhere ? labelOf(elsewhere) : one.pathway.name);
    return [label, where && (label ? `(${where})` : where)].filter(Boolean).join(' ');
  };
  return ` from ${end(from) || '…'} to ${end(to) || '…'}`;
}

function purposeOf(lines: Stage['facts']['purpose']): string | undefined {
  return recorded(lines).map(plain).join(' ') || undefined;
}
