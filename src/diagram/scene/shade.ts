import type { StageNode } from '../scene.ts';
import type { Wanted } from '../views/wanted.ts';
import type { Draft } from './draft.ts';
import { shadingBy } from './heat.ts';

/** Shades stages, and where what is found is looked for, lets all that is in order step back. */
export function shaded(draft: Draft, { heat }: Wanted): Draft {
  if (!heat) return draft;
  const shading = shadingBy(
    heat,
    draft.stages.map(({ each }) => each),
  );
  const stages = draft.stages.map((stage) => {
    const shade = shading.of(stage.each, stage.findings);
    const recedes = heat === 'findings' && shade === 0 && isInOrder(stage.node);
    return { ...stage, node: { ...stage.node, heat: shade, ...(recedes && { recedes }) } };
  });
  if (heat !== 'findings') return { ...draft, stages };
  const edges = draft.edges.map((edge) => {
    const open = edge.sendings.some(({ state }) => state !== 'sent') || (edge.details ?? []).length > 0;
    // What is sent as it should be is not what is looked for here.
    const sendings = edge.sendings.filter(({ state }) => state !== 'sent');
    return edge.badge || edge.questions > 0 || open ? { ...edge, sendings } : { ...edge, sendings, recedes: true };
  });
  return { ...draft, stages, edges };
}

function isInOrder({ lines, chips }: StageNode): boolean {
  const fine = [...lines, ...chips].every(({ state }) => state === 'recorded' || state === 'not-applicable');
  return fine && lines.every(({ fact }) => fact !== 'gap' && fact !== 'risk');
}
