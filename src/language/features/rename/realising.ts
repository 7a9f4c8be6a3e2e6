import type { Pathway, Scenario, Specification, Stage, UsedStage } from '../../../model/elements.ts';
import { kindInWords } from '../../../rules/words.ts';
import { declarationAround, hasOwnName, occurrencesOf, specificationOf, symbolOf } from '../../symbols.ts';
import { clash } from './clashes.ts';
import type { Job } from './job.ts';
import { Refusal } from './refusal.ts';
import { requires, stands, usesIn } from './uses.ts';

/** Whatever realised a required stage by the stage's name says so from now on; what need not say so any more does not. */
export function keepStage(job: Job, pinned: readonly UsedStage[]): Refusal | undefined {
  const { checked, project, symbol, newName, changes } = job;
  const { element, name } = symbol;
  const around = declarationAround(project, element);
  if (around?.kind !== 'pathway' && around?.kind !== 'scenario') return undefined;
  if (element.kind === 'used-stage' && requires(project, around, name)) {
    return new Refusal(
      `As '${name}' this used stage realises the required stage of that name, and it has no other way to say so. Rename the required stage instead.`,
    );
  }
  if (element.kind === 'stage') {
    const { realises } = element;
    const bare = !realises && requires(project, around, name);
    const refusal = bare ? changes.addRealises(checked, element, name) : undefined;
    if (refusal) return refusal;
    if (realises?.name === newName && requires(project, around, newName)) {
      changes.removeClause(checked, 'realises', realises.place);
    }
  }
  for (const use of pinned) changes.insert(checked, use.pathway.place, ` as ${name}`);
  for (const { use, pathway } of usesIn(project)) {
    const redundant = hasOwnName(use) && use.name === newName && requires(project, pathway, newName);
    if (redundant && stands(project, use, symbol)) changes.removeClause(checked, 'as', use.namePlace);
  }
  return undefined;
}

/** Whatever realised the required stage by its name goes on doing so. */
export function keepRequiredStage(job: Job): Refusal | undefined {
  const { project, symbol, newName } = job;
  const specification = declarationAround(project, symbol.element);
  for (const around of project.files.flatMap(({ declarations }) => declarations)) {
    if (around.kind !== 'pathway' && around.kind !== 'scenario') continue;
    if (specification === undefined || specificationOf(project, around) !== (specification as Specification)) continue;
    const stages = around.kind === 'pathway' ? around.stages : addedStages(around);
    const uses = around.kind === 'pathway' ? around.uses : [];
    const taken = [...uses, ...stages.filter(({ realises }) => !realises)].find(({ name }) => name === newName);
    if (taken) {
      return new Refusal(
        `There is already ${kindInWords(taken)} called '${newName}' in ${around.kind} '${around.name}', which would then realise this required stage.`,
      );
    }
    const refusal =
      stages.map((stage) => keepRealising(job, stage)).find(Boolean) ??
      uses.map((use) => (use.name === symbol.name ? keepUse(job, around, use) : undefined)).find(Boolean);
    if (refusal) return refusal;
  }
  return undefined;
}

function keepRealising({ checked, symbol, newName, changes }: Job, stage: Stage): Refusal | undefined {
  const { realises, name } = stage;
  if (!realises && name === symbol.name) return changes.addRealises(checked, stage, newName);
  if (realises?.name === symbol.name && name === newName) changes.removeClause(checked, 'realises', realises.place);
  return undefined;
}

/** A used stage realises by the name under which it is used, and no other way: so that name changes too. */
function keepUse(job: Job, around: Pathway | Scenario, use: UsedStage): Refusal | undefined {
  const { checked, project, newName, changes } = job;
  const ref = { to: 'stage' as const, name: use.name, place: use.place };
  const symbol = symbolOf(project, { ref, in: around.name });
  // A line that was broken off, before it says which pathway, is the author's to finish.
  if (!symbol || use.pathway.name === '') return undefined;
  const taken = clash({ ...job, symbol: { ...symbol, scope: around.name, element: use } }, []);
  if (taken) return taken;
  const own = hasOwnName(use);
  for (const { place, via } of occurrencesOf(checked, symbol)) {
    if (own || via?.includes(use)) changes.replace(checked, place, newName);
  }
  if (!own) changes.insert(checked, use.pathway.place, ` as ${newName}`);
  else if (use.stage.name === newName) changes.removeClause(checked, 'as', use.namePlace);
  return undefined;
}

function addedStages(scenario: Scenario): readonly Stage[] {
  return scenario.edits.flatMap((edit) => (edit.edit === 'add-stage' ? [edit.stage] : []));
}
