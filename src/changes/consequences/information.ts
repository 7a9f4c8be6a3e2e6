import type { Flow, Transition } from '../../model/elements.ts';
import { recordedFacts, stateOf } from '../../model/facts.ts';
import { groupBy } from '../../model/group.ts';
import type { Place } from '../../model/place.ts';
import { labelOf } from '../../model/project.ts';
import { capital } from '../../model/wording.ts';
import { type Both, type Draft, isBoth, linkPairs, type Pair, type Sides, stagePairs, type Version } from './sides.ts';
import { endsInWords, isKnownByLabel, labelOfRef, linkInWords, listed, someOf } from './words.ts';

/** That something is sent to somebody. */
interface Sending {
  readonly key: string;
  readonly information: string;
  /** The information as people call it, and who gets it. */
  readonly words: { readonly what: string; readonly to: string };
  readonly place: Place;
}

/**
 * Information that is no longer sent, or is sent now. Where a whole stage or transition has come or gone, it is told of
 * once, with all that goes with it.
 */
export function informationConsequences(sides: Sides): readonly Draft[] {
  return sides.pathways.flatMap((pathway) => {
    if (!isBoth(pathway)) return wholePathway(pathway);
    const links = linkPairs(sides, pathway);
    const kept = links.filter(isBoth).flatMap((link) => ofLink(sides, pathway, link));
    return [...kept, ...comings(sides, pathway, links, 'before'), ...comings(sides, pathway, links, 'after')];
  });
}

function ofLink(sides: Sides, pathway: Both<Version>, link: Both<Transition | Flow>): readonly Draft[] {
  const was = sendingsOf(pathway.before, link.before, sides);
  const is = sendingsOf(pathway.after, link.after);
  const lost = was.filter(({ key }) => !is.some((one) => one.key === key));
  const gained = is.filter(({ key }) => !was.some((one) => one.key === key));
  const common = {
    pathway: pathway.after.pathway.name,
    about: { kind: link.after.kind, name: link.after.name },
  };
  const who = capital(linkInWords(pathway.after, link.after));
  return [
    ...(lost.length === 0
      ? []
      : [
          {
            kind: 'information-lost',
            tone: 'worse',
            sentence: `${who} no longer sends ${inWords(lost, is)}${whyNot(link.after)}.`,
            brief: briefOf(pathway, link.after, inWords(lost, is)),
            ...common,
            before: lost[0]!.place,
            after: link.after.facts.send[0]?.place ?? link.after.namePlace,
          } satisfies Draft,
        ]),
    ...(gained.length === 0
      ? []
      : [
          {
            kind: 'information-gained',
            tone: 'better',
            sentence: `${who} sends ${inWords(gained, was)} now.`,
            ...common,
            before: link.before.facts.send[0]?.place ?? link.before.namePlace,
            after: gained[0]!.place,
          } satisfies Draft,
        ]),
  ];
}

/** `'Release' no longer sends CHAT`; without a label that only this one has `CHAT no longer sent from Unit to Hub`. */
function briefOf({ before, after }: Both<Version>, link: Transition | Flow, what: string): string {
  return isKnownByLabel([before, after], link)
    ? `'${link.label}' no longer sends ${what}`
    : `${what} no longer sent ${endsInWords(after, link)}`;
}

/** Where what is sent is not known any more, that is said; so is that nothing is. */
function whyNot({ facts }: Transition | Flow): string {
  const state = stateOf(facts.send);
  if (state === 'unknown') return ': what is sent is not known';
  return state === 'none' ? ': it is confirmed that nothing is sent' : '';
}

/** Who gets it is told where the same information is still sent to somebody else. */
function inWords(sendings: readonly Sending[], others: readonly Sending[]): string {
  return listed(
    sendings.map(({ information, words: { what, to } }) =>
      others.some((other) => other.information === information) ? `${what}${to}` : what,
    ),
  );
}

