import type { Change, Consequence } from '../change.ts';
import { counted } from '../consequences/words.ts';
import type { Entry } from './entries.ts';
import { isAt } from './places.ts';

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

/** Whether the change is of the one element that the consequence is about. */
export function isAbout({ before, after }: Change, { about, pathway }: Consequence): boolean {
  if (about === undefined) return false;
  const element = after ?? before;
  return element?.kind === about.kind && element.name === about.name && element.pathway === pathway;
}

/** Whether it is about the one element that came or went. */
export function isOfComing(change: Change, consequence: Consequence): boolean {
  return (change.change === 'added' || change.change === 'removed') && isAbout(change, consequence);
}

/** Whether it tells of findings. */
export function opensOrCloses({ kind }: Consequence): boolean {
  return kind.startsWith('finding-');
}

/** The entries with the finding put to the consequence that says the same; nothing where none does. */
export function sayTheSame(entries: readonly Entry[], finding: Entry): readonly Entry[] | undefined {
  const { kind, rule = '', pathway, about } = finding.consequence!;
  if (kind !== 'finding-opened' && kind !== 'finding-closed') return undefined;
  const wanted = same[rule]?.[kind === 'finding-opened' ? 0 : 1];
  const target = entries.find(({ consequence }) => {
    if (consequence?.kind !== wanted || consequence?.pathway !== pathway) return false;
    const whole = consequence?.about === undefined || consequence.about.kind === 'pathway';
    return whole || consequence?.about?.name === about?.name;
  });
  if (wanted === undefined || target === undefined) return undefined;
  const joined: Entry = {
    ...target,
    sentence: `${target.sentence} ${whatItDoes(finding.consequence!)}`,
    others: [...target.others, finding.consequence!],
  };
  return entries.map((entry) => (entry === target ? joined : entry));
}

/** The entries with the finding put to the change of the very line that it is found in; nothing where there is none. */
export function atItsLine(entries: readonly Entry[], finding: Entry): readonly Entry[] | undefined {
  const { kind, count, before, after } = finding.consequence!;
  if ((kind !== 'finding-opened' && kind !== 'finding-closed') || count !== undefined || finding.tone === 'open') {
    return undefined;
  }
  const target = entries.find(({ change }) => {
    if (change === undefined || !('fact' in change)) return false;
    return kind === 'finding-opened' ? isAt(change.is?.place, after) : isAt(change.was?.place, before);
  });
  if (target === undefined) return undefined;
  const isFirst = target.consequence === undefined;
  const { heading, rank } = target.change?.weakens || !isFirst ? target : finding;
  const joined: Entry = {
    ...target,
    sentence: `${target.sentence} ${whatItDoes(finding.consequence!)}`,
    tone: target.tone === 'worse' ? 'worse' : finding.tone,
    heading,
    rank,
    ...(isFirst ? { consequence: finding.consequence! } : { others: [...target.others, finding.consequence!] }),
  };
  return entries.map((entry) => (entry === target ? joined : entry));
}

/** The entries with the findings put to the element that came or went with them; nothing where there is none. */
export function withItsElement(entries: readonly Entry[], finding: Entry): readonly Entry[] | undefined {
  const { kind, severity, sentence, count } = finding.consequence!;
  const wanted = kind === 'finding-opened' ? 'added' : kind === 'finding-closed' ? 'removed' : undefined;
  const target = entries.find(({ change }) => change?.change === wanted && isOfComing(change!, finding.consequence!));
  if (wanted === undefined || target === undefined) return undefined;
  // What there is to do something about stands among what follows; what there is only to know, with the element.
  const isGrave = wanted === 'added' && (severity === 'error' || severity === 'warning');
  const { heading, rank } = isGrave && !target.change?.weakens ? finding : target;
  const one = wanted === 'added' ? whatItDoes(finding.consequence!) : whatGoes(finding.consequence!);
  const said = count === undefined ? one : sentence.replace(/^.* is new, and (?=\d)/, '');
  const joined: Entry = {
    ...target,
    sentence: `${target.sentence} ${said}`,
    tone: isGrave ? 'worse' : target.tone,
    heading,
    rank,
    ...(target.consequence === undefined
      ? { consequence: finding.consequence! }
      : { others: [...target.others, finding.consequence!] }),
  };
  return entries.map((entry) => (entry === target ? joined : entry));
}

/** `This opens a warning: 'screening' is sent under no agreement.` */
function whatItDoes({ kind, count = 1, severity = '', brief }: Consequence): string {
  const what = count === 1 ? oneOf[severity] : counted(count, 'finding');
  const which = brief === undefined ? '' : `: ${brief}`;
  return `This ${kind === 'finding-opened' ? 'opens' : 'closes'} ${what ?? 'a finding'}${which}.`;
}

/** `With it goes a warning, not put right: Nothing is sent.` */
const whatGoes = ({ severity = '', brief }: Consequence): string =>
  `With it goes ${oneOf[severity] ?? 'a finding'}, not put right${brief === undefined ? '' : `: ${brief}`}.`;

const oneOf: Readonly<Record<string, string>> = {
  error: 'an error',
  warning: 'a warning',
  info: 'a note',
};
