import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { builtInViews } from '../../src/diagram/views/built-in.ts';
import { exportFormats } from '../../src/export/formats.ts';
import {
  awkwardDrawing,
  awkwardLabels,
  exampleDrawings,
  exported,
  exportedText,
  type NamedDrawing,
} from './drawings.ts';

const drawings = [...(await exampleDrawings()), await awkwardDrawing()];
const named = drawings.map((drawing) => [drawing.name, drawing] as const);

function stageLabels({ scene }: NamedDrawing): readonly string[] {
  return scene.nodes.flatMap((node) => (node.kind === 'stage' ? [node.label] : []));
}

const changes = { name: 'what changes', look: { difference: true } };

/** Text without blanks: other programs break lines elsewhere. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

describe.each(exportFormats)('%s', (format) => {
  it('is the same twice, and another for another picture', async () => {
    const [first, second] = drawings;
    const one = (await exported(first!, { format, page: 'a4' })).content;
    expect((await exported(first!, { format, page: 'a4' })).content).toEqual(one);
    expect((await exported(second!, { format, page: 'a4' })).content).not.toEqual(one);
  });
});

describe.each(named)('%s as PDF', (_, drawing) => {
  it('opens, is as large as the picture, and has every label as text', async () => {
    const pdf = await openPdf(drawing);
    const page = await pdf.getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    expect([width, height].map(Math.round)).toEqual(
      [drawing.placed.width, drawing.placed.height].map((pixels) => Math.round(pixels * 0.75)),
    );
    const text = squeezed((await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(''));
    for (const label of stageLabels(drawing)) expect(text).toContain(squeezed(label));
    expect(text).toContain('12November2026·3f2c1ab');
  });

  it('says its title, its language, and what each stage is to somebody who has it read to them', async () => {
    const pdf = await openPdf(drawing);
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info['Title']).toBe(drawing.scene.title.label);
    expect(info['Language']).toBe('en-GB');
    expect(info['CreationDate']).toBe('D:20261112000000Z');
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    for (const node of drawing.scene.nodes) expect(tree).toContain(JSON.stringify(node.spoken));
  });
});

async function openPdf(drawing: NamedDrawing) {
  const { content } = await exported(drawing, { format: 'pdf' });
  return getDocument({ data: new Uint8Array(content as Uint8Array), verbosity: 0 }).promise;
}

describe.each(named)('%s as draw.io', (_, drawing) => {
  it('has every stage where it was placed, and every arrow between what it joins', async () => {
    const cells = drawioCells(await exportedText(drawing, 'drawio'));
    const at = (id: string) => cells.get(id)!;
    for (const { id, box, shape } of drawing.placed.nodes) {
      const lane = drawing.placed.lanes?.find((each) => each.id === at(id).parent)?.box ?? { x: 0, y: 0 };
      if (shape === 'entry' || shape === 'exit') continue;
      expect({ x: at(id).x + lane.x, y: at(id).y + lane.y, w: at(id).w, h: at(id).h }).toEqual(box);
    }
    for (const { id, from, to, points } of drawing.placed.edges) {
      expect(at(id)).toMatchObject({ source: from, target: to });
      expect(at(id).points).toEqual(points.slice(1, -1).map(({ x, y }) => [x, y]));
    }
    for (const node of drawing.scene.nodes)
      if (node.kind === 'stage') expect(plainText(at(node.id).label)).toContain(node.label);
  });
});

interface Cell {
  label: string;
  parent: string;
  source: string;
  target: string;
  x: number;
  y: number;
  w: number;
  h: number;
  points: [number, number][];
}

/** The cells of a draw.io file by their ids; fails where it is not well-formed. */
function drawioCells(xml: string): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  let cell: Cell | undefined;
  let inWay = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes: all }) => {
    const a = all as Record<string, string>;
    if (name === 'UserObject' || (name === 'mxCell' && a['id'] !== undefined)) {
      cell = {
        label: a['label'] ?? a['value'] ?? '',
        parent: '',
        source: '',
        target: '',
        x: 0,
        y: 0,
        w: 0,
        h: 0,
        points: [],
      };
      cells.set(a['id']!, cell);
    }
    if (name === 'mxCell' && cell)
      Object.assign(cell, { parent: a['parent'], source: a['source'] ?? '', target: a['target'] ?? '' });
    if (name === 'mxGeometry' && cell)
      Object.assign(cell, { x: Number(a['x']), y: Number(a['y']), w: Number(a['width']), h: Number(a['height']) });
    if (name === 'Array') inWay = true;
    if (name === 'mxPoint' && inWay) cell?.points.push([Number(a['x']), Number(a['y'])]);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'Array') inWay = false;
  });
  parser.write(xml).close();
  return cells;
}

