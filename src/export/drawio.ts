import { fonts } from '../diagram/fonts.ts';
import type { Box, PlacedEdge, PlacedLane, PlacedNode, Point } from '../diagram/placed.ts';
import type { SceneEdge, SceneNode, StageNode, SummaryNode } from '../diagram/scene.ts';
import { attributes, escaped } from '../diagram/svg/xml.ts';
import { type Palette, palettes } from '../diagram/theme.ts';
import type { Drawing } from './picture.ts';
import { edgeLines, stageLines, terminalWords } from './words.ts';

const palette = palettes.light;

/** The picture as a draw.io file, everything where it was placed: stages are boxes, lanes their containers. */
export function drawioOf({ scene, placed }: Drawing): string {
  const placedNodes = new Map(placed.nodes.map((node) => [node.id, node]));
  const placedEdges = new Map(placed.edges.map((edge) => [edge.id, edge]));
  const lanes = new Map((placed.lanes ?? []).map((lane) => [lane.id, lane]));
  const cells = [
    '<mxCell id="0"/>',
    '<mxCell id="1" parent="0"/>',
    textCell('title', placed.title.box, [
      `<b style="font-size: 22px">${escaped(scene.title.label)}</b>`,
      escaped([...scene.title.facts, ...(scene.title.stamp === undefined ? [] : [scene.title.stamp])].join(' · ')),
    ]),
    ...(placed.empty && scene.empty ? [textCell('empty', placed.empty.box, [escaped(scene.empty.heading)])] : []),
    ...[...lanes.values()].map(laneCell),
    ...scene.nodes.flatMap((node) => {
      const at = placedNodes.get(node.id);
      return at ? [nodeCell(node, at, node.lane === undefined ? undefined : lanes.get(node.lane))] : [];
    }),
    ...scene.edges.flatMap((edge) => {
      const at = placedEdges.get(edge.id);
      return at ? [edgeCell(edge, at, placedNodes)] : [];
    }),
  ];
  const model = attributes({
    dx: placed.width,
    dy: placed.height,
    grid: 0,
    page: 0,
    pageWidth: placed.width,
    pageHeight: placed.height,
  });
  return [
    '<mxfile host="care-pathways">',
    `<diagram${attributes({ id: 'picture', name: scene.title.label })}>`,
    `<mxGraphModel${model}>`,
    '<root>',
    ...cells,
    '</root>',
    '</mxGraphModel>',
    '</diagram>',
    '</mxfile>',
    '',
  ].join('\n');
}

type Style = Readonly<Record<string, string | number>>;

function styleText(shape: string, style: Style): string {
  return `${shape}${Object.entries(style)
    .map(([name, value]) => `${name}=${value};`)
    .join('')}`;
}

const text: Style = { html: 1, whiteSpace: 'wrap', fontFamily: 'Inter', fontColor: palette.text };

function geometry({ x, y, w, h }: Box): string {
  return `<mxGeometry${attributes({ x, y, width: w, height: h, as: 'geometry' })}/>`;
}

function textCell(id: string, box: Box, lines: readonly string[]): string {
  const style = styleText('text;strokeColor=none;fillColor=none;', {
    ...text,
    align: 'left',
    verticalAlign: 'top',
    fontSize: 13,
    fontColor: palette.muted,
  });
  return `<mxCell${attributes({ id, value: lines.join('<br>'), style, vertex: 1, parent: 1 })}>${geometry(box)}</mxCell>`;
}

/** A lane is a box that holds its stages, so that they move with it; its heading is broken as in the picture. */
function laneCell({ id, box, heading }: PlacedLane): string {
  const lines = heading.texts.map(({ runs }) => {
    const words = escaped(runs.map((run) => run.text).join(''));
    return runs.some(({ font }) => fonts[font].weight === 600) ? `<b>${words}</b>` : words;
  });
  const style = styleText('', {
    ...text,
    whiteSpace: 'nowrap',
    container: 1,
    collapsible: 0,
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 16,
    align: 'left',
    spacingLeft: Math.max(0, Math.round((heading.texts[0]?.x ?? box.x) - box.x)),
    verticalAlign: heading.box.h > box.h / 2 ? 'middle' : 'top',
    fontSize: 12,
    fillColor: palette.band,
    strokeColor: palette.rule,
  });
  return `<mxCell${attributes({ id, value: lines.join('<br>'), style, vertex: 1, parent: 1 })}>${geometry(box)}</mxCell>`;
}

