import type { Flow, Transition } from '../../model/elements.ts';
import { type Ref, recorded, stateOf } from '../../model/facts.ts';
import { firstBy, groupBy } from '../../model/group.ts';
import type { Place } from '../../model/place.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { capital } from '../../model/wording.ts';
import { type Both, type Draft, isBoth, linkPairs, type Sides, type Version } from './sides.ts';
import { counted, endsInWords, isKnownByLabel, labelOfRef, linkInWords, listed } from './words.ts';

/** What one transition or flow lost and gained, and what it still has: agreements by their names on the side after. */
interface Shift {
  readonly link: Both<Transition | Flow>;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  readonly kept: readonly string[];
}

/** Agreements under which people and information no longer move, or move now. One that nothing declares counts for none. */
export function agreementConsequences(sides: Sides): readonly Draft[] {
  return sides.pathways.filter(isBoth).flatMap((pathway) => {
    const labels = new Map<string, string>();
    const shifts = linkPairs(sides, pathway)
      .filter(isBoth)
      .flatMap((link) => shiftOf(sides, pathway, link, labels));
    const groups = groupBy(shifts, ({ lost, gained, kept, link }) =>
      JSON.stringify([
        lost,
        gained,
        kept,
        ownLines(link),
        gained.length + kept.length > 0 ? '' : stateOf(link.after.facts.agreement),
      ]),
    );
    return [...groups.values()].map((group) => toDraft(pathway, group, labels));
  });
}

function shiftOf(
  { naming }: Sides,
  { before: old, after: now }: Both<Version>,
  link: Both<Transition | Flow>,
  labels: Map<string, string>,
): readonly Shift[] {
  const was = agreementsOf(old.project, link.before, labels, (name) => naming.called('agreement', name));
  const is = agreementsOf(now.project, link.after, labels);
  const lost = was.filter((name) => !is.includes(name));
  const gained = is.filter((name) => !was.includes(name));
  const kept = is.filter((name) => was.includes(name));
  return lost.length + gained.length === 0 ? [] : [{ link, lost, gained, kept }];
}

/** The agreements that are declared, by name; their labels go into the map. */
function agreementsOf(
  project: Project,
  link: Transition | Flow,
  labels: Map<string, string>,
  called: (name: string) => string = (name) => name,
): readonly string[] {
  const sent = recorded(link.facts.send).flatMap(({ under }) => under ?? []);
  const refs: readonly Ref[] = [...recorded(link.facts.agreement), ...sent];
  const known = firstBy(refs, ({ name }) => name).filter(({ name }) => project.agreements.has(name));
  return known
    .map((ref) => {
      labels.set(called(ref.name), labelOfRef(project, ref));
      return called(ref.name);
    })
    .toSorted();
}

/** What differs in its own lines is told of by itself; those whose agreement is gone, together. */
function ownLines({ before, after }: Both<Transition | Flow>): string {
  const say = ({ facts }: Transition | Flow): string =>
    [...recorded(facts.agreement), ...recorded(facts.send).flatMap(({ under }) => under ?? [])]
      .map(({ name }) => name)
      .join(' ');
  return say(before) === say(after) ? '' : after.name;
}

function toDraft(
  { before: old, after: now }: Both<Version>,
  group: readonly Shift[],
  labels: ReadonlyMap<string, string>,
): Draft {
  const { lost, gained, kept, link } = group[0]!;
  const say = (names: readonly string[]): string => listed(names.map((name) => labels.get(name)!));
  const [stands, has] = group.length === 1 ? ['stands', 'has'] : ['stand', 'have'];
  const whom = subjectOf(now, group);
  const kind = lost.length === 0 ? 'gained' : gained.length === 0 ? 'lost' : 'changed';
  const linkAfter = link.after;
  return {
    kind: `agreement-${kind}`,
    tone: kind === 'lost' ? 'worse' : kind === 'gained' ? 'better' : 'open',
    sentence: sentence(),
    ...(kind === 'lost' && { brief: brief() }),
    pathway: now.pathway.name,
    ...(group.length === 1 ? { about: { kind: linkAfter.kind, name: linkAfter.name } } : {}),
    before: placeOf(old.project, link.before),
    after: placeOf(now.project, link.after),
  };

  function sentence(): string {
    if (kind === 'changed') return `${whom} ${stands} under ${say(gained)} now, in place of ${say(lost)}.`;
    if (kind === 'gained') {
      return `${whom} ${stands} under ${say(gained)} now${kept.length === 0 ? '' : `, as well as ${say(kept)}`}.`;
    }
    if (kept.length > 0) return `${whom} no longer ${stands} under ${say(lost)}, but under ${say(kept)} still.`;
    return `${whom} ${has} lost ${group.length === 1 ? 'its' : 'their'} agreement: ${say(lost)} no longer covers what moves there${whatNow()}.`;
  }

  function brief(): string {
    const isKnown = group.length === 1 && isKnownByLabel([old, now], linkAfter);
    const who = isKnown ? `'${linkAfter.label}'` : inner(whom);
    return kept.length > 0 ? `${who} no longer under ${say(lost)}` : `${who} ${has} lost ${say(lost)}`;
  }

  function whatNow(): string {
    const { agreement, send } = linkAfter.facts;
    const named = recorded(agreement).length > 0 || recorded(send).some(({ under }) => under !== undefined);
    if (named) return ', and what is named there is declared nowhere';
    if (stateOf(agreement) === 'unknown') return ', and which one does is not known';
    return stateOf(agreement) === 'none' ? ', and it is confirmed that none does' : '';
  }
}

function subjectOf(version: Version, group: readonly Shift[]): string {
  const links = group.map(({ link }) => link.after);
  if (links.length === 1) return capital(linkInWords(version, links[0]!));
  const flows = links.filter(({ kind }) => kind === 'flow').length;
  const what = listed([
    ...(links.length > flows ? [counted(links.length - flows, 'transition')] : []),
    ...(flows > 0 ? [counted(flows, 'flow')] : []),
  ]);
  const which = links.length > 3 ? '' : ` (${listed(links.map((link) => endsInWords(version, link)))})`;
  return `${what} of ${labelOf(version.pathway)}${which}`;
}

/** A subject inside of a sentence: labels stay as they are. */
const inner = (subject: string): string => subject.replace(/^The (transition|flow)\b/, 'the $1');

/** The first line that names an agreement which is declared, or else where the transition stands. */
function placeOf(project: Project, { facts, namePlace }: Transition | Flow): Place {
  const line =
    facts.agreement.find((one) => one.state === 'recorded' && project.agreements.has(one.value.name)) ??
    facts.send.find((one) => one.state === 'recorded' && project.agreements.has(one.value.under?.name ?? ''));
  return (line ?? facts.agreement[0])?.place ?? namePlace;
}
