import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../src/export/formats.ts';
import { openPage, startBrowser } from '../webview/browser.ts';
import { awkwardDrawing, exampleDrawings, exported, exportedText, type NamedDrawing } from './drawings.ts';

const require = createRequire(import.meta.url);
const drawings = [...(await exampleDrawings()), await awkwardDrawing()];
const named = drawings.map((drawing) => [drawing.name, drawing] as const);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const types: Readonly<Partial<Record<ExportFormat, string>>> = { svg: 'image/svg+xml', png: 'image/png' };

/** A file as an address that a page can open. */
async function addressOf(drawing: NamedDrawing, format: 'svg' | 'png'): Promise<string> {
  const { content } = await exported(drawing, { format, scale: 1 });
  return `data:${types[format]};base64,${Buffer.from(content).toString('base64')}`;
}

/** How far two pictures are apart, coarsely: the difference of their pixels as a part of what the first has on its ground. */
function apart(page: Page, one: string, other: string): Promise<{ size: [number, number]; difference: number }> {
  return page.evaluate(
    async ([a, b]) => {
      const load = async (address: string) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return image;
      };
      const images = [await load(a!), await load(b!)] as const;
      const { naturalWidth: w, naturalHeight: h } = images[0];
      const drawn = (source: CanvasImageSource, width: number, height: number) => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [width, height];
        const context = canvas.getContext('2d')!;
        context.imageSmoothingQuality = 'high';
        context.drawImage(source, 0, 0, width, height);
        return { canvas, context };
      };
      // Shrunk to a quarter once they are pixels, so that how the edges of letters are smoothed does not count.
      const pixels = images.map((image) => {
        const [width, height] = [Math.round(w / 4), Math.round(h / 4)];
        return drawn(drawn(image, w, h).canvas, width, height).context.getImageData(0, 0, width, height).data;
      });
      let [sum, ink] = [0, 0];
      for (let at = 0; at < pixels[0]!.length; at++) {
        sum += Math.abs(pixels[0]![at]! - pixels[1]![at]!);
        ink += Math.abs(pixels[0]![at]! - pixels[0]![at % 4]!);
      }
      const size: [number, number] = [images[1].naturalWidth, images[1].naturalHeight];
      return { size, difference: sum / ink };
    },
    [one, other],
  );
}

/** What the page of a PDF looks like, drawn by pdf.js, as large as the picture. */
async function pdfAddress(page: Page, drawing: NamedDrawing): Promise<string> {
  const { content } = await exported(drawing, { format: 'pdf' });
  return page.evaluate(
    async ([data, scale]) => {
      const { getDocument } = (globalThis as unknown as { pdfjs: typeof import('pdfjs-dist') }).pdfjs;
      const bytes = Uint8Array.from(atob(data as string), (letter) => letter.charCodeAt(0));
      const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
      const first = await pdf.getPage(1);
      const viewport = first.getViewport({ scale });
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
      await first.render({ canvas, viewport }).promise;
      return canvas.toDataURL();
    },
    [Buffer.from(content).toString('base64'), 4 / 3] as const,
  );
}

const toolsPage = `<!doctype html><title>Pictures</title><script type="module">
  import * as pdfjs from '/pdf.mjs';
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
  globalThis.pdfjs = pdfjs;
</script>`;

/** A page of its own address, to which pdf.js is given. */
async function openTools() {
  const opened = await openPage(browser);
  await opened.page.route('http://pictures.test/**', (route) => {
    const name = new URL(route.request().url()).pathname;
    const file = { '/pdf.mjs': 'pdf.mjs', '/pdf.worker.mjs': 'pdf.worker.mjs' }[name];
    if (file)
      return route.fulfill({
        path: require.resolve(`pdfjs-dist/legacy/build/${file}`),
        contentType: 'text/javascript',
      });
    return route.fulfill({ body: toolsPage, contentType: 'text/html' });
  });
  await opened.page.goto('http://pictures.test/');
  return opened;
}

describe.each(named)('%s', (_, drawing) => {
  it('looks the same as SVG, PNG and PDF', async () => {
    await using opened = await openTools();
    const svg = await addressOf(drawing, 'svg');
    const png = await apart(opened.page, svg, await addressOf(drawing, 'png'));
    const pdf = await apart(opened.page, svg, await pdfAddress(opened.page, drawing));
    for (const { size } of [png, pdf]) expect(size).toEqual([drawing.placed.width, drawing.placed.height]);
    // Another engine sets text a little bolder; and typewriter text, where a picture has some, in Inter.
    expect(png.difference).toBeLessThan(0.15);
    expect(pdf.difference).toBeLessThan(drawing.placed.empty ? 0.1 : 0.03);
    const [another] = drawings.filter(({ name }) => name !== drawing.name);
    expect((await apart(opened.page, svg, await addressOf(another!, 'png'))).difference).toBeGreaterThan(1);
    expect(opened.complaints).toEqual([]);
  });
});

describe('Mermaid', () => {
  it("understands every flowchart, and draws every stage's label", async () => {
    await using opened = await openPage(browser);
    await opened.page.setContent('<!doctype html><div id="picture"></div>');
    await opened.page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
    for (const drawing of drawings) {
      const shown = await opened.page.evaluate(
        async (text) => {
          const { mermaid } = globalThis as unknown as {
            mermaid: {
              parse(text: string): Promise<{ diagramType: string }>;
              render(id: string, text: string): Promise<{ svg: string }>;
            };
          };
          const { diagramType } = await mermaid.parse(text);
          const picture = document.querySelector('#picture')!;
          picture.innerHTML = (await mermaid.render('drawn', text)).svg;
          return { diagramType, text: picture.textContent ?? '' };
        },
        await exportedText(drawing, 'mermaid'),
      );
      expect(shown.diagramType).toMatch(/^flowchart/);
      for (const node of drawing.scene.nodes) if (node.kind === 'stage') expect(shown.text).toContain(node.label);
    }
  });
});

describe('BPMN', () => {
  it('opens in bpmn-js without a warning, and shows every stage', async () => {
    await using opened = await openPage(browser);
    await opened.page.setContent('<!doctype html><div id="canvas" style="height: 800px"></div>');
    await opened.page.addScriptTag({ path: require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
    for (const drawing of drawings) {
      const shown = await opened.page.evaluate(
        async (xml) => {
          const { BpmnJS } = globalThis as unknown as {
            BpmnJS: new (options: {
              container: string;
            }) => {
              importXML(xml: string): Promise<{ warnings: readonly { message: string }[] }>;
              saveSVG(): Promise<{ svg: string }>;
              destroy(): void;
            };
          };
          const viewer = new BpmnJS({ container: '#canvas' });
          const { warnings } = await viewer.importXML(xml);
          const { svg } = await viewer.saveSVG();
          viewer.destroy();
          const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
          return { warnings: warnings.map(({ message }) => message), text: page.documentElement.textContent ?? '' };
        },
        await exportedText(drawing, 'bpmn'),
      );
      expect(shown.warnings).toEqual([]);
      const text = shown.text.replace(/\s+/g, '');
      for (const node of drawing.scene.nodes)
        if (node.kind === 'stage') expect(text).toContain(node.label.replace(/\s+/g, ''));
    }
    expect(opened.complaints).toEqual([]);
  });
});
