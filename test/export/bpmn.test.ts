import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { describe, expect, it } from 'vitest';
import { lookFor } from '../../src/export/formats.ts';
import { awkwardDrawing, drawingsOf, exampleDrawings, exportedText, type NamedDrawing } from './drawings.ts';

const look = lookFor('bpmn', {});
const drawings = [
  ...(await exampleDrawings(look)),
  ...(await exampleDrawings(lookFor('bpmn', { difference: true, lanes: 'none' }))).filter(({ name }) =>
    ['more-early-help', 'bc-hj'].includes(name),
  ),
  ...(await drawingsOf([{ uri: 'file:///crossing/p.pathway', text: crossing() }], look)),
  await awkwardDrawing(),
];
const named = drawings.map((drawing, index) => [`${index + 1}: ${drawing.name}`, drawing] as const);

/** Everything that a pool border makes another thing of, and what is not there. */
function crossing(): string {
  return `organisation t "Trust" is nhs-provider
organisation u "Other" is nhs-provider
information r "Report" is report
pathway elsewhere "Elsewhere" {
  stage x
}
pathway busy "Busy <&> one" {
  provider t
  stage a "First" {
    enters
    gap g1 "Nobody is there at night"
  }
  stage a_note "Note" {
    provider none
  }
  stage c {
    status proposed
    provider u
    leaves "Out"
  }
  stage d {
    provider nobody
  }
  stage e
  transition in-house from a to e {
    criteria "Adults"
    threshold "Score of 20"
  }
  transition over from a to c {
    criteria "Children"
  }
  transition back from c to a
  transition away from c to pathway elsewhere
  transition lost from d to nowhere
  transition again from d to d
  flow told from a to c "Told" { send r }
  flow heard from a to e "Heard" { send r }
}
`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Moddle {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly text?: string;
  readonly flowElements?: readonly Moddle[];
  readonly artifacts?: readonly Moddle[];
  readonly messageFlows?: readonly Moddle[];
  readonly participants?: readonly Moddle[];
  readonly processRef?: Moddle;
  readonly sourceRef?: Moddle;
  readonly targetRef?: Moddle;
  readonly conditionExpression?: { readonly body: string };
  readonly bpmnElement?: Moddle;
  readonly bounds?: Box;
  readonly waypoint?: readonly { readonly x: number; readonly y: number }[];
}

interface Read {
  readonly warnings: readonly string[];
  readonly root: Moddle & { readonly rootElements: readonly Moddle[] };
  readonly elements: ReadonlyMap<string, Moddle>;
  readonly shapes: ReadonlyMap<string, Moddle>;
}

const known = new Map<NamedDrawing, Promise<Read>>();

/** What is in the file of a drawing, read once. */
function read(drawing: NamedDrawing): Promise<Read> {
  const reading = known.get(drawing) ?? readNow(drawing);
  known.set(drawing, reading);
  return reading;
}

async function readNow(drawing: NamedDrawing): Promise<Read> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(await exportedText(drawing, 'bpmn'));
  const root = rootElement as unknown as Read['root'] & { diagrams: { plane: { planeElement: Moddle[] } }[] };
  const [collaboration, ...processes] = root.rootElements;
  const elements = [
    ...(collaboration!.participants ?? []),
    ...(collaboration!.messageFlows ?? []),
    ...(collaboration!.artifacts ?? []),
    ...processes.flatMap(({ flowElements = [], artifacts = [] }) => [...flowElements, ...artifacts]),
  ];
  return {
    warnings: warnings.map(({ message }) => message),
    root,
    elements: new Map(elements.map((element) => [element.id, element])),
    shapes: new Map(root.diagrams[0]!.plane.planeElement.map((shape) => [shape.bpmnElement!.id, shape])),
  };
}

/** What the content of pathways does not say, and a process that is to be run would. */
const unsaid = [
  'conditional-flows',
  'end-event-required',
  'fake-join',
  'no-disconnected',
  'no-implicit-end',
  'no-implicit-split',
  'no-implicit-start',
  'single-blank-start-event',
  'start-event-required',
  'superfluous-label',
];