/** What goes with the stages, transitions and flows that are on one side only. */
function comings(
  sides: Sides,
  pathway: Both<Version>,
  links: readonly Pair<Transition | Flow>[],
  side: 'before' | 'after',
): readonly Draft[] {
  const version = pathway[side];
  const stages = new Map(
    stagePairs(sides, pathway).flatMap((pair) => {
      const stage = isBoth(pair) ? undefined : pair[side];
      return stage === undefined ? [] : [[stage.name, stage] as const];
    }),
  );
  const alone = links.flatMap((pair) => (isBoth(pair) ? [] : (pair[side] ?? [])));
  const sending = alone.filter((link) => sendingsOf(version, link).length > 0);
  const groups = groupBy(sending, (link) => {
    const end = [link.from, link.to].find(({ stage, pathway: other }) => !other && stage && stages.has(stage.name));
    return end?.stage === undefined ? link : stages.get(end.stage.name)!;
  });
  return [...groups].map(([owner, group]): Draft => {
    const sent = [...new Set(group.flatMap((link) => sendingsOf(version, link)).map(({ words }) => words.what))];
    const what = listed(sent);
    const lost = side === 'before';
    const base = {
      kind: lost ? 'information-lost' : 'information-gained',
      tone: 'open',
      pathway: pathway.after.pathway.name,
    } as const;
    if ('kind' in owner) {
      const where = linkInWords(version, owner);
      const sentence = lost
        ? `${capital(where)} is gone, and with it the sending of ${what}.`
        : `The new ${where.replace(/^the /, '')} sends ${what}.`;
      return { ...base, sentence, about: { kind: owner.kind, name: owner.name }, [side]: owner.namePlace };
    }
    const label = owner.used?.label ?? (owner.stage ? labelOf(owner.stage) : owner.name);
    const place = (owner.used ?? owner.stage ?? version.pathway).namePlace;
    const ways = someOf(group.map((link) => endsInWords(version, link)));
    const sentence = lost
      ? `${label} is gone, and with it the sending of ${what} ${ways}.`
      : `With ${label}, which is new, ${what} ${sent.length === 1 ? 'is' : 'are'} sent ${ways}.`;
    return { ...base, sentence, about: { kind: owner.used ? 'used-stage' : 'stage', name: owner.name }, [side]: place };
  });
}

/** Of a pathway that came or went, what it sends, in one sentence. */
function wholePathway({ before, after }: Pair<Version>): readonly Draft[] {
  const version = before ?? after;
  if (version === undefined) return [];
  const { pathway } = version;
  const sendings = [...pathway.transitions, ...pathway.flows].flatMap((link) => sendingsOf(version, link));
  if (sendings.length === 0) return [];
  const what = someOf([...new Set(sendings.map(({ words }) => words.what))]);
  return [
    {
      kind: before ? 'information-lost' : 'information-gained',
      tone: 'open',
      sentence: before
        ? `${labelOf(pathway)} is gone, and with it the sending of ${what}.`
        : `${labelOf(pathway)} is new, and sends ${what}.`,
      pathway: pathway.name,
      about: { kind: 'pathway', name: pathway.name },
      [before ? 'before' : 'after']: pathway.namePlace,
    },
  ];
}

/** What a transition or flow sends to whom, by names on the side after. */
function sendingsOf({ project }: Version, link: Transition | Flow, sides?: Sides): readonly Sending[] {
  const called = (kind: string, name: string): string => sides?.naming.called(kind, name) ?? name;
  return recordedFacts(link.facts.send).map(({ value, place }): Sending => {
    const information = called('information', value.information.name);
    const to = value.to === undefined ? '' : called('organisation', value.to.name);
    const what = labelOfRef(project, value.information);
    return {
      key: `${information} ${to}`,
      information,
      words: { what, to: value.to === undefined ? '' : ` to ${labelOfRef(project, value.to)}` },
      place,
    };
  });
}
