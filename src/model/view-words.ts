/**
 * What `show` and `hide` of a view can name, each with what it puts into the picture. Those of stages first, then
 * those of arrows, then those of the picture as a whole.
 */
export const viewWords = {
  provider: 'Who provides each stage.',
  commissioner: 'Who commissions each stage.',
  setting: 'Where each stage is.',
  level: 'The level or tier of each stage.',
  ages: 'The ages that each stage is for.',
  cohort: 'The people that each stage is for.',
  governance: 'The boards and agreements that oversee a stage or a transition.',
  assessment: 'What is assessed at each stage, and the system that it is recorded in.',
  cost: 'What each stage costs.',
  activity: 'How much each stage does, and how many people take each transition.',
  wait: 'How long people wait for each stage.',
  gaps: 'The gaps and risks that somebody has recorded.',
  information: 'What is sent with people.',
  criteria: 'Who is referred: the criteria and the threshold of each transition.',
  lead: 'Who leads each transition.',
  within: 'How soon each transition happens.',
  agreement: 'The agreements that transitions and flows rest on.',
  flows: 'The arrows on which only information moves.',
  ends: 'The ways into and out of the pathway.',
  findings: 'What the checks have found, with its number.',
  'shading-by-cost': 'Stages shaded by what they cost.',
  'shading-by-wait': 'Stages shaded by how long people wait.',
  'shading-by-findings': 'Stages shaded by how much was found at them.',
  'width-by-activity': 'Arrows as wide as there are people who take them.',
} as const satisfies Readonly<Record<string, string>>;

export type ViewWord = keyof typeof viewWords;

/** Whether a view can show or hide it. */
export function isViewWord(word: string): word is ViewWord {
  return Object.hasOwn(viewWords, word);
}

/** What a picture shows that no view was asked for: enough to see who does what, and what is missing. */
export const shownByItself: ReadonlySet<ViewWord> = new Set([
  'provider',
  'commissioner',
  'setting',
  'level',
  'ages',
  'information',
  'flows',
  'ends',
  'findings',
]);
