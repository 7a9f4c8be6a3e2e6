import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { layout } from '../src/diagram/layout.ts';
import type { Placed } from '../src/diagram/placed.ts';
import { sceneOf } from '../src/diagram/scene/scene-of.ts';
import { svgOf } from '../src/diagram/svg.ts';
import { loadProject } from '../src/language/load.ts';
import { openPage, startBrowser } from '../test/webview/browser.ts';
import { pathwayText, projectTexts } from './texts.ts';

/** So many frames of panning, and of zooming, are counted. */
const frames = 60;
const rounds = 5;

/**
 * Panning and zooming a picture in the preview page, beside the same picture as an SVG that nobody can do anything with:
 * what the browser works for a frame, both in one run, taken in turns.
 */
export async function benchWebview(stages = 1000): Promise<void> {
  const placed = await placedOf(stages);
  await using browser = await startBrowser();
  await using plain = await openPage(browser);
  await using ours = await openPage(browser);
  await plain.page.setContent(
    `<body style="margin:0;overflow:hidden"><div id="sheet" style="width:max-content;transform-origin:0 0">${svgOf(placed, { theme: 'light' })}</div>`,
  );
  await open(ours.page, placed);
  console.log(`\nA picture of ${stages} stages, moved and zoomed in Chromium: work for a frame`);
  for (const kind of ['pan', 'zoom'] as const) {
    const times = { ours: [] as number[], plain: [] as number[] };
    for (let round = 0; round <= rounds; round++) {
      const [one, other] = [await work(plain.page, plainMoves[kind]), await work(ours.page, ourMoves[kind])];
      if (round === 0) continue;
      times.plain.push(one);
      times.ours.push(other);
    }
    const [own, base] = [median(times.ours), median(times.plain)];
    console.log(
      `  ${kind.padEnd(4)}  preview ${own.toFixed(2)} ms, static SVG ${base.toFixed(2)} ms, ${(own / base).toFixed(2)} ×`,
    );
  }
}

async function placedOf(stages: number): Promise<Placed> {
  const text = pathwayText('drawn', stages);
  const { project } = loadProject([projectTexts(0, 1)[0]!, { uri: 'file:///bench/drawn.pathway', text }]);
  return layout(sceneOf(project, project.pathways.get('drawn')!, []));
}

/** The page as it is shipped, with a host that has this one picture. */
async function open(page: Page, placed: Placed): Promise<void> {
  const { outputFiles } = buildSync({
    entryPoints: ['src/webview/preview.ts'],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out/bench',
    loader: { '.woff2': 'empty' },
  });
  const text = (end: string): string => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  await page.setContent(
    `<!doctype html><html data-host="vscode"><style>${text('.css')}</style><body class="vscode-light">`,
  );
  await page.evaluate(() => {
    const api = { postMessage: () => {}, getState: () => undefined, setState: () => {} };
    Object.assign(globalThis, { acquireVsCodeApi: () => api });
  });
  await page.addScriptTag({ content: text('.js') });
  const place = placed.nodes[0]!.place;
  const entry = {
    project: 'file:///bench',
    projectLabel: 'Bench',
    name: 'drawn',
    label: 'Drawn',
    kind: 'pathway',
    file: place.file,
    place,
    stages: placed.nodes.length,
    counts: {},
  };
  const picture = { entry, placed, look: {}, views: [], stale: false, findings: [], version: 1 };
  await page.evaluate(
    (data) => {
      window.postMessage({ type: 'pathways', entries: [data.entry], selected: 'file:///bench#drawn' }, '*');
      window.postMessage({ type: 'picture', picture: data }, '*');
    },
    picture as unknown as { entry: unknown },
  );
  await page.locator('.sheet svg').waitFor();
}

type Move = 'pan' | 'zoom';

const ourMoves: Readonly<Record<Move, string>> = {
  pan: `(step) => document.querySelector('.canvas').dispatchEvent(new WheelEvent('wheel', { deltaX: step % 20 < 10 ? 40 : -40, deltaY: step % 14 < 7 ? 12 : -12, cancelable: true, bubbles: true }))`,
  zoom: `(step) => document.querySelector('.canvas').dispatchEvent(new WheelEvent('wheel', { deltaY: step % 20 < 10 ? 20 : -20, ctrlKey: true, clientX: 500, clientY: 300, cancelable: true, bubbles: true }))`,
};

const plainMoves: Readonly<Record<Move, string>> = {
  pan: `(step) => { const view = globalThis.view ??= { x: 0, y: 0, scale: 0.8 }; view.x -= step % 20 < 10 ? 40 : -40; view.y -= step % 14 < 7 ? 12 : -12; document.getElementById('sheet').style.transform = \`translate(\${view.x}px, \${view.y}px) scale(\${view.scale})\`; }`,
  zoom: `(step) => { const view = globalThis.view ??= { x: 0, y: 0, scale: 0.8 }; const by = Math.exp((step % 20 < 10 ? -20 : 20) / 180); view.x = 500 - (500 - view.x) * by; view.y = 300 - (300 - view.y) * by; view.scale *= by; document.getElementById('sheet').style.transform = \`translate(\${view.x}px, \${view.y}px) scale(\${view.scale})\`; }`,
};

/** Milliseconds from one frame to the next while something moves in every one. */
function work(page: Page, move: string): Promise<number> {
  return page.evaluate(`(async () => {
    const step = ${move};
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    const start = performance.now();
    for (let at = 0; at < ${frames}; at++) {
      step(at);
      await frame();
    }
    return (performance.now() - start) / ${frames};
  })()`);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
