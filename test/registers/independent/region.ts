import { isDeepStrictEqual } from 'node:util';
import type { Block, Data, Pathway, Specification, Stage } from './data.ts';
import { inherited, isThere, label, linesOf, standing, statusOf, valuesOf } from './data.ts';
import type { Names, Wanted, WantedRow } from './words.ts';
import { absentWords, called, inPathway, nameFact, optional, settingWords } from './words.ts';

/** What each footprint has of what a specification requires. */
export function coverage(data: Data, names: Names, specification: Specification): readonly WantedRow[] {
  const areas = areasOf(data, specification);
  return specification.stages.map((required) => {
    const row: Record<string, Wanted> = { stage: label(required) };
    let provided = 0;
    let there = 0;
    for (const [index, pathways] of areas.entries()) {
      const cell = inArea(data, names, specification, pathways, required.name);
      if (typeof cell !== 'string' && cell.state === 'provided') provided++;
      if (typeof cell !== 'string' && cell.text?.startsWith('There, ')) there++;
      row[`area-${index + 1}`] = cell;
    }
    const more = there === 0 ? '' : `; there in ${there} more`;
    row['covered'] = { text: `${provided} of ${areas.length}${more}`, order: provided };
    return row;
  });
}

/** The pathways of each footprint where the specification holds; an empty list for a footprint that has none. */
export function areasOf(data: Data, specification: Specification): readonly (readonly Pathway[])[] {
  const realising = data.pathways.filter(
    (pathway) => pathway.realises === specification.name && statusOf(pathway) !== 'closed',
  );
  const areas: (readonly Pathway[])[] = [];
  for (const { name } of data.footprints) {
    const here = realising.filter(({ footprint }) => footprint === name);
    if (here.length > 0) areas.push(here);
  }
  const known = new Set(data.footprints.map(({ name }) => name));
  for (const pathway of realising) if (!known.has(pathway.footprint ?? '')) areas.push([pathway]);
  if (realising.some(({ footprint }) => !known.has(footprint ?? ''))) return areas;
  for (const { name } of data.footprints) {
    const around = upwards(data, name);
    const isLeaf = !data.footprints.some(({ within }) => within === name);
    const isMapped = realising.some(({ footprint }) => around.includes(footprint ?? ''));
    if (isLeaf && around.includes(specification.footprint ?? '') && !isMapped) areas.push([]);
  }
  return areas;
}

/** A footprint and every one that it lies within. */
export function upwards(data: Data, footprint: string | undefined): readonly string[] {
  const found: string[] = [];
  let next = data.footprints.find(({ name }) => name === footprint);
  while (next !== undefined && !found.includes(next.name)) {
    found.push(next.name);
    const around = next.within;
    next = data.footprints.find(({ name }) => name === around);
  }
  return found;
}

/** What the nearest to being there of the area's pathways has. */
function inArea(
  data: Data,
  names: Names,
  specification: Specification,
  pathways: readonly Pathway[],
  required: string,
): Wanted {
  if (pathways.length === 0) return { text: 'No pathway yet', state: 'missing' };
  const all = pathways.flatMap((pathway) => candidates(data, specification, pathway, required));
  const here = all.filter(({ home, stage }) => isThere(home, stage));
  const wanted = specification.stages.find(({ name }) => name === required)!;
  const present = here.filter(({ home, stage }) => !(pathways.includes(home) && isUntouched(home, stage, wanted)));
  const isKnown = (one: (typeof all)[number]): boolean =>
    standing(inherited<unknown>(one.home, one.stage, 'provider').lines) === 'recorded';
  const there = present.find(isKnown) ?? present[0];
  if (there) return provided(names, there.home, there.stage, varying(data, specification, there.stage, required));
  const statuses = all.map(({ home, stage }) => statusOf(home, stage));
  if (statuses.includes('proposed')) return { text: 'Proposed', state: 'proposed' };
  const omission = pathways.flatMap(({ omits }) => omits).find(({ stage }) => stage === required);
  if (omission) return { text: `Left out: ${omission.because ?? 'no reason given'}`, state: 'omitted' };
  if (statuses.includes('closed')) return { text: 'Closed', state: 'closed' };
  const begun = here.find(
    ({ home, stage }) => linesOf(stage, 'provider').length + linesOf(home, 'provider').length > 0,
  );
  const last = begun ?? here[0];
  if (last) return provided(names, last.home, last.stage, varying(data, specification, last.stage, required));
  return { text: 'Not mapped', state: 'missing' };
}

