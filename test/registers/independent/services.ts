import { capital } from '../../../src/model/wording.ts';
import type { Data, Measure, Outcome, Pathway, Stage } from './data.ts';
import { inherited, isRunning, isThere, label, linesOf, standing, valuesOf } from './data.ts';
import type { Names, Wanted, WantedRow } from './words.ts';
import {
  agesWords,
  asItIs,
  counted,
  during,
  fact,
  figure,
  grouped,
  inPathway,
  nameFact,
  notRecorded,
  optional,
  type Quantity,
  settingWords,
  whereOf,
} from './words.ts';

export interface Provision {
  readonly organisation: string;
  readonly role?: string;
}

export interface Commissioning {
  readonly organisation: string;
  readonly role?: 'lead' | 'co' | 'contributor';
  readonly scope?: string;
  readonly basis?: string;
  readonly share?: number;
  readonly function?: string;
  readonly excluding?: string;
  readonly onBehalfOf?: string;
}

/** A row for each stage where it is described. */
export function stages(data: Data, names: Names): readonly WantedRow[] {
  return everyStage(data).map(([pathway, stage]) => {
    const provision = ({ organisation, role }: Provision): string =>
      names.of('organisation', organisation) + (role === undefined ? '' : ` (${role})`);
    const commissioners = inherited<Commissioning>(pathway, stage, 'commissioner').lines;
    return {
      ...whereOf(names, pathway, stage),
      setting: fact(names, linesOf(stage, 'setting'), settingWords(names) as never),
      level: nameFact(names, stage, 'level', 'level'),
      ages: fact(names, linesOf<{ from: number; to?: number }>(stage, 'ages'), agesWords),
      provider: fact(names, inherited<Provision>(pathway, stage, 'provider').lines, provision),
      partner: optional(names, linesOf<Provision>(stage, 'partner'), provision),
      commissioner: fact(names, commissioners, (one) => names.of('organisation', one.organisation)),
      capacity:
        linesOf(stage, 'capacity').length === 0
          ? ''
          : figure(
              names,
              linesOf<{ quantity: Quantity; period?: { text: string; start: string; end: string } }>(stage, 'capacity'),
              ({ quantity, period }) => counted(quantity) + during(period),
            ),
      wait: optional(
        names,
        linesOf<{ quantity: Quantity; target: boolean }>(stage, 'wait'),
        ({ quantity, target }) => counted(quantity) + (target ? ' (target)' : ''),
      ),
      workforce: optional(
        names,
        linesOf<{ staff: string; wte?: number }>(stage, 'workforce'),
        ({ staff, wte }) => staff + (wte === undefined ? '' : ` (${grouped(wte)} wte)`),
      ),
      training: optional(names, linesOf<string>(stage, 'training'), asItIs),
    };
  });
}

/** A row for each commissioner of each stage. */
export function commissioners(data: Data, names: Names): readonly WantedRow[] {
  const roles = { lead: 'Lead', co: 'Co-commissioner', contributor: 'Contributor' } as const;
  const rows: WantedRow[] = [];
  for (const [pathway, stage] of everyStage(data)) {
    const { lines, from } = inherited<Commissioning>(pathway, stage, 'commissioner');
    const where = whereOf(names, pathway, stage);
    if (standing(lines) !== 'recorded') rows.push({ ...where, commissioner: fact(names, lines, () => '') });
    for (const line of lines) {
      if (line.state !== 'recorded') continue;
      const { organisation, role, scope, basis, share, excluding, onBehalfOf } = line.value;
      rows.push({
        ...where,
        from,
        commissioner: names.of('organisation', organisation),
        scope: scope === undefined ? notRecorded : capital(scope),
        role: role === undefined ? notRecorded : roles[role],
        basis: basis === undefined ? '' : names.of('basis', basis),
        share: share === undefined ? '' : { text: `${share}`, amount: share },
        function: line.value.function ?? '',
        excluding: excluding ?? '',
        behalf: onBehalfOf === undefined ? '' : names.of('organisation', onBehalfOf),
      });
    }
  }
  return rows;
}

/** Year by year of age: which stages are there, and at which level; years with the same are one row. */
export function ages(data: Data, names: Names): readonly WantedRow[] {
  const rows: WantedRow[] = [];
  const levels = levelsUsed(data);
  for (const pathway of data.pathways.filter(isRunning)) {
    const offers = offersOf(data, names, pathway);
    // Whether a stage of the level may be for any age, since it does not say for which.
    const isOpen = (level: string): boolean =>
      offers.some(({ state, levels: its }) => ['missing', 'unknown'].includes(state) && its.includes(level));
    const spans = [...offers.flatMap(({ spans: own }) => own), ...valuesOf<Span>(pathway, 'ages')];
    for (const { from, to } of withinCuts(spans)) {
      const there = offers.filter(({ spans: own }) => own.some((one) => one.from <= from && (one.to ?? 130) >= from));
      const row: Record<string, Wanted> = {
        ...inPathway(names, pathway),
        ages: {
          text: agesWords(to === 130 && spans.some((one) => one.to === undefined) ? { from } : { from, to }),
          order: from,
        },
      };
      for (const level of levels) row[`level-${level}`] = offered(there, level) ?? (isOpen(level) ? notKnown : nothing);
      row['no-level'] = offered(there, undefined) ?? '';
      rows.push(row);
    }
    for (const [state, words, order] of unsaid) {
      const those = offers.filter((one) => one.spans.length === 0 && one.state === state);
      if (those.length === 0) continue;
      const row: Record<string, Wanted> = { ...inPathway(names, pathway), ages: { text: words, state, order } };
      for (const level of levels) row[`level-${level}`] = offered(those, level) ?? '';
      row['no-level'] = offered(those, undefined) ?? '';
      rows.push(row);
    }
  }
  return rows;
}

