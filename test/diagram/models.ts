import type {
  Action,
  Declaration,
  End,
  Flow,
  Issue,
  Pathway,
  Stage,
  Transition,
  UsedStage,
} from '../../src/model/elements.ts';
import type { Fact, Ref, RefKind } from '../../src/model/facts.ts';
import type { Place } from '../../src/model/place.ts';
import { joinFiles, type Project } from '../../src/model/project.ts';
import type { Finding } from '../../src/rules/finding.ts';

/** Absences, to be given in place of a fact's values. */
export const unknown = { absent: 'unknown' } as const;
export const none = { absent: 'none' } as const;
export const notApplicable = { absent: 'not-applicable' } as const;
type Absence = { readonly absent: 'unknown' | 'none' | 'not-applicable' };
type Given<T> = Absence | T | readonly T[];

export interface StageFacts {
  status?: 'draft' | 'proposed' | 'current' | 'closed';
  enters?: Given<string>;
  leaves?: Given<string>;
  purpose?: string;
  /** The name of a setting; `prison*118` for how many. */
  setting?: Given<string>;
  level?: Given<string>;
  ages?: Given<readonly [number, number?]>;
  /** The name of an organisation; `x lead` for the lead. */
  provider?: Given<string>;
  commissioner?: Given<string>;
}

export interface LinkFacts {
  movement?: string;
  /** The name of the information; `chat by systmone` for the system. */
  send?: Given<string>;
}

export interface PathwayParts extends Pick<StageFacts, 'status' | 'ages' | 'provider' | 'commissioner'> {
  asOf?: string;
  footprint?: string;
  stages?: readonly Stage[];
  uses?: readonly UsedStage[];
  transitions?: readonly Transition[];
  flows?: readonly Flow[];
  issues?: readonly Issue[];
  actions?: readonly Action[];
}

let lines = 0;

/** A place of its own for each element, ten lines long. */
function nextPlace(): Place {
  lines += 10;
  return { file: 'memory:/test.pathway', line: lines, character: 0, endLine: lines + 8, endCharacter: 1 };
}

const somewhere: Place = { file: 'memory:/test.pathway', line: 0, character: 0, endLine: 0, endCharacter: 1 };

export function ref(to: RefKind, name: string): Ref {
  return { to, name, place: somewhere };
}

function base(name: string, label: string | undefined) {
  const place = nextPlace();
  const labelled = label === undefined ? {} : { label };
  return { name, ...labelled, place, namePlace: place, notes: [], tags: [], fields: [], evidence: [], accepts: [] };
}

function facts<T, V>(given: Given<T> | undefined, read: (value: T) => V): readonly Fact<V>[] {
  if (given === undefined) return [];
  if (isAbsence(given)) return [{ state: given.absent, place: somewhere }];
  const values = (Array.isArray(given) && !isPair(given) ? given : [given]) as readonly T[];
  return values.map((value) => ({ state: 'recorded', value: read(value), place: somewhere }));
}

function isAbsence(given: unknown): given is Absence {
  return typeof given === 'object' && given !== null && 'absent' in given;
}

function isPair(given: unknown): boolean {
  return Array.isArray(given) && typeof given[0] === 'number';
}

function withRole(text: string) {
  const [name = '', role] = text.split(' ');
  return { organisation: ref('organisation', name), ...(role === undefined ? {} : { role: role as 'lead' }) };
}

function setting(text: string) {
  const [name = '', count] = text.split('*');
  return { setting: ref('setting', name), ...(count === undefined ? {} : { count: Number(count) }) };
}

function ages([from, to]: readonly [number, number?]) {
  return to === undefined ? { from } : { from, to };
}

function period(text: string) {
  return { kind: 'year' as const, start: `${text}-01-01`, end: `${text}-12-31`, text };
}

function sending(text: string) {
  const [information = '', system] = text.split(' by ');
  return {
    information: ref('information', information),
    ...(system === undefined ? {} : { using: ref('system', system) }),
  };
}