/** Whether a stage is as a new pathway has it: nothing of it is known but what is required, and nobody is asked. */
function isUntouched(home: Pathway, stage: Stage, wanted: Block): boolean {
  const isCurrent = [home, stage].some((one) =>
    valuesOf<{ readonly status: string }>(one, 'status').some(({ status }) => status === 'current'),
  );
  const copied = ['setting', 'level', 'cohort'];
  const known = Object.entries(stage.facts ?? {}).flatMap(([fact, lines]) =>
    lines.filter(({ state, value, because, ask, by }) => {
      if (state === 'unreadable' || fact === 'status') return false;
      if (state === 'unknown') return because !== undefined || ask !== undefined || by !== undefined;
      if (state !== 'recorded') return true;
      const repeated = copied.includes(fact) && valuesOf(wanted, fact).some((one) => isDeepStrictEqual(one, value));
      return value !== '' && !repeated;
    }),
  );
  const provider = standing(inherited<unknown>(home, stage, 'provider').lines);
  const written = ['notes', 'evidence', 'fields'].some((key) => key in stage);
  const inside = stage.outcomes.length + stage.issues.length;
  return (
    !isCurrent && !written && inside + known.length === 0 && ['unknown', 'unreadable', 'missing'].includes(provider)
  );
}

/** The stages that may stand for the required one: the pathway's own, then those that it uses from another. */
function candidates(
  data: Data,
  specification: Specification,
  pathway: Pathway,
  required: string,
): readonly { readonly home: Pathway; readonly stage: Stage }[] {
  const found: { home: Pathway; stage: Stage }[] = [];
  for (const stage of pathway.stages)
    if ((stage.realises ?? stage.name) === required) found.push({ home: pathway, stage });
  for (const used of pathway.uses) {
    const home = data.pathways.find(({ name }) => name === used.pathway);
    const stage = home?.stages.find(({ name }) => name === used.stage);
    if (home === undefined || stage === undefined) continue;
    const there = home.realises === specification.name ? stage.realises : undefined;
    if ([there, used.name, used.stage].includes(required)) found.push({ home, stage });
  }
  return found;
}

function provided(names: Names, home: Pathway, stage: Stage, varies: readonly string[]): Wanted {
  const { lines } = inherited<{ readonly organisation: string }>(home, stage, 'provider');
  const state = standing(lines);
  const more = varies.length === 0 ? '' : `. Varies: ${varies.join(', ')}`;
  if (state === 'recorded') {
    const providers = new Set<string>();
    for (const line of lines)
      if (line.state === 'recorded') providers.add(names.of('organisation', line.value.organisation));
    return { text: `Provided: ${[...providers].join(', ')}${more}`, state: 'provided' };
  }
  if (state === 'missing') return { text: `There, but its provider is not recorded${more}`, state };
  const said = absentWords(names, lines.find((line) => line.state === state)!);
  const words: Readonly<Record<string, string>> = {
    unknown: said.replace(/^Unknown/, 'its provider is not known'),
    none: said.replace(/^None/, 'nobody provides it'),
    'not-applicable': said.replace(/^Not applicable/, 'it needs no provider'),
  };
  return { text: `There, but ${words[state]}${more}`, state };
}

/** What differs there from the specification, with the reason where one is given. */
function varying(data: Data, specification: Specification, stage: Stage, required: string): readonly string[] {
  const said = valuesOf<{ readonly fact: string; readonly because?: string }>(stage, 'varies');
  const words = said.map(({ fact, because }) => (because === undefined ? fact : `${fact} (${because})`));
  for (const fact of unexplained(data, specification, stage, required))
    if (!said.some((one) => one.fact === fact)) words.push(`${fact} (not explained)`);
  return words;
}

/** The facts in which both say something, and not the same, and nobody says why. */
function unexplained(data: Data, specification: Specification, stage: Stage, required: string): readonly string[] {
  const wanted = specification.stages.find(({ name }) => name === required)!;
  const found: string[] = [];
  for (const fact of ['setting', 'level', 'assessment', 'ages']) {
    if (specification.allowedVariations.includes(fact)) continue;
    const reasons = valuesOf<{ readonly fact: string; readonly because?: string }>(stage, 'varies');
    if (reasons.some((one) => one.fact === fact && one.because !== undefined)) continue;
    const there = namesIn(valuesOf<unknown>(wanted, fact));
    const all = namesIn(valuesOf<unknown>(stage, fact));
    // Levels of one scheme say nothing of those of another.
    const here =
      fact === 'level' ? all.filter((one) => there.some((other) => scheme(data, one) === scheme(data, other))) : all;
    if (here.length > 0 && there.length > 0 && here.join() !== there.join()) found.push(fact);
  }
  return found;
}

