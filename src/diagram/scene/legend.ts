import type {
  Change,
  LegendEntry,
  LegendMark,
  SceneEdge,
  SceneNode,
  SummaryNode,
  TintMark,
  TitleBlock,
} from '../scene.ts';

/** Marks that are explained wherever they are used; what colours and shades mean depends on the picture. */
type Explained = Exclude<LegendMark, TintMark | `heat${0 | 1 | 2 | 3 | 4}` | 'narrow' | 'wide'>;

const texts: Readonly<Record<Explained, string>> = {
  question: 'open question',
  gap: 'confirmed gap',
  missing: 'still to be mapped',
  transition: 'a person moves',
  flow: 'only information moves',
  sent: 'information sent with the person',
  'sent-unknown': 'unknown what is sent',
  'sent-none': 'nothing is sent',
  'sent-missing': 'nothing recorded as sent',
  entry: 'way in',
  exit: 'way out',
  elsewhere: 'another pathway',
  broken: 'names nothing that exists',
  proposed: 'proposed',
  closed: 'closed',
  shared: 'shared with another pathway',
  error: 'errors, with their number',
  warning: 'warnings, with their number',
  info: 'notes, with their number',
  accepted: 'accepted, with their number',
  hidden: 'a stage that is left out here',
  added: 'added',
  removed: 'taken away',
  changed: 'changed',
  realised: 'realised',
  varies: 'realised in another way',
  tie: 'belong together, as the line says',
};

/** One entry for each mark that the picture uses, always in the same order. */
export function legendOf(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  title: TitleBlock,
): readonly LegendEntry[] {
  if (nodes.length === 0) return [];
  const used = new Set<LegendMark>([...nodes.flatMap(nodeMarks), ...edges.flatMap(edgeMarks)]);
  if (title.counts.question > 0) used.add('question');
  if (title.counts.accepted > 0) used.add('accepted');
  // With arrows of one kind only there is nothing to tell apart.
  if ((used.has('flow') || used.has('tie')) && edges.some((edge) => edge.kind === 'transition')) used.add('transition');
  return (Object.keys(texts) as Explained[])
    .filter((mark) => used.has(mark))
    .map((mark) => ({ mark, text: texts[mark] }));
}

const terminalMarks = {
  entry: 'entry',
  exit: 'exit',
  pathway: 'elsewhere',
  missing: 'broken',
  hidden: 'hidden',
} as const;

function nodeMarks(node: SceneNode): readonly LegendMark[] {
  if (node.kind === 'terminal') return [terminalMarks[node.sort], ...changeMark(node)];
  if (node.kind === 'summary') return summaryMarks(node);
  const states = [...node.lines, ...node.chips, ...(node.figures ?? [])].map((part) => part.state);
  return [
    ...(states.includes('unknown') || node.questions > 0 ? (['question'] as const) : []),
    ...(states.includes('none') ? (['gap'] as const) : []),
    ...(states.includes('missing') ? (['missing'] as const) : []),
    ...(states.includes('broken') ? (['broken'] as const) : []),
    ...(node.proposed ? (['proposed'] as const) : []),
    ...(node.closed ? (['closed'] as const) : []),
    ...(node.shared ? (['shared'] as const) : []),
    ...(node.badge ? [node.badge.severity] : []),
    ...(node.accepted ? (['accepted'] as const) : []),
    ...changeMark(node),
  ];
}

function summaryMarks(node: SummaryNode): readonly LegendMark[] {
  return [
    ...node.lines.flatMap(({ sign, state }): readonly LegendMark[] => [
      ...(sign ? [sign] : []),
      ...(state === 'missing' ? (['missing'] as const) : []),
    ]),
    ...node.chips.flatMap(({ state }) => (state === 'unknown' ? (['question'] as const) : [])),
    ...(node.questions > 0 ? (['question'] as const) : []),
    ...(node.proposed ? (['proposed'] as const) : []),
    ...(node.closed ? (['closed'] as const) : []),
    ...(node.sort === 'unit' ? (['shared'] as const) : []),
    ...(node.badge ? [node.badge.severity] : []),
    ...(node.accepted ? (['accepted'] as const) : []),
  ];
}

function edgeMarks(edge: SceneEdge): readonly LegendMark[] {
  const sendings = edge.sendings.map((s): LegendMark => (s.state === 'sent' ? 'sent' : `sent-${s.state}`));
  const states = (edge.details ?? []).map(({ state }) => state);
  return [
    ...(states.includes('unknown') ? (['question'] as const) : []),
    ...(states.includes('none') ? (['gap'] as const) : []),
    ...(states.includes('missing') ? (['missing'] as const) : []),
    ...(edge.kind === 'flow' ? (['flow'] as const) : []),
    ...(edge.kind === 'tie' ? (['tie'] as const) : []),
    ...sendings,
    ...(edge.questions > 0 ? (['question'] as const) : []),
    ...(edge.badge ? [edge.badge.severity] : []),
    ...(edge.accepted ? (['accepted'] as const) : []),
    ...changeMark(edge),
  ];
}

function changeMark({ change }: { readonly change?: Change }): readonly Change[] {
  return change ? [change] : [];
}
