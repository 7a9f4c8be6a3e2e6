import type { GrammarAST } from 'langium';
import type { Organisation, TermFlag } from '../../model/elements.ts';
import type { RefKind } from '../../model/facts.ts';
import { scopeOf } from './blocks.ts';
import { type Candidate, candidatesOf, declaredAt, describe, labelOrText } from './candidates.ts';
import type { Feature } from './follow.ts';
import { type CompletionContext, CompletionItemKind, type Offer, ranks } from './offer.ts';
import type { Site } from './site.ts';

/** Which set of names each type of the grammar stands for. */
const refKinds: Readonly<Record<string, RefKind>> = {
  Source: 'source',
  Footprint: 'footprint',
  Organisation: 'organisation',
  System: 'system',
  Information: 'information',
  Agreement: 'agreement',
  Board: 'board',
  Specification: 'specification',
  RequiredStage: 'required-stage',
  Pathway: 'pathway',
  Stage: 'stage',
  StageHere: 'stage',
  StageThere: 'stage',
  Affected: 'stage-transition-or-flow',
  Drawable: 'pathway-or-scenario',
  Transition: 'transition',
  Action: 'action',
  KindTerm: 'kind',
  SettingTerm: 'setting',
  LevelTerm: 'level',
  MovementTerm: 'movement',
  BasisTerm: 'basis',
  DomainTerm: 'domain',
  CohortTerm: 'cohort',
  DataTerm: 'data',
};

/** The kind of name that may stand there. Where the grammar leaves it open, the words before it say which. */
export function refKindOf({ node, rule }: Feature, { words }: Site): RefKind | undefined {
  if (node.$type !== 'CrossReference') return undefined;
  const type = (node as GrammarAST.CrossReference).type.ref?.name ?? '';
  if (rule === 'Term' || type === 'Shown') {
    const word = words[type === 'Shown' ? words.length - 1 : 0];
    if (word === 'provider' || word === 'commissioner') return 'organisation';
    const kinds: readonly RefKind[] = ['kind', 'setting', 'level', 'movement', 'basis', 'domain', 'cohort', 'data'];
    return [...kinds, 'footprint' as const].find((kind) => kind === word);
  }
  return refKinds[type];
}

/** The names that may stand there, those that fit best first. */
export function nameOffers(feature: Feature, context: CompletionContext, site: Site): readonly Offer[] {
  const kind = refKindOf(feature, site);
  if (kind === undefined) return [];
  if (kind === 'stage' && feature.rule === 'UsedStage') return elsewhere(context, site, ranks.names);
  const all = candidatesOf(context, kind, scopeOf(site.frames));
  const own = all
    .map((candidate, index) => ({ candidate, rank: rankOf(feature, candidate, context, site, index, all) }))
    .flatMap(({ candidate, rank }) => (rank === undefined ? [] : [offer(candidate, kind, context, rank)]));
  const over = feature.property === 'to' && feature.rule === 'Ends' ? elsewhere(context, site, ranks.endings) : [];
  return [...own, ...over];
}

function offer(candidate: Candidate, kind: RefKind, { project }: CompletionContext, rank: number): Offer {
  const label = labelOrText(candidate.element);
  const documentation = declaredAt(candidate);
  return {
    label: candidate.name,
    kind: CompletionItemKind.Reference,
    rank,
    description: describe(candidate, kind, project),
    filter: label ? `${candidate.name} ${label}` : candidate.name,
    ...(documentation && { documentation }),
  };
}

/** Stages of other pathways, as `<stage> of <pathway>`. */
function elsewhere({ project }: CompletionContext, { frames }: Site, rank: number): readonly Offer[] {
  const here = scopeOf(frames);
  return [...project.pathways.values()]
    .filter(({ name }) => name !== here)
    .flatMap((pathway) =>
      pathway.stages.map((stage): Offer => {
        const label = `${stage.name} of ${pathway.name}`;
        const texts = [stage.label, pathway.label].filter((text) => text !== undefined);
        return {
          label,
          kind: CompletionItemKind.Reference,
          rank,
          description: texts.join(' · ') || 'stage of another pathway',
          documentation: declaredAt({ name: stage.name, element: stage }),
          filter: [label, ...texts].join(' '),
        };
      }),
    );
}

/** How well a name fits: whole ranks between the groups, the order of the text inside of them. */
function rankOf(
  feature: Feature,
  { name, element }: Candidate,
  context: CompletionContext,
  site: Site,
  index: number,
  all: readonly Candidate[],
): number | undefined {
  const flag = wantedFlag(feature, site);
  if (element?.kind === 'organisation') return ranks.names + organisationRank(element, flag, context, site);
  if (element?.kind === 'term' && feature.property === 'is') return ranks.names + kindRank(element.flags, feature);
  if (feature.property !== 'to') return ranks.names;
  const from = site.words[site.words.lastIndexOf('from') + 1];
  if (from === undefined || !all.some((candidate) => candidate.name === from)) return ranks.names;
  if (name === from) return undefined;
  return all.findIndex((candidate) => candidate.name === from) < index ? ranks.names : ranks.otherNames;
}

function wantedFlag({ rule, property }: Feature, { words }: Site): TermFlag | undefined {
  if (rule === 'ProviderFact' || rule === 'HandoverFact') return 'provider';
  if (rule === 'CommissionerFact' || property === 'fundedBy') return 'commissioner';
  return words[0] === 'only' && (words[1] === 'provider' || words[1] === 'commissioner') ? words[1] : undefined;
}

/** Those that do such things first, among them those of the pathway's own footprint; those that are gone last. */
function organisationRank(
  { is, facts }: Organisation,
  flag: TermFlag | undefined,
  { project }: CompletionContext,
  { frames }: Site,
): number {
  const fits = flag === undefined || project.terms.kind.get(is?.name ?? '')?.flags.includes(flag);
  const footprint = project.pathways.get(scopeOf(frames) ?? '')?.footprint?.name;
  const near = facts.covers.some((line) => line.state === 'recorded' && line.value.name === footprint);
  if (facts.succeededBy.length > 0) return 3.5;
  return (fits ? 0 : 2) + (near ? 0 : 0.5);
}

/** Kinds of footprints are those that neither commission nor provide. */
function kindRank(flags: readonly TermFlag[], { rule }: Feature): number {
  return flags.length > 0 === (rule === 'Organisation') ? 0 : 2;
}