/** What a label in HTML says. */
function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('every view', () => {
  it.each([...builtInViews.map(({ look, name }) => ({ name, look: { ...look, view: name } })), changes])(
    '$name of every example can be drawn in every format',
    async ({ look }) => {
      for (const drawing of await exampleDrawings(look)) {
        const pdf = await openPdf(drawing);
        expect(pdf.numPages).toBe(1);
        expect(drawioCells(await exportedText(drawing, 'drawio')).size).toBeGreaterThan(drawing.scene.nodes.length);
        expect(await exportedText(drawing, 'mermaid')).toContain('flowchart');
      }
    },
  );
});

describe('SVG', () => {
  it('carries its font and says how wide its lines are, so that another font keeps to it', async () => {
    const svg = await exportedText(drawings[0]!, 'svg');
    expect(svg).toContain('src:url(data:font/woff2;base64,');
    const lines = [...svg.matchAll(/<text[^>]*>/g)].filter(([tag]) => !tag.includes('textLength'));
    expect(lines.every(([tag]) => tag.includes('text-anchor="middle"') || tag.includes('font-weight="600"'))).toBe(
      true,
    );
  });
});

describe('PNG', () => {
  it('is as large as asked for, and notes its resolution', async () => {
    const [drawing] = drawings;
    for (const scale of [1, 1.5]) {
      const png = new DataView(
        new Uint8Array((await exported(drawing!, { format: 'png', scale })).content as Uint8Array).buffer,
      );
      expect(png.getUint32(16)).toBe(Math.round(drawing!.placed.width * scale));
      expect(png.getUint32(45 - 4)).toBe(Math.round((96 * scale) / 0.0254));
    }
  });

  it('says what no font can draw', async () => {
    const drawing = await awkwardDrawing();
    const lost = { ...drawing, placed: JSON.parse(JSON.stringify(drawing.placed).replaceAll('Łódź', '\u{10ffff}')) };
    for (const format of ['png', 'pdf'] as const) {
      const { notes } = await exported(lost, { format });
      expect(notes).toEqual([expect.stringContaining('No font on this machine has the character \u{10ffff}')]);
    }
    expect((await exported(drawing, { format: 'png' })).notes).toEqual([]);
  });
});

describe('pages', () => {
  it('hold the whole picture, with title and legend, and say when it gets hard to read', async () => {
    const large = drawings.find(({ name }) => name === 'rivershire-hj')!;
    const slide = await exported(large, { format: 'svg', page: 'a4', portrait: true });
    expect(slide.content).toContain('width="210mm" height="297mm"');
    expect(slide.notes).toEqual([
      expect.stringMatching(/^On an A4 page the smallest text of this picture is \d\.\d points/),
    ]);
    const small = drawings.find(({ name }) => name === 'south-rivershire-hj')!;
    expect((await exported(small, { format: 'svg', page: 'slide' })).notes).toEqual([]);
  });

  it('are as large as they say', async () => {
    const { content } = await exported(drawings[0]!, { format: 'pdf', page: 'a3' });
    const pdf = await getDocument({ data: new Uint8Array(content as Uint8Array), verbosity: 0 }).promise;
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    expect([width, height].map(Math.round)).toEqual([1191, 842]);
  });
});

describe('Mermaid', () => {
  it('says every label, with what means something to Mermaid written as numbers', async () => {
    const text = await exportedText(await awkwardDrawing(), 'mermaid');
    const said = text.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
    for (const label of awkwardLabels) expect(said).toContain(label);
    expect(text).not.toContain('%%{');
  });
});