function nodeCell(node: SceneNode, at: PlacedNode, lane: PlacedLane | undefined): string {
  const [value, style, box] =
    node.kind === 'terminal'
      ? terminalCell(terminalWords(node), at)
      : ([stageValue(node), stageStyle(node), at.box] as const);
  const own = lane ? { ...box, x: box.x - lane.box.x, y: box.y - lane.box.y } : box;
  const cell = `<mxCell${attributes({ style, vertex: 1, parent: lane?.id ?? 1 })}>${geometry(own)}</mxCell>`;
  return userObject(node.id, value, node.hover, cell);
}

/** An element with what hovering shows. */
function userObject(id: string, label: string, tooltip: string, cell: string): string {
  return `<UserObject${attributes({ label, tooltip: escaped(tooltip).replaceAll('\n', '<br>'), id })}>${cell}</UserObject>`;
}

const lineColours: Readonly<Record<'plain' | 'unknown' | 'none' | 'missing', keyof Palette>> = {
  plain: 'muted',
  unknown: 'question',
  none: 'gap',
  missing: 'missing',
};

function stageValue(stage: StageNode | SummaryNode): string {
  const label = stage.closed ? `<s>${escaped(stage.label)}</s>` : escaped(stage.label);
  const lines = stageLines(stage).map(
    ({ text: words, state }) =>
      `<font color="${palette[lineColours[state]]}" style="font-size: 12px">${escaped(words)}</font>`,
  );
  return [`<b>${label}</b>`, ...lines].join('<br>');
}

const changeColours = { added: '#1a6b3c', removed: palette.missing, changed: palette.missing } as const;

function stageStyle(stage: StageNode | SummaryNode): string {
  return styleText(outlineOf(stage), {
    ...text,
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 18,
    align: 'left',
    verticalAlign: 'middle',
    spacingLeft: 12,
    spacingRight: 8,
    fontSize: 14,
    fillColor: palette.card,
    strokeColor: stage.change ? changeColours[stage.change] : palette.outline,
    ...(stage.proposed || stage.change === 'removed' ? { dashed: 1 } : {}),
  });
}

/** Shared units have a second outline, and specifications a folded corner. */
function outlineOf(card: StageNode | SummaryNode): string {
  if (card.kind === 'stage') return card.shared ? 'shape=ext;double=1;' : '';
  return {
    unit: 'shape=ext;double=1;',
    whole: 'shape=ext;double=1;',
    specification: 'shape=note;size=14;',
    required: '',
  }[card.sort];
}

/** A way in or out is a circle with its words beside it, as in the picture; others are boxes. */
function terminalCell(words: string, at: PlacedNode): readonly [string, string, Box] {
  const circle = at.marks.find(({ mark }) => mark === 'entry' || mark === 'exit');
  if (!circle) {
    const missing = at.shape === 'missing';
    const looks = {
      rounded: 1,
      fontSize: 12,
      fillColor: palette.card,
      strokeColor: missing ? palette.question : palette.outline,
    };
    return [escaped(words), styleText('', { ...text, ...looks, ...(missing ? { dashed: 1 } : {}) }), at.box];
  }
  const where = labelSide(circle, at.texts);
  const looks = {
    fontSize: 12,
    strokeWidth: 2,
    strokeColor: palette.arrow,
    fillColor: circle.mark === 'exit' ? palette.arrow : palette.canvas,
  };
  const value = at.texts.map(({ runs }) => escaped(runs.map((run) => run.text).join(''))).join('<br>');
  const style = styleText('ellipse;shape=ellipse;perimeter=ellipsePerimeter;', {
    ...text,
    whiteSpace: 'nowrap',
    ...where,
    ...looks,
  });
  return [value, style, { x: circle.x - 7, y: circle.y - 7, w: 14, h: 14 }];
}