export function stage(name: string, label?: string, given: StageFacts = {}): Stage {
  return {
    kind: 'stage',
    ...base(name, label),
    outcomes: [],
    issues: [],
    facts: {
      status: facts(given.status, (status) => ({ status })),
      enters: facts(given.enters, String),
      leaves: facts(given.leaves, String),
      purpose: facts(given.purpose, String),
      setting: facts(given.setting, setting),
      level: facts(given.level, (level) => ref('level', level)),
      cohort: [],
      ages: facts(given.ages, ages),
      provider: facts(given.provider, withRole),
      partner: [],
      commissioner: facts(given.commissioner, withRole),
      activity: [],
      cost: [],
      capacity: [],
      wait: [],
      governance: [],
      assessment: [],
      workforce: [],
      training: [],
      voice: [],
      standard: [],
      excludes: [],
      varies: [],
    },
  };
}

/** An end as text: `a stage`, `stage @pathway`, `@pathway`, or nothing. */
function end(text: string): End {
  const [name = '', pathway] = text.split('@').map((part) => part.trim());
  return {
    ...(name === '' ? {} : { stage: ref('stage', name) }),
    ...(pathway === undefined ? {} : { pathway: ref('pathway', pathway) }),
  };
}

/** `name: from -> to`; without a name, one is made from the ends. */
function ends(text: string) {
  const match = /^(?:([^:]*):)?(.*)->(.*)$/.exec(text)!;
  const [from, to] = [match[2]!.trim(), match[3]!.trim()];
  return { name: match[1]?.trim() ?? `${from} to ${to}`, named: match[1] !== undefined, from: end(from), to: end(to) };
}

export function transition(text: string, label?: string, given: LinkFacts = {}): Transition {
  const { name, ...rest } = ends(text);
  return {
    kind: 'transition',
    ...base(name, label),
    ...rest,
    issues: [],
    facts: {
      movement: facts(given.movement, (movement) => ref('movement', movement)),
      send: facts(given.send, sending),
      trigger: [],
      criteria: [],
      threshold: [],
      access: [],
      lead: [],
      receiver: [],
      within: [],
      agreement: [],
      activity: [],
      ages: [],
      governance: [],
      varies: [],
    },
  };
}

export function flow(text: string, label?: string, given: LinkFacts = {}): Flow {
  const { name, ...rest } = ends(text);
  return {
    kind: 'flow',
    ...base(name, label),
    ...rest,
    issues: [],
    facts: { send: facts(given.send, sending), agreement: [] },
  };
}

export function uses(stageName: string, pathway: string, as: string): UsedStage {
  return {
    kind: 'used-stage',
    ...base(as, undefined),
    stage: ref('stage', stageName),
    pathway: ref('pathway', pathway),
  };
}

export function issue(kind: Issue['kind'], text: string): Issue {
  const rest = { affects: [], severity: [], likelihood: [], impact: [], owner: [], status: [], action: [] };
  return { kind, ...base(text, undefined), text, facts: rest };
}

export function action(kind: Action['kind'], text: string): Action {
  return {
    kind,
    ...base(text, undefined),
    text,
    facts: { owner: [], status: [], due: [], cost: [], output: [], affects: [] },
  };
}

export function pathway(name: string, label: string | undefined, parts: PathwayParts = {}): Pathway {
  const asOf = parts.asOf === undefined ? {} : { asOf: period(parts.asOf) };
  return {
    kind: 'pathway',
    ...base(name, label),
    ...(parts.footprint === undefined ? {} : { footprint: ref('footprint', parts.footprint) }),
    stages: parts.stages ?? [],
    uses: parts.uses ?? [],
    omits: [],
    transitions: parts.transitions ?? [],
    flows: parts.flows ?? [],
    outcomes: [],
    issues: parts.issues ?? [],
    actions: parts.actions ?? [],
    facts: {
      status: facts(parts.status, (status) => ({ status, ...asOf })),
      owner: [],
      cohort: [],
      ages: facts(parts.ages, ages),
      purpose: [],
      standard: [],
      excludes: [],
      provider: facts(parts.provider, withRole),
      commissioner: facts(parts.commissioner, withRole),
      governance: [],
      activity: [],
      cost: [],
      capacity: [],
      overlaps: [],
      voice: [],
    },
  };
}

