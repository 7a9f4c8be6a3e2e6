import type { FactState } from '../../model/facts.ts';
import type { Tone } from '../placed.ts';

/** The tone of what is said of a fact; what is recorded speaks in the tone of its place. `broken` names nothing. */
export const toneOf = (state: FactState | 'broken', recorded: Tone = 'text'): Tone =>
  state === 'recorded' ? recorded : tones[state];

const tones: Readonly<Record<Exclude<FactState, 'recorded'> | 'broken', Tone>> = {
  unknown: 'question',
  none: 'gap',
  missing: 'missing',
  'not-applicable': 'muted',
  broken: 'question',
  unreadable: 'muted',
};

/** The tones of what the authors have recorded as wrong, by its kind. */
export const issueTones: Readonly<Record<string, Tone>> = { gap: 'gap', risk: 'missing' };
