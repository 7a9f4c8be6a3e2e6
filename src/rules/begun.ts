import type { Pathway, RequiredStage, RequiredTransition, Stage, Transition } from '../model/elements.ts';
import { type FactLines, recorded, stateOf } from '../model/facts.ts';
import { effective } from '../model/inheritance.ts';

/**
 * Whether a stage is only begun: it says nothing but what its specification says and that the rest is unknown, as
 * `pathway new --from` writes it. It is no claim that the stage is there, unless somebody calls it current.
 */
export function isOnlyBegun(pathway: Pathway, stage: Stage, required: RequiredStage): boolean {
  if (saysCurrent(pathway.facts.status) || saysCurrent(stage.facts.status)) return false;
  const { status: _, enters, leaves, setting, level, cohort, ...others } = stage.facts;
  const provider = stateOf(effective(pathway, stage, 'provider').lines);
  return (
    (provider === 'unknown' || provider === 'unreadable' || provider === 'missing') &&
    isBare(stage) &&
    stage.outcomes.length === 0 &&
    [...Object.values(others), ...withoutTexts(enters, leaves)].every(saysNothing) &&
    repeats(setting, required.facts.setting, (one) => `${one.setting.name} ${one.count ?? ''} ${one.place ?? ''}`) &&
    repeats(level, required.facts.level, ({ name }) => name) &&
    repeats(cohort, required.facts.cohort, ({ name }) => name)
  );
}

/** The same of a transition. */
export function isTransitionOnlyBegun(pathway: Pathway, transition: Transition, required: RequiredTransition): boolean {
  const { movement, ...others } = transition.facts;
  return (
    !saysCurrent(pathway.facts.status) &&
    isBare(transition) &&
    Object.values(others).every(saysNothing) &&
    repeats(movement, required.facts.movement, ({ name }) => name)
  );
}

const saysCurrent = (lines: Pathway['facts']['status']): boolean =>
  recorded(lines).some(({ status }) => status === 'current');

/** Whether nobody has written anything of it in words, or said where they have it from. */
const isBare = ({ notes, fields, evidence, issues }: Stage | Transition): boolean =>
  [notes, fields, evidence, issues].every((written) => written.length === 0);

/** Whether the lines leave everything open: `unknown` is an answer only where it says why, or whom to ask. */
const saysNothing = (lines: FactLines<unknown>): boolean =>
  lines.every(
    (line) =>
      line.state === 'unreadable' ||
      (line.state === 'unknown' && line.because === undefined && line.ask === undefined && line.by === undefined),
  );

/** The ways in and out without those that only say that there is one. */
const withoutTexts = (...facts: readonly FactLines<string>[]): readonly FactLines<string>[] =>
  facts.map((lines) => lines.filter((line) => line.state !== 'recorded' || line.value !== ''));

/** Whether the lines say no more than what is required does. */
function repeats<T>(lines: FactLines<T>, required: FactLines<T>, keyOf: (value: T) => string): boolean {
  const known = new Set(recorded(required).map(keyOf));
  return (
    recorded(lines).every((value) => known.has(keyOf(value))) &&
    saysNothing(lines.filter(({ state }) => state !== 'recorded'))
  );
}