/** A project of the pathways, with the register and the vocabulary that the samples use. */
export function projectOf(...pathways: readonly Pathway[]): Project {
  const declarations: Declaration[] = [...register(), ...pathways];
  return joinFiles('test', [{ file: 'memory:/test.pathway', library: false, declarations }]);
}

/** A finding on an element of a pathway. */
export function finding(
  pathwayName: string,
  element: string,
  severity: Finding['severity'],
  rule = 'some-rule',
): Finding {
  const message = `${element} needs a look (${rule}).`;
  return { rule, severity, message, place: somewhere, pathway: pathwayName, element, facts: [] };
}

const organisations: Readonly<Record<string, string>> = {
  'nhs-england': 'NHS England',
  'bbs-area-team': 'Birmingham Black Country and Solihull NHS England Area Team',
  'wolverhampton-council': 'Wolverhampton City Council',
  'wolverhampton-ccg': 'Wolverhampton CCG',
  'sandwell-west-birmingham-ccg': 'NHS Sandwell and West Birmingham CCG',
  'dudley-ccg': 'NHS Dudley CCG',
  'walsall-ccg': 'NHS Walsall CCG',
  'bcp-ft': 'Black Country Partnership NHS Foundation Trust',
  'childrens-society': "The Children's Society",
  noms: 'National Offender Management Service',
};

const terms: Readonly<Record<string, readonly [kind: 'setting' | 'level' | 'movement', label: string]>> = {
  stc: ['setting', 'Secure training centre'],
  sch: ['setting', "Secure children's home"],
  yoi: ['setting', 'Youth offender institution'],
  prison: ['setting', 'Prison'],
  'police-custody': ['setting', 'Police custody'],
  court: ['setting', 'Court'],
  sarc: ['setting', 'Sexual assault referral centre'],
  'place-of-safety': ['setting', 'Place of safety (s.136 Mental Health Act)'],
  inpatient: ['setting', 'Inpatient or day unit'],
  community: ['setting', 'Community'],
  'school-site': ['setting', "School or children's centre"],
  'tier-1': ['level', 'Universal services'],
  'tier-2': ['level', 'Targeted services'],
  'tier-3': ['level', 'Specialist services'],
  'tier-3-plus': ['level', 'Tier 3+'],
  'tier-4': ['level', 'Specialised CAMHS'],
  'getting-more-help': ['level', 'Getting more help'],
  'into-secure': ['movement', 'Into the secure estate'],
  'out-of-secure': ['movement', 'Out of the secure estate (through the gate)'],
  'step-up': ['movement', 'Step up'],
  'step-down': ['movement', 'Step down'],
  age: ['movement', 'Age transition'],
  referral: ['movement', 'Referral'],
};

function register(): readonly Declaration[] {
  return [
    { kind: 'footprint', ...base('black-country', 'Black Country'), facts: { code: [] } },
    { kind: 'footprint', ...base('england', 'England'), facts: { code: [] } },
    ...Object.entries(organisations).map(
      ([name, label]): Declaration => ({
        kind: 'organisation',
        ...base(name, label),
        facts: { alias: [], code: [], covers: [], partOf: [], succeededBy: [] },
      }),
    ),
    { kind: 'system', ...base('systmone', 'SystmOne') },
    { kind: 'information', ...base('chat', 'Comprehensive Health Assessment Tool (CHAT)'), containing: [] },
    { kind: 'information', ...base('assetplus', 'AssetPlus'), containing: [] },
    {
      kind: 'vocabulary',
      ...base('words', 'Words'),
      fieldDefinitions: [],
      terms: Object.entries(terms).map(([name, [of, label]]) => ({
        kind: 'term',
        ...base(name, label),
        of,
        flags: [],
      })),
    },
  ];
}
