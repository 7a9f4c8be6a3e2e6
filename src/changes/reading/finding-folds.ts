import type { Consequence } from '../change.ts';
import { counted } from '../consequences/words.ts';
import type { Entry } from './entries.ts';

/** Which consequences say what a finding of the rule says: where it opens, and where it closes. */
const same: Readonly<Record<string, readonly [Consequence['kind'], Consequence['kind']]>> = {
  'unreachable-stage': ['unreachable', 'reachable'],
  'uncovered-ages': ['ages-lost', 'ages-gained'],
  'level-gap': ['level-lost', 'level-gained'],
  'missing-required-stage': ['required-stage-lost', 'required-stage-gained'],
  'missing-governance': ['governance-lost', 'governance-gained'],
  'missing-information': ['information-lost', 'information-gained'],
  'handover-without-agreement': ['agreement-lost', 'agreement-gained'],
};

/** Whether it tells of findings. */
export function opensOrCloses({ kind }: Consequence): boolean {
  return kind.startsWith('finding-');
}

/** The entries with the finding put to the consequence that says the same; nothing where none does. */
export function sayTheSame(entries: readonly Entry[], finding: Entry): readonly Entry[] | undefined {
  const { kind, rule = '', pathway, about, count = 1, severity = '' } = finding.consequence!;
  if (kind !== 'finding-opened' && kind !== 'finding-closed') return undefined;
  const wanted = same[rule]?.[kind === 'finding-opened' ? 0 : 1];
  const target = entries.find(({ consequence }) => {
    if (consequence?.kind !== wanted || consequence?.pathway !== pathway) return false;
    const whole = consequence?.about === undefined || consequence.about.kind === 'pathway';
    return whole || consequence?.about?.name === about?.name;
  });
  if (wanted === undefined || target === undefined) return undefined;
  const verb = kind === 'finding-opened' ? 'opens' : 'closes';
  const what = count === 1 ? oneOf[severity] : counted(count, 'finding');
  const sentence = `${target.sentence} This ${verb} ${what ?? 'a finding'}.`;
  const joined: Entry = { ...target, sentence, others: [...target.others, finding.consequence!] };
  return entries.map((entry) => (entry === target ? joined : entry));
}

const oneOf: Readonly<Record<string, string>> = {
  error: 'an error',
  warning: 'a warning',
  info: 'a point of information',
};