/** Words stand beside a circle, above or below it, as they do in the picture. */
function labelSide(circle: Point, texts: PlacedNode['texts']): Style {
  const [first] = texts;
  if (first?.anchor === 'end')
    return { labelPosition: 'left', verticalAlign: 'middle', align: 'right', spacingRight: 4 };
  if (first?.anchor === 'start')
    return { labelPosition: 'right', verticalAlign: 'middle', align: 'left', spacingLeft: 4 };
  return first && first.y < circle.y
    ? { verticalLabelPosition: 'top', verticalAlign: 'bottom', align: 'center' }
    : { verticalLabelPosition: 'bottom', verticalAlign: 'top', align: 'center' };
}

function edgeCell(edge: SceneEdge, at: PlacedEdge, nodes: ReadonlyMap<string, PlacedNode>): string {
  const [start, end] = [at.points[0], at.points.at(-1)];
  const style = styleText('edgeStyle=orthogonalEdgeStyle;', {
    html: 1,
    rounded: 1,
    endArrow: edge.kind === 'tie' ? 'none' : 'block',
    endFill: 1,
    fontFamily: 'Inter',
    fontSize: 11,
    fontColor: palette.muted,
    labelBackgroundColor: palette.canvas,
    strokeWidth: edge.weight ?? 1.5,
    strokeColor: edge.change ? changeColours[edge.change] : edge.kind === 'flow' ? palette.accent : palette.arrow,
    ...(edge.kind === 'flow' || edge.change === 'removed' ? { dashed: 1 } : {}),
    ...port('exit', start, nodes.get(edge.from)),
    ...port('entry', end, nodes.get(edge.to)),
  });
  const points = at.points.slice(1, -1).map(({ x, y }) => `<mxPoint${attributes({ x, y })}/>`);
  const way = points.length === 0 ? '' : `<Array as="points">${points.join('')}</Array>`;
  const { along, offset } = labelPlace(at);
  const inner = `${way}<mxPoint${attributes({ x: offset.x, y: offset.y, as: 'offset' })}/>`;
  const cell = `<mxCell${attributes({ style, edge: 1, parent: 1, source: edge.from, target: edge.to })}><mxGeometry${attributes({ x: along, relative: 1, as: 'geometry' })}>${inner}</mxGeometry></mxCell>`;
  return userObject(
    edge.id,
    edgeLines(edge)
      .map((line) => escaped(line))
      .join('<br>'),
    edge.hover,
    cell,
  );
}

/** Where on a box an arrow touches it, in parts of its sides; a circle is touched wherever the arrow comes from. */
function port(end: 'exit' | 'entry', point: Point | undefined, node: PlacedNode | undefined): Style {
  if (!point || !node || node.shape === 'entry' || node.shape === 'exit') return {};
  const part = (value: number, from: number, length: number) =>
    Math.round(Math.min(1, Math.max(0, (value - from) / length)) * 1000) / 1000;
  return {
    [`${end}X`]: part(point.x, node.box.x, node.box.w),
    [`${end}Y`]: part(point.y, node.box.y, node.box.h),
    [`${end}Dx`]: 0,
    [`${end}Dy`]: 0,
  };
}

/** How far along its arrow a label stands, from -1 to 1, and how far from that point. */
function labelPlace({ points, label }: PlacedEdge): { readonly along: number; readonly offset: Point } {
  const none = { along: 0, offset: { x: 0, y: 0 } };
  if (!label) return none;
  const middle = { x: label.box.x + label.box.w / 2, y: label.box.y + label.box.h / 2 };
  let [best, bestAt, bestPoint, walked] = [Number.POSITIVE_INFINITY, 0, middle, 0];
  for (const [index, b] of points.slice(1).entries()) {
    const a = points[index]!;
    const point = { x: between(middle.x, a.x, b.x), y: between(middle.y, a.y, b.y) };
    const far = Math.abs(point.x - middle.x) + Math.abs(point.y - middle.y);
    if (far < best) {
      [best, bestPoint] = [far, point];
      bestAt = walked + Math.abs(point.x - a.x) + Math.abs(point.y - a.y);
    }
    walked += Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
  }
  if (walked === 0) return none;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    along: Math.round((2 * bestAt * 1000) / walked - 1000) / 1000,
    offset: { x: rounded(middle.x - bestPoint.x), y: rounded(middle.y - bestPoint.y) },
  };
}

function between(value: number, a: number, b: number): number {
  return Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b));
}