function scheme(data: Data, quoted: string): string | undefined {
  const terms = [...data.vocabularies, ...data.library].flatMap((vocabulary) => vocabulary.terms);
  return terms.find(({ of, name }) => of === 'level' && JSON.stringify(name) === quoted)?.scheme;
}

function namesIn(values: readonly unknown[]): readonly string[] {
  const named = values as readonly { readonly setting?: string; readonly information?: string }[];
  return [...new Set(named.map((value) => JSON.stringify(value.setting ?? value.information ?? value)))].toSorted();
}

/** What is left out, and what is said to differ, of each pathway. */
export function variation(data: Data, names: Names): readonly WantedRow[] {
  const rows: WantedRow[] = [];
  for (const pathway of data.pathways) {
    const specification = data.specifications.find(({ name }) => name === pathway.realises);
    const required = (name: string): string => {
      const stage = specification?.stages.find((one) => one.name === name);
      return stage ? label(stage) : name;
    };
    for (const { stage, transition, because } of pathway.omits) {
      const what =
        stage === undefined ? `${required(transition!.from)} → ${required(transition!.to)}` : required(stage);
      rows.push({
        ...inPathway(names, pathway),
        what,
        how: 'Left out',
        because: because ?? { text: 'Not recorded', state: 'missing' },
      });
    }
    for (const stage of pathway.stages)
      for (const { fact, because } of valuesOf<{ readonly fact: string; readonly because?: string }>(stage, 'varies')) {
        const wanted = specification?.stages.find(({ name }) => name === (stage.realises ?? stage.name));
        rows.push({
          ...inPathway(names, pathway),
          what: label(stage),
          how: `Varies in ${fact}`,
          says: saying(names, stage, fact),
          specified: wanted === undefined ? '' : saying(names, wanted, fact),
          because: because ?? { text: 'Not recorded', state: 'missing' },
        });
      }
  }
  return rows;
}

/** What a stage says of a fact that varies. The examples vary in settings and levels only. */
function saying(names: Names, stage: Parameters<typeof linesOf>[0], fact: string): string {
  if (linesOf(stage, fact).length === 0) return '';
  if (fact === 'setting') return asText(optional(names, linesOf(stage, fact), settingWords(names) as never));
  return asText(nameFact(names, stage, fact, fact));
}

const asText = (cell: Wanted): string => (typeof cell === 'string' ? cell : (cell.text ?? ''));

/** Where pathways meet: overlaps that are told, stages that are shared, and arrows that lead over. */
export function overlaps(data: Data, names: Names): readonly WantedRow[] {
  const rows: WantedRow[] = [];
  for (const pathway of data.pathways) {
    const where = inPathway(names, pathway);
    for (const { with: other, stage, why } of valuesOf<{ with: string; stage?: string; why?: string }>(
      pathway,
      'overlaps',
    )) {
      const known = data.pathways.some(({ name }) => name === other);
      rows.push({
        ...where,
        kind: 'Overlap',
        what: stage === undefined ? 'The whole pathway' : names.stage(pathway, stage),
        with: known ? called(names, 'pathway')(other) : other,
        why: why ?? '',
      });
    }
    for (const used of pathway.uses)
      rows.push({
        ...where,
        kind: 'Shared stage',
        what: names.stage(pathway, used.name),
        with: names.of('pathway', used.pathway),
        why: 'Described there, used here',
      });
    for (const link of [...pathway.transitions, ...pathway.flows]) {
      const away = [link.to, link.from].find((end) => end.pathway !== undefined);
      if (away === undefined) continue;
      rows.push({
        ...where,
        kind: link.kind === 'flow' ? 'Information flow' : 'Move',
        what: names.link(pathway, link),
        with: names.of('pathway', away.pathway!),
        why: `${names.end(pathway, link.from)} → ${names.end(pathway, link.to)}`,
      });
    }
  }
  return rows;
}
