import type { Look } from '../look.ts';

/** A picture that somebody can choose, in the words of the language's `view`. */
export interface ViewChoice {
  /** As the language would write it. */
  readonly name: string;
  readonly label: string;
  /** Whether every pathway has it, so that nobody declared it. */
  readonly builtIn: boolean;
  readonly look: Look;
}

function builtIn(name: string, label: string, look: Look): ViewChoice {
  return { name, label, builtIn: true, look };
}

/** The one question that bands answer of a whole region: who is where. */
export const regionViews: readonly ViewChoice[] = [builtIn('by-footprint', 'By footprint', { lanes: 'footprint' })];

/**
 * The questions that are asked of every pathway. Each picture shows what answers its question and leaves the rest out:
 * whoever wants both shows it beside.
 */
export const builtInViews: readonly ViewChoice[] = [
  builtIn('who-does-what', 'Who does what', {
    lanes: 'setting',
    colour: 'provider',
    hide: ['commissioner', 'ages', 'information', 'findings'],
  }),
  builtIn('who-commissions-what', 'Who commissions what', {
    lanes: 'commissioner',
    badges: ['cost'],
    hide: ['setting', 'ages', 'information', 'findings'],
  }),
  builtIn('information', 'Information', {
    show: ['assessment', 'agreement'],
    hide: ['provider', 'commissioner', 'setting', 'level', 'ages', 'criteria', 'findings'],
  }),
  builtIn('gaps-and-questions', 'Gaps and questions', {
    heat: 'findings',
    badges: ['findings'],
    show: ['gaps'],
    hide: ['ages', 'level'],
  }),
  builtIn('cost-and-activity', 'Cost and activity', {
    badges: ['cost', 'activity', 'wait'],
    heat: 'cost',
    weight: 'activity',
    hide: ['provider', 'commissioner', 'setting', 'level', 'ages', 'information', 'findings'],
  }),
  builtIn('governance', 'Governance', {
    show: ['governance', 'agreement', 'gaps'],
    hide: ['provider', 'setting', 'level', 'ages', 'information', 'ends', 'findings'],
  }),
];
