import { type Box, type Point, round } from '../../diagram/placed.ts';
import type { Scene } from '../../diagram/scene.ts';
import { attributes, escaped } from '../../diagram/svg/xml.ts';
import type { Annotation, Arrow, Element, Plan, Pool } from './plan.ts';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const spaces = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/** The text of a BPMN file: first what there is, then where it is drawn. */
export function bpmnText({ title }: Scene, { pools, messages, ties }: Plan): string {
  const facts = [title.label, ...title.facts, ...(title.stamp === undefined ? [] : [title.stamp])];
  const shift = shiftFor(pools);
  const definitions = {
    ...spaces,
    id: 'definitions',
    name: title.label,
    targetNamespace: 'urn:care-pathways:picture',
    exporter: 'Care Pathways',
  };
  const collaboration = tag('bpmn:collaboration', { id: 'collaboration' }, [
    documentation(facts.join('\n')),
    ...pools.map(({ id, name }) =>
      tag('bpmn:participant', { id: `${id}.pool`, name, processRef: `${id}.process` }, []),
    ),
    ...messages.map(messageFlow),
    ...ties.map(association),
  ]);
  const plane = tag('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: 'collaboration' }, [
    ...pools.flatMap((pool) => poolShapes(pool, shift)),
    ...[...messages, ...ties].map((arrow) => edgeShape(arrow, shift)),
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...tag('bpmn:definitions', definitions, [
      collaboration,
      ...pools.map(process),
      tag('bpmndi:BPMNDiagram', { id: 'diagram', name: title.label }, [plane]),
    ]),
    '',
  ].join('\n');
}

/** An element as lines, those inside it moved in. */
function tag(name: string, all: Attributes, inside: readonly (readonly string[])[]): readonly string[] {
  const own = attributes(
    Object.fromEntries(
      Object.entries(all).map(([key, value]) => [key, typeof value === 'boolean' ? String(value) : value]),
    ),
  );
  const lines = inside.flat();
  if (lines.length === 0) return [`<${name}${own} />`];
  return [`<${name}${own}>`, ...lines.map((line) => `  ${line}`), `</${name}>`];
}

/** An element that holds text only. Its lines are not moved in: blanks would count as text. */
function textTag(name: string, all: Attributes, text: string): readonly string[] {
  return [`<${name}${attributes(all as Readonly<Record<string, string>>)}>${onLines(text)}</${name}>`];
}

function onLines(text: string): string {
  return escaped(text).replaceAll('\n', '&#10;');
}

function documentation(text: string): readonly string[] {
  return text === '' ? [] : textTag('bpmn:documentation', {}, text);
}

function process(pool: Pool): readonly string[] {
  return tag('bpmn:process', { id: `${pool.id}.process`, name: pool.name, isExecutable: false }, [
    ...pool.elements.map(flowNode),
    ...pool.sequences.map(sequenceFlow(new Set(pool.elements.filter(isEvent).map(({ id }) => id)))),
    ...pool.annotations.map(annotation),
    ...pool.associations.map(association),
  ]);
}

const isEvent = ({ kind }: Element): boolean => kind === 'startEvent' || kind === 'endEvent';

function flowNode({ id, kind, name, documentation: words, incoming, outgoing }: Element): readonly string[] {
  return tag(`bpmn:${kind}`, { id, name }, [
    documentation(words),
    ...incoming.map((flow) => textTag('bpmn:incoming', {}, flow)),
    ...outgoing.map((flow) => textTag('bpmn:outgoing', {}, flow)),
  ]);
}

/** Only what leaves a task can depend on something. */
function sequenceFlow(events: ReadonlySet<string>): (arrow: Arrow) => readonly string[] {
  return ({ id, name, from, to, condition, documentation: words }) =>
    tag('bpmn:sequenceFlow', { id, ...named(name), sourceRef: from, targetRef: to }, [
      documentation(words),
      condition === undefined || events.has(from)
        ? []
        : textTag('bpmn:conditionExpression', { 'xsi:type': 'bpmn:tFormalExpression' }, condition),
    ]);
}

function messageFlow({ id, name, from, to, documentation: words }: Arrow): readonly string[] {
  return tag('bpmn:messageFlow', { id, ...named(name), sourceRef: from, targetRef: to }, [documentation(words)]);
}

function annotation({ id, text }: Annotation): readonly string[] {
  return tag('bpmn:textAnnotation', { id }, [textTag('bpmn:text', {}, text)]);
}

function association({ id, from, to, directed, documentation: words }: Arrow): readonly string[] {
  const associationDirection = directed ? 'One' : 'None';
  return tag('bpmn:association', { id, associationDirection, sourceRef: from, targetRef: to }, [documentation(words)]);
}

const named = (name: string): Attributes => (name === '' ? {} : { name });

type Shift = (point: Point) => Point;

/** Starts the drawing near its corner. */
function shiftFor(pools: readonly Pool[]): Shift {
  const x = Math.min(...pools.map(({ box }) => box.x)) - 20;
  const y = Math.min(...pools.map(({ box }) => box.y)) - 20;
  return (point) => ({ x: round(point.x - x), y: round(point.y - y) });
}

function poolShapes({ id, box, elements, annotations, sequences, associations }: Pool, shift: Shift) {
  return [
    shape(`${id}.pool`, box, shift, { isHorizontal: true }),
    ...elements.map((each) =>
      shape(each.id, each.box, shift, each.kind === 'subProcess' ? { isExpanded: false } : {}, each.label),
    ),
    ...annotations.map((each) => shape(each.id, each.box, shift)),
    ...[...sequences, ...associations].map((arrow) => edgeShape(arrow, shift)),
  ];
}

function shape(id: string, box: Box, shift: Shift, all: Attributes = {}, label?: Box): readonly string[] {
  return tag('bpmndi:BPMNShape', { id: `${id}.di`, bpmnElement: id, ...all }, [
    bounds(box, shift),
    label ? tag('bpmndi:BPMNLabel', {}, [bounds(label, shift)]) : [],
  ]);
}

function bounds(box: Box, shift: Shift): readonly string[] {
  return tag('dc:Bounds', { ...shift(box), width: round(box.w), height: round(box.h) }, []);
}

function edgeShape({ id, points, label }: Arrow, shift: Shift): readonly string[] {
  return tag('bpmndi:BPMNEdge', { id: `${id}.di`, bpmnElement: id }, [
    ...points.map((point) => tag('di:waypoint', { ...shift(point) }, [])),
    label ? tag('bpmndi:BPMNLabel', {}, [bounds(label, shift)]) : [],
  ]);
}
