import type { Data, Link, Pathway } from './data.ts';
import { linesOf, standing, valuesOf } from './data.ts';
import type { Activity, Names, Quantity, Wanted, WantedRow } from './words.ts';
import {
  absentWords,
  activityWords,
  asItIs,
  called,
  counted,
  fact,
  figure,
  inPathway,
  nameFact,
  notRecorded,
  optional,
} from './words.ts';

interface Send {
  readonly information: string;
  readonly from?: string;
  readonly to?: string;
  readonly using?: string;
  readonly into?: string;
  readonly under?: string;
  readonly when?: string;
}

/** What the move is under, then what any of its sendings is under. */
function agreementsOf(names: Names, link: Link): Wanted {
  const under = [...linesOf<Send>(link, 'send')].map((line) =>
    line.state === 'recorded' ? line.value.under : undefined,
  );
  const all = new Set([...valuesOf<string>(link, 'agreement'), ...under.filter((one) => one !== undefined)]);
  if (all.size === 0) return nameFact(names, link, 'agreement', 'agreement');
  return [...all].map((one) => names.of('agreement', one)).join('; ');
}

/** A row for each transition. */
export function handovers(data: Data, names: Names): readonly WantedRow[] {
  const rows: WantedRow[] = [];
  for (const pathway of data.pathways)
    for (const link of pathway.transitions) {
      const words = (name: string): Wanted => optional(names, linesOf<string>(link, name), asItIs);
      const hasThreshold = linesOf(link, 'threshold').length > 0;
      rows.push({
        ...inPathway(names, pathway),
        from: names.end(pathway, link.from),
        to: names.end(pathway, link.to),
        label: link.label ?? '',
        movement: nameFact(names, link, 'movement', 'movement'),
        criteria: linesOf(link, 'criteria').length === 0 && !hasThreshold ? notRecorded : words('criteria'),
        threshold: words('threshold'),
        trigger: words('trigger'),
        access: words('access'),
        lead: nameFact(names, link, 'lead', 'organisation'),
        receiver: nameFact(names, link, 'receiver', 'organisation'),
        within: optional(
          names,
          linesOf<{ quantity: Quantity; relation: string; event: string }>(link, 'within'),
          ({ quantity, relation, event }) => `${counted(quantity)} ${relation} ${event}`,
        ),
        send: fact(names, linesOf<Send>(link, 'send'), ({ information }) => names.of('information', information)),
        agreement: agreementsOf(names, link),
        activity: figure(names, linesOf<Activity>(link, 'activity'), (value) => activityWords(names, value)),
      });
    }
  return rows;
}

/** Who leads moves to whom, each move once for every leader and every receiver that it names. */
export function handoverMatrix(data: Data, names: Names): Matrix {
  const matrix = new Passages();
  const who = (link: Link, name: string): readonly string[] => {
    const lines = linesOf<string>(link, name);
    const state = standing(lines);
    if (state === 'recorded') return valuesOf<string>(link, name).map(called(names, 'organisation'));
    return [state === 'missing' ? '(not recorded)' : `(${state.replace('-', ' ')})`];
  };
  for (const pathway of data.pathways)
    for (const link of pathway.transitions)
      for (const from of who(link, 'lead'))
        for (const to of who(link, 'receiver')) matrix.add(from, to, names.link(pathway, link));
  return matrix.table();
}

/** A row for each thing that is sent, and for each line that says why it is not known what is. */
export function informationFlows(data: Data, names: Names): readonly WantedRow[] {
  const rows: WantedRow[] = [];
  for (const pathway of data.pathways)
    for (const link of [...pathway.transitions, ...pathway.flows]) {
      const path = `${names.end(pathway, link.from)} → ${names.end(pathway, link.to)}`;
      const where: WantedRow = {
        ...inPathway(names, pathway),
        goes: link.kind === 'flow' ? 'By itself' : 'With people',
        link: link.label === undefined ? path : `${link.label}: ${path}`,
      };
      for (const send of valuesOf<Send>(link, 'send')) rows.push({ ...where, ...sent(data, names, link, send) });
      for (const line of linesOf(link, 'send'))
        if (line.state !== 'recorded' && line.state !== 'unreadable')
          rows.push({ ...where, information: { text: absentWords(names, line), state: line.state } });
    }
  return rows;
}

function sent(data: Data, names: Names, link: Link, send: Send): WantedRow {
  const name = (kind: string, one: string | undefined): string => (one === undefined ? '' : names.of(kind, one));
  const information = data.information.find((one) => one.name === send.information);
  const under = send.under ?? valuesOf<string>(link, 'agreement')[0];
  const agreement = data.agreements.find((one) => one.name === under);
  const rights = (fact_: string): Wanted =>
    agreement === undefined ? '' : fact(names, linesOf<string>(agreement, fact_), asItIs);
  return {
    information: names.of('information', send.information),
    data: (information?.containing ?? []).map(called(names, 'data')).join('; '),
    from: send.from === undefined ? notRecorded : names.of('organisation', send.from),
    to: send.to === undefined ? notRecorded : names.of('organisation', send.to),
    using: name('system', send.using),
    into: name('system', send.into),
    under: under === undefined ? nameFact(names, link, 'agreement', 'agreement') : names.of('agreement', under),
    basis: rights('lawfulBasis'),
    condition: rights('condition'),
    when: send.when ?? '',
  };
}

/** Who sends what to whom. */
export function informationMatrix(data: Data, names: Names): Matrix {
  const matrix = new Passages();
  const who = (name: string | undefined): string =>
    name === undefined ? '(not recorded)' : names.of('organisation', name);
  const links = (pathway: Pathway): readonly Link[] => [...pathway.transitions, ...pathway.flows];
  for (const link of data.pathways.flatMap(links))
    for (const { information, from, to } of valuesOf<Send>(link, 'send'))
      matrix.add(who(from), who(to), names.of('information', information));
  return matrix.table();
}

/** A table with the receivers across the top and a row for each who passes something on. */
export interface Matrix {
  readonly headings: readonly string[];
  readonly rows: readonly WantedRow[];
}

class Passages {
  readonly #all: (readonly [from: string, to: string, what: string])[] = [];

  add(from: string, to: string, what: string): void {
    this.#all.push([from, to, what]);
  }

  table(): Matrix {
    const sorted = (names: Iterable<string>): readonly string[] =>
      [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1));
    const receivers = sorted(this.#all.map(([, to]) => to));
    const rows = sorted(this.#all.map(([from]) => from)).map((sender) => {
      const row: Record<string, Wanted> = { from: sender };
      for (const [index, receiver] of receivers.entries()) {
        const those = this.#all.filter(([from, to]) => from === sender && to === receiver).map(([, , what]) => what);
        const once = [...new Set(those)].map((what) => {
          const times = those.filter((one) => one === what).length;
          return times === 1 ? what : `${what} (${times} times)`;
        });
        row[`to-${index + 1}`] = once.join('; ');
      }
      return row;
    });
    return { headings: receivers, rows };
  }
}
