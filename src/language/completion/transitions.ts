import { scopeOf } from './blocks.ts';
import type { Feature } from './follow.ts';
import { type CompletionContext, CompletionItemKind, type Offer, ranks } from './offer.ts';
import type { Site } from './site.ts';

/** After `transition`: from each stage to the one that follows it, where nothing leads there yet. */
export function transitionOffers(
  features: readonly Feature[],
  { project }: CompletionContext,
  { frames, rest, words }: Site,
): readonly Offer[] {
  const ends = features.some(({ node, rule }) => rule === 'Ends' && 'value' in node && node.value === 'from');
  const pathway = project.pathways.get(scopeOf(frames) ?? '');
  if (!ends || !pathway || rest !== '' || words.length > 2) return [];
  const stages = [...pathway.stages, ...pathway.uses];
  const there = new Set(pathway.transitions.map(({ from, to }) => `${from.stage?.name} ${to.stage?.name}`));
  return stages.slice(1).flatMap((to, index): Offer[] => {
    const from = stages[index]!;
    if (there.has(`${from.name} ${to.name}`)) return [];
    return [
      {
        label: `from ${from.name} to ${to.name}`,
        kind: CompletionItemKind.Reference,
        rank: ranks.names,
        documentation: `From '${from.label ?? from.name}' to '${to.label ?? to.name}'.`,
      },
    ];
  });
}
