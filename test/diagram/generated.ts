import {
  finding,
  flow,
  type LinkFacts,
  none,
  pathway,
  projectOf,
  type StageFacts,
  stage,
  transition,
  unknown,
} from './models.ts';
import type { Sample } from './samples.ts';

const labels = [
  'Liaison and diversion',
  'Community CAMHS',
  'Sexual assault referral centre',
  'Assessment, care in custody and teamwork for children and young people with neurodevelopmental conditions',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '児童思春期メンタルヘルス地域支援センター',
  'خدمات الصحة النفسية للأطفال والمراهقين في المجتمع',
  'Служба психического здоровья',
  'Gwasanaeth Iechyd Meddwl Plant a’r Glasoed',
  'Ward 🏥 and home 🏠',
  'A',
];
const providers = [unknown, none, 'bcp-ft lead', 'childrens-society', undefined];
const commissioners = [
  unknown,
  'nhs-england lead',
  ['wolverhampton-ccg', 'dudley-ccg'],
  ['bbs-area-team lead', 'noms co', 'walsall-ccg co'],
  undefined,
];
const settings = [
  'community',
  ['stc', 'sch', 'yoi'],
  'place-of-safety',
  unknown,
  undefined,
  ['prison*118', 'court', 'sarc', 'inpatient', 'school-site'],
];
const sends = [undefined, unknown, none, 'chat by systmone', ['chat', 'assetplus by systmone']];
const linkLabels = [
  undefined,
  'Referral',
  'Through the gate',
  'Handed over by the duty worker after the multi-agency meeting',
  '転院',
];
const severities = ['error', 'warning', 'info', 'question'] as const;

/** Numbers that look drawn by lot and are the same every time, from 0 up to but not including 1. */
export function lot(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A pathway as odd as can be with this many stages: mostly onwards, with ways back, loops to the same stage, isolated
 * stages, parallel and repeated transitions, broken names, other pathways, and labels of all lengths and scripts.
 */
export function generated(seed: number, size: number): Sample {
  const next = lot(seed * 7919 + size);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  const stages = Array.from({ length: size }, (_, index) => {
    const facts = {
      provider: pick(providers),
      commissioner: pick(commissioners),
      setting: pick(settings),
      ...(next() < 0.2 ? { enters: pick(['Self-referral', '', 'Police']) } : {}),
      ...(next() < 0.2 ? { leaves: pick(['Discharge', 'Back to the general practitioner']) } : {}),
      ...(next() < 0.15 ? { status: pick(['proposed', 'closed'] as const) } : {}),
    } as StageFacts;
    return stage(`s${index}`, pick(labels), facts);
  });
  const count = Math.round(size * (0.8 + next() * 0.8));
  const transitions = Array.from({ length: count }, (_, index) => {
    const from = Math.floor(next() * size);
    const kind = next();
    const ahead = Math.min(size - 1, from + 1 + Math.floor(next() * 3));
    const to =
      kind < 0.7 ? ahead : kind < 0.85 ? Math.floor(next() * size) : kind < 0.88 ? from : Math.max(0, from - 2);
    const target = next() < 0.04 ? 'nowhere' : next() < 0.04 ? '@other' : `s${to}`;
    return transition(`t${index}: s${from} -> ${target}`, pick(linkLabels), { send: pick(sends) } as LinkFacts);
  });
  const repeated = transitions.slice(0, Math.ceil(count / 8)).map((t, index) => ({
    ...transition(`again${index}: a -> b`, pick(linkLabels), { send: pick(sends) } as LinkFacts),
    from: t.from,
    to: t.to,
  }));
  const flows = size < 4 ? [] : [flow('f: s0 -> s3', 'Report', { send: 'chat' })];
  const one = pathway('generated', `Generated pathway ${seed}`, {
    stages,
    transitions: [...transitions, ...repeated],
    flows,
  });
  const findings = [...stages, ...transitions].flatMap((element) =>
    next() < 0.4
      ? Array.from({ length: 1 + Math.floor(next() * 12) }, () => finding('generated', element.name, pick(severities)))
      : [],
  );
  return { project: projectOf(one, pathway('other', 'Another pathway')), pathway: one, findings };
}
