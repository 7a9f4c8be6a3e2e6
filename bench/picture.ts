import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { layout } from '../src/diagram/layout.ts';
import { sceneOf } from '../src/diagram/scene/scene-of.ts';
import { svgOf } from '../src/diagram/svg.ts';
import { loadProject } from '../src/language/load.ts';
import type { Pathway } from '../src/model/elements.ts';
import { runRules } from '../src/rules/engine.ts';
import { measure, print } from './measure.ts';
import { pathwayText, projectTexts } from './texts.ts';

/** From text to SVG, warm, beside Graphviz dot drawing plain boxes and labelled arrows of the same graph. */
export async function benchPicture(): Promise<void> {
  const graphviz = await Graphviz.load();
  for (const [stages, turns] of [
    [20, 16],
    [100, 8],
    [300, 4],
  ] as const) {
    const text = pathwayText('drawn', stages);
    const register = projectTexts(0, 1)[0]!;
    const dot = dotOf(
      loadProject([register, { uri: 'file:///bench/drawn.pathway', text }]).project.pathways.get('drawn')!,
    );
    const results = await measure(
      [
        { name: 'ours, text to SVG', run: () => draw(register, text) },
        { name: 'Graphviz dot, graph to SVG', run: () => graphviz.dot(dot) },
      ],
      turns,
    );
    print(`A picture of ${stages} stages`, results, 'Graphviz dot, graph to SVG');
  }
}

async function draw(register: { readonly uri: string; readonly text: string }, text: string): Promise<string> {
  const { project } = loadProject([register, { uri: 'file:///bench/drawn.pathway', text }]);
  const findings = runRules(project, { asOf: '2016-06-30' });
  return svgOf(await layout(sceneOf(project, project.pathways.get('drawn')!, findings)), { theme: 'light' });
}

function dotOf(pathway: Pathway): string {
  const nodes = pathway.stages.map(({ name, label }) => `"${name}" [shape=box,width=3,height=1.3,label="${label}"];`);
  const edges = pathway.transitions.map(
    ({ from, to }) => `"${from.stage?.name}" -> "${to.stage?.name}" [label="Referral\\nHealth record"];`,
  );
  return `digraph g { rankdir=LR; splines=ortho; ${nodes.join('')} ${edges.join('')} }`;
}