const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe.each(named)('%s as BPMN', (_, drawing) => {
  it('is read without a warning, and everything in it is drawn once', async () => {
    const { warnings, elements, shapes } = await read(drawing);
    expect(warnings).toEqual([]);
    expect([...shapes.keys()].toSorted()).toEqual([...elements.keys()].toSorted());
  });

  it('has every stage, and every arrow of the picture as what may join its ends', async () => {
    const { elements, root } = await read(drawing);
    const names = [...elements.values()].map(({ name }) => name);
    for (const node of drawing.scene.nodes) if (node.kind !== 'terminal') expect(names).toContain(node.label);
    const joined = [...elements.values()].filter(({ $type }) => /SequenceFlow|MessageFlow/.test($type)).length;
    const told = [...elements.keys()].filter((id) => id.endsWith('.told')).length;
    const lines = [...elements.values()].filter(
      ({ $type, id }) => $type === 'bpmn:Association' && !/\.(noted|told|heard)$/.test(id),
    ).length;
    expect(joined + told + lines).toBe(drawing.scene.edges.length);
    const processOf = new Map(
      root.rootElements.flatMap((process) => (process.flowElements ?? []).map((each) => [each, process] as const)),
    );
    for (const { $type, sourceRef, targetRef } of elements.values()) {
      if ($type === 'bpmn:MessageFlow') expect(processOf.get(sourceRef!)).not.toBe(processOf.get(targetRef!));
      if ($type === 'bpmn:SequenceFlow') expect(processOf.get(sourceRef!)).toBe(processOf.get(targetRef!));
    }
  });

  it('stands in its pools, nothing over another thing, with arrows that touch what they join', async () => {
    const { root, elements, shapes } = await read(drawing);
    const boxOf = (id: string): Box => shapes.get(id)!.bounds!;
    const pools = root.rootElements[0]!.participants!;
    for (const { id, processRef } of pools) {
      const parts = [...(processRef!.flowElements ?? []), ...(processRef!.artifacts ?? [])];
      const boxes = parts.filter((part) => shapes.get(part.id)!.bounds).map((part) => boxOf(part.id));
      for (const [index, box] of boxes.entries()) {
        expect(inside(box, boxOf(id))).toBe(true);
        for (const other of boxes.slice(index + 1)) expect(apart(box, other)).toBe(true);
      }
      for (const other of pools) expect(other.id === id || apart(boxOf(id), boxOf(other.id))).toBe(true);
    }
    for (const { id, sourceRef, targetRef } of elements.values()) {
      const points = shapes.get(id)!.waypoint;
      if (!points || !sourceRef || !targetRef) continue;
      for (const [point, end] of [[points[0]!, sourceRef] as const, [points.at(-1)!, targetRef] as const]) {
        const { x, y, width, height } = boxOf(end.id);
        const around = { x: x - 2, y: y - 2, width: width + 4, height: height + 4 };
        expect(inside({ ...point, width: 0, height: 0 }, around)).toBe(true);
      }
    }
  });

  it('passes what bpmnlint recommends, but for what pathways do not say', async () => {
    const { root } = await read(drawing);
    // It remembers what it has seen, so each file has its own.
    const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
    const broken = Object.keys(await linter.lint(root));
    expect(broken.filter((rule) => !unsaid.includes(rule))).toEqual([]);
  });
});

describe('a pathway as BPMN', () => {
  const busy = drawings.find(({ name }) => name === 'busy')!;

  it('has a pool for each provider, and for those without one', async () => {
    const { root } = await read(busy);
    const names = root.rootElements[0]!.participants!.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['? nobody', 'No provider', 'Other', 'Trust']);
  });

  it('says on what a transition within a pool depends, and notes what is not there', async () => {
    const { elements } = await read(busy);
    expect(elements.get('transition_in-house')).toMatchObject({
      $type: 'bpmn:SequenceFlow',
      conditionExpression: { body: 'criteria: Adults; threshold: Score of 20' },
    });
    expect(elements.get('transition_over')!.$type).toBe('bpmn:MessageFlow');
    expect(elements.get('flow_told')).toMatchObject({ $type: 'bpmn:MessageFlow', name: 'Told\nReport' });
    expect(elements.get('flow_heard.news')).toMatchObject({ $type: 'bpmn:TextAnnotation', text: 'Heard\nReport' });
    expect(elements.get('stage_a.note')!.text).toContain('gap: Nobody is there at night');
    expect(elements.get('stage_a_note.note')!.text).toContain('no provider');
    expect(elements.get('stage_c.note')!.text).toContain('proposed');
    expect([...elements.values()].find(({ name }) => name === 'Elsewhere')!.$type).toBe('bpmn:CallActivity');
  });
});