interface Span {
  readonly from: number;
  readonly to?: number;
}

const nothing: Wanted = { text: 'Nothing', state: 'missing' };
const notKnown: Wanted = { text: 'Not known', state: 'unknown' };

const unsaid = [
  ['missing', 'Ages not recorded', 131],
  ['unknown', 'Ages unknown', 132],
  ['none', 'No ages', 133],
  ['not-applicable', 'Ages not applicable', 134],
] as const;

interface Offer {
  readonly called: string;
  readonly spans: readonly Span[];
  readonly state: string;
  readonly levels: readonly string[];
  readonly levelState: string;
}

function offersOf(data: Data, names: Names, pathway: Pathway): readonly Offer[] {
  const found: [Pathway, Stage, string][] = pathway.stages.map((stage) => [pathway, stage, label(stage)]);
  for (const used of pathway.uses) {
    const home = data.pathways.find(({ name }) => name === used.pathway);
    const stage = home?.stages.find(({ name }) => name === used.stage);
    if (home && stage) found.push([home, stage, names.stage(pathway, used.name)]);
  }
  return found
    .filter(([home, stage]) => isThere(home, stage))
    .map(([, stage, called_]) => ({
      called: called_,
      spans: valuesOf<Span>(stage, 'ages'),
      state: standing(linesOf(stage, 'ages')),
      levels: valuesOf<string>(stage, 'level'),
      levelState: standing(linesOf(stage, 'level')),
    }));
}

function offered(offers: readonly Offer[], level: string | undefined): Wanted | undefined {
  const words = { unknown: ' (unknown)', none: ' (none)', 'not-applicable': ' (not applicable)' } as Record<
    string,
    string
  >;
  const those = offers.filter(({ levels }) => (level === undefined ? levels.length === 0 : levels.includes(level)));
  const said = those.map((one) => one.called + (level === undefined ? (words[one.levelState] ?? '') : ''));
  return said.length === 0 ? undefined : { text: [...new Set(said)].join('; '), state: 'provided' };
}

/** The years from the youngest to the oldest, cut wherever a range begins or has just ended. */
function withinCuts(spans: readonly Span[]): readonly { readonly from: number; readonly to: number }[] {
  const starts = new Set<number>();
  for (const { from, to } of spans) starts.add(from).add((to ?? 130) + 1);
  const sorted = [...starts].toSorted((a, b) => a - b);
  return sorted.slice(1).map((next, index) => ({ from: sorted[index]!, to: next - 1 }));
}

/** The levels of stages that are there, in the order of the vocabulary: the project's own first. */
function levelsUsed(data: Data): readonly string[] {
  const used = new Set<string>();
  for (const pathway of data.pathways.filter(isRunning))
    for (const { levels } of offersOf(data, { stage: () => '' } as never, pathway))
      for (const one of levels) used.add(one);
  const terms = [...data.vocabularies, ...data.library].flatMap((vocabulary) => vocabulary.terms);
  return [...new Set(terms.filter((term) => term.of === 'level').map(({ name }) => name))].filter((one) =>
    used.has(one),
  );
}

/** A row for each indicator of each outcome, in the order of the files. */
export function outcomes(data: Data, names: Names): readonly WantedRow[] {
  const rows: [place: string, row: WantedRow][] = [];
  const add = (outcome: Outcome, where: WantedRow): void => {
    const cells: WantedRow = {
      ...where,
      outcome: outcome.text ?? outcome.name,
      domain: outcome.domain === undefined ? notRecorded : names.of('domain', outcome.domain),
    };
    if (outcome.indicators.length === 0) rows.push([outcome.place, { ...cells, indicator: notRecorded }]);
    for (const { place, text, name, baseline, target } of outcome.indicators)
      rows.push([
        place,
        { ...cells, indicator: text ?? name, baseline: measure(baseline, 'for'), target: measure(target, 'by') },
      ]);
  };
  for (const specification of data.specifications)
    for (const outcome of specification.outcomes) add(outcome, { where: label(specification) });
  for (const pathway of data.pathways) {
    for (const outcome of pathway.outcomes) add(outcome, { where: label(pathway) });
    for (const stage of pathway.stages)
      for (const outcome of stage.outcomes) add(outcome, { where: label(pathway), stage: label(stage) });
  }
  // A file's declarations stand in the order of its lines; files stand in the order of their paths.
  const file = ([place]: readonly [string, WantedRow]): string => place.slice(0, place.lastIndexOf(':'));
  return rows.toSorted((a, b) => (file(a) < file(b) ? -1 : Number(file(a) > file(b)))).map(([, row]) => row);
}

function measure(measured: Measure | undefined, word: string): Wanted {
  if (measured === undefined) return notRecorded;
  const { amount, unit, period } = measured;
  const of = unit === undefined ? '' : unit === 'percent' ? '%' : ` ${unit}`;
  return { text: `${grouped(amount)}${of}${period === undefined ? '' : ` ${word} ${period.text}`}`, amount };
}

/** Every stage with the pathway that describes it. */
export function everyStage(data: Data): readonly (readonly [Pathway, Stage])[] {
  return data.pathways.flatMap((pathway) => pathway.stages.map((stage) => [pathway, stage] as const));
}
