import type { Change, Scene, SceneEdge, SceneNode, StageNode } from '../diagram/scene.ts';
import { edgeLines, findingWords, stageLines, terminalWords } from './words.ts';

/** The picture as a Mermaid flowchart, for wikis and pages that draw Mermaid themselves. */
export function mermaidOf(scene: Scene): string {
  const ids = idsOf(scene.nodes);
  const lanes = scene.lanes ?? [];
  const inLane = (lane: string | undefined) => scene.nodes.filter((node) => node.lane === lane);
  const known = new Set(lanes.map(({ id }) => id));
  const outside = scene.nodes.filter(({ lane }) => lane === undefined || !known.has(lane));
  const lines = [
    '---',
    `title: ${JSON.stringify(scene.title.label)}`,
    'config:',
    '  theme: base',
    '  themeVariables:',
    '    edgeLabelBackground: "#ffffff"',
    '    lineColor: "#5b6b7a"',
    '  flowchart:',
    '    wrappingWidth: 260',
    '---',
    `%% ${[...scene.title.facts, ...(scene.title.stamp === undefined ? [] : [scene.title.stamp])].map(plainLine).join(' · ')}`,
    `flowchart ${scene.direction === 'right' ? 'LR' : 'TB'}`,
    ...lanes.flatMap((lane, index) => [
      `  subgraph lane${index + 1}[${quoted([lane.label])}]`,
      ...inLane(lane.id).map((node) => `  ${nodeLine(node, ids)}`),
      '  end',
    ]),
    ...outside.map((node) => nodeLine(node, ids)),
    ...(scene.nodes.length === 0 ? [`  empty[${quoted([scene.empty?.heading ?? 'Nothing to draw yet'])}]`] : []),
    ...scene.edges.flatMap((edge) => edgeLine(edge, ids)),
    ...classLines(scene.nodes, ids),
    ...changeLines(scene.edges),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * What has changed in the picture of both of a review, with what it is joined with, for the comment on a proposed change:
 * what has come and gone with all that it says, what has changed with what that is, and the others by their names alone.
 */
export function mermaidOfReview(difference: Scene): string {
  const { nodes, edges, lanes: _lanes, empty: _empty, ...scene } = difference;
  const changed = new Set(nodes.filter(({ change }) => change).map(({ id }) => id));
  // Ways in and out that are as they were say nothing here.
  const shownEdges = edges.filter(
    ({ kind, from, to, change }) => change || (kind !== 'link' && (changed.has(from) || changed.has(to))),
  );
  const shown = new Set([...changed, ...shownEdges.flatMap(({ from, to }) => [from, to])]);
  return mermaidOf({
    ...scene,
    nodes: nodes.filter(({ id }) => shown.has(id)).map(asChanged),
    edges: shownEdges.map(asChangedEdge),
    ...(shown.size === 0 && { empty: { heading: 'Nothing that is drawn has changed.', example: [] } }),
  });
}

function asChanged(node: SceneNode): SceneNode {
  if (node.kind === 'terminal') return node;
  const { badge: _badge, ...rest } = { ...node, questions: 0 };
  if (node.change === 'added') return rest;
  const { figures: _figures, ...plain } = { ...rest, lines: [], chips: [] } as StageNode;
  return plain;
}

function asChangedEdge({ badge: _badge, ...edge }: SceneEdge): SceneEdge {
  return { ...edge, questions: 0, ...(edge.change === 'added' ? {} : { sendings: [] }) };
}

const signs: Readonly<Record<Change, string>> = { added: '+ ', removed: '− ', changed: '~ ' };

/** What has become of something before what it says. */
function signed(change: Change | undefined, [first = '', ...rest]: readonly string[]): readonly string[] {
  return change ? [`${signs[change]}${first}`, ...rest] : [first, ...rest];
}

type Ids = ReadonlyMap<string, string>;

/** Names that Mermaid takes: letters, figures and underscores, each once, none of them a word of its own. */
function idsOf(nodes: readonly SceneNode[]): Ids {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of nodes) {
    const [, kind = 'n', name = ''] = /^(\w+):(.*)$/s.exec(id) ?? [];
    const stem = `${kind.charAt(0)}_${name.replace(/[^A-Za-z0-9]+/g, '_')}`;
    let own = stem;
    for (let count = 2; taken.has(own); count++) own = `${stem}_${count}`;
    taken.add(own);
    ids.set(id, own);
  }
  return ids;
}

function nodeLine(node: SceneNode, ids: Ids): string {
  const id = ids.get(node.id)!;
  if (node.kind !== 'terminal') {
    const isShared = node.kind === 'stage' ? node.shared : node.sort === 'unit';
    const [open, close] = isShared ? ['[[', ']]'] : ['[', ']'];
    const changes = node.kind === 'stage' ? (node.changes ?? []) : [];
    const lines = [node.label, ...stageLines(node).map(({ text }) => text), ...changes];
    return `  ${id}${open}${quoted(signed(node.change, lines), true)}${close}`;
  }
  const words = quoted(signed(node.change, [terminalWords(node)]));
  if (node.sort === 'pathway') return `  ${id}[[${words}]]`;
  return node.sort === 'missing' ? `  ${id}[${words}]` : `  ${id}([${words}])`;
}

function edgeLine(edge: SceneEdge, ids: Ids): readonly string[] {
  const [from, to] = [ids.get(edge.from), ids.get(edge.to)];
  if (from === undefined || to === undefined) return [];
  const found = findingWords(edge);
  const said = [...edgeLines(edge), ...(found === '' ? [] : [found]), ...(edge.changes ?? [])];
  const words = edge.kind === 'link' ? said : signed(edge.change, said);
  const label = words.join('') === '' ? '' : `|${quoted(words)}|`;
  const line = { flow: '-.->', tie: '---', link: '-->', transition: '-->' }[edge.kind];
  return [`  ${from} ${line}${label} ${to}`];
}

const styles = {
  stage: 'fill:#ffffff,stroke:#82909d,color:#16222e',
  unknown: 'fill:#ffffff,stroke:#5b3aa8,color:#16222e',
  none: 'fill:#ffffff,stroke:#a3122f,color:#16222e',
  missing: 'fill:#ffffff,stroke:#8a5000,color:#16222e',
  terminal: 'fill:#e9eef3,stroke:#5b6b7a,color:#16222e',
  proposed: 'stroke-dasharray:6 4',
  closed: 'text-decoration:line-through',
  added: 'stroke:#1a6b3c,stroke-width:3px',
  removed: 'stroke:#5b6b7a,stroke-dasharray:2 3',
  changed: 'stroke:#8a5000,stroke-width:3px',
} as const;
type Style = keyof typeof styles;

/** Which styles are used, and by what: the gravest of what a stage says decides its outline. */
function classLines(nodes: readonly SceneNode[], ids: Ids): readonly string[] {
  const members = new Map<Style, string[]>();
  for (const node of nodes) {
    for (const style of stylesOf(node)) members.set(style, [...(members.get(style) ?? []), ids.get(node.id)!]);
  }
  const used = (Object.keys(styles) as Style[]).filter((style) => members.has(style));
  return used.flatMap((style) => [
    `  classDef ${style} ${styles[style]}`,
    `  class ${members.get(style)!.join(',')} ${style}`,
  ]);
}

function stylesOf(node: SceneNode): readonly Style[] {
  const change = node.change === undefined ? [] : [node.change];
  if (node.kind === 'terminal') return [node.sort === 'missing' ? 'unknown' : 'terminal', ...change];
  const states = stageLines(node).map(({ state }) => state);
  const look = (['none', 'unknown', 'missing'] as const).find((state) => states.includes(state)) ?? 'stage';
  return [
    look,
    ...(node.proposed ? (['proposed'] as const) : []),
    ...(node.closed ? (['closed'] as const) : []),
    ...change,
  ];
}

function changeLines(edges: readonly SceneEdge[]): readonly string[] {
  return edges.flatMap(({ change }, index) => (change === undefined ? [] : [`  linkStyle ${index} ${styles[change]}`]));
}

/** Words between quotes, in lines; whatever means something to Mermaid or to HTML is written as its number. */
function quoted(lines: readonly string[], heading = false): string {
  const safe = lines.map((line) =>
    plainLine(line).replace(/["#;:<>&%{}[\]`\\|*_~]/g, (character) => `#${character.codePointAt(0)};`),
  );
  const [first, ...rest] = safe;
  return `"${[heading ? `<b>${first}</b>` : first, ...rest].join('<br>')}"`;
}

/** Text on one line, without what cannot be written. */
function plainLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
}
