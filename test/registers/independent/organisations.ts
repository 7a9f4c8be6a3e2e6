import type { Data, Pathway, Stage } from './data.ts';
import { inherited, label, linesOf, valuesOf } from './data.ts';
import type { Commissioning, Provision } from './services.ts';
import type { Names, WantedRow } from './words.ts';
import { asItIs, called, notRecorded, optional } from './words.ts';

/** What every organisation does, worked out by looking for its name wherever a name of an organisation can stand. */
export function organisations(data: Data, names: Names): readonly WantedRow[] {
  return data.organisations.map((organisation) => {
    const is = (one: { readonly organisation: string }): boolean => one.organisation === organisation.name;
    const own = (name: string): boolean => name === organisation.name;
    const inAll = (things: (pathway: Pathway) => readonly (string | undefined)[]): string =>
      data.pathways
        .flatMap((pathway) => {
          const said = [...new Set(things(pathway).filter((one) => one !== undefined))];
          if (said.length === 0) return [];
          const inside = said.filter((one) => one !== label(pathway));
          const whole = said.length > inside.length ? [label(pathway)] : [];
          return [{ whole, inside: inside.length === 0 ? [] : [`${label(pathway)}: ${inside.join(', ')}`] }];
        })
        .reduce<[string[], string[]]>(
          ([wholes, insides], { whole, inside }) => [
            [...wholes, ...whole],
            [...insides, ...inside],
          ],
          [[], []],
        )
        .flat()
        .join('; ');
    const ofStages = (pathway: Pathway, does: (stage: Stage) => boolean, whole: () => boolean) => [
      pathway.stages.some(does) || !whole() ? undefined : label(pathway),
      ...pathway.stages.filter(does).map(label),
    ];
    const chaired = data.boards.filter((board) => valuesOf<string>(board, 'chair').some(own));
    const satOn = data.boards.filter(
      (board) => valuesOf<string>(board, 'member').some(own) && !chaired.includes(board),
    );
    const funds = (block: Stage | Pathway): boolean =>
      valuesOf<{ readonly fundedBy: readonly string[] }>(block, 'cost').some(({ fundedBy }) => fundedBy.some(own));
    return {
      name: label(organisation),
      kind: organisation.is === undefined ? notRecorded : names.of('kind', organisation.is),
      provides: inAll((pathway) =>
        ofStages(
          pathway,
          (stage) => recordedIn(inherited<Provision>(pathway, stage, 'provider').lines).some(is),
          () => valuesOf<Provision>(pathway, 'provider').some(is),
        ),
      ),
      'takes part in': inAll((pathway) =>
        pathway.stages.filter((stage) => valuesOf<Provision>(stage, 'partner').some(is)).map(label),
      ),
      commissions: inAll((pathway) =>
        ofStages(
          pathway,
          (stage) => recordedIn(inherited<Commissioning>(pathway, stage, 'commissioner').lines).some(is),
          () => valuesOf<Commissioning>(pathway, 'commissioner').some(is),
        ),
      ),
      funds: inAll((pathway) => [
        funds(pathway) ? label(pathway) : undefined,
        ...pathway.stages.filter(funds).map(label),
      ]),
      'leads the move': inAll((pathway) =>
        pathway.transitions
          .filter((link) => valuesOf<string>(link, 'lead').some(own))
          .map((link) => names.link(pathway, link)),
      ),
      'takes over in': inAll((pathway) =>
        pathway.transitions
          .filter((link) => valuesOf<string>(link, 'receiver').some(own))
          .map((link) => names.link(pathway, link)),
      ),
      owns: inAll((pathway) => [
        valuesOf<string>(pathway, 'owner').some(own) ? label(pathway) : undefined,
        ...[
          ...pathway.stages.flatMap(({ issues }) => issues),
          ...[...pathway.transitions, ...pathway.flows].flatMap(({ issues }) => issues),
          ...pathway.issues,
          ...pathway.actions,
        ]
          .filter((block) => valuesOf<string>(block, 'owner').some(own))
          .map((block) => block.text ?? block.name),
      ]),
      boards: [...chaired.map((board) => `${label(board)} (chair)`), ...satOn.map(label)].join('; '),
      'is party to': data.agreements
        .filter((agreement) => valuesOf<string>(agreement, 'party').some(own))
        .map(label)
        .join('; '),
      covers: optional(names, linesOf<string>(organisation, 'covers'), called(names, 'footprint')),
      part: optional(names, linesOf<string>(organisation, 'partOf'), called(names, 'organisation')),
      successor: optional(names, linesOf(organisation, 'succeededBy'), () => 'None of the examples has one.'),
      alias: optional(names, linesOf<string>(organisation, 'alias'), asItIs),
      code: optional(names, linesOf(organisation, 'code'), () => 'None of the examples has one.'),
    };
  });
}

function recordedIn<T>(lines: readonly { readonly state: string; readonly value: T }[]): readonly T[] {
  return lines.filter(({ state }) => state === 'recorded').map(({ value }) => value);
}
