import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { layout } from '../../src/diagram/layout.ts';
import type { Look } from '../../src/diagram/look.ts';
import { drawingOf, subjectsOf } from '../../src/diagram/subjects.ts';
import { exportFiles } from '../../src/export/formats.ts';
import { type Drawing, type ExportOptions, exportPicture } from '../../src/export/picture.ts';
import { loadProject } from '../../src/language/load.ts';
import { runRules } from '../../src/rules/engine.ts';
import { mergeFindings } from '../../src/rules/merge.ts';
import { machineFiles } from '../../src/server/node/machine.ts';

const examples = resolve(import.meta.dirname, '../../examples');

export interface NamedDrawing extends Drawing {
  readonly name: string;
}

/** The pictures of everything that some texts declare. */
export async function drawingsOf(
  texts: readonly { readonly uri: string; readonly text: string }[],
  look: Look = {},
): Promise<readonly NamedDrawing[]> {
  const { project } = loadProject(texts);
  const findings = mergeFindings(runRules(project, { asOf: '2026-06-30' }));
  const drawings: NamedDrawing[] = [];
  for (const subject of subjectsOf(project)) {
    const scene = drawingOf(project, subject, findings, { look, stamp: '12 November 2026 · 3f2c1ab' });
    drawings.push({ name: subject.name, scene, placed: await layout(scene) });
  }
  return drawings;
}

/** The pictures of the examples. */
export async function exampleDrawings(look: Look = {}): Promise<readonly NamedDrawing[]> {
  const all = await Promise.all(readdirSync(examples).map((name) => drawingsOf(exampleTexts(name), look)));
  return all.flat();
}

function exampleTexts(name: string): readonly { readonly uri: string; readonly text: string }[] {
  return readdirSync(join(examples, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.pathway'))
    .map((file) => ({ uri: `file:///${name}/${file}`, text: readFileSync(join(examples, name, file), 'utf8') }));
}

/** One pathway with whatever upsets other formats, and other scripts. */
export async function awkwardDrawing(): Promise<NamedDrawing> {
  const [drawing] = await drawingsOf([{ uri: 'file:///awkward/p.pathway', text: awkward }]);
  return drawing!;
}

export const awkwardLabels = [
  "Quotes “a” 'b' & <b>tags</b>",
  'style: #red; %%{init: x}%% `tick` [x] {y} |z| end',
  'Łódź Žižek Ŵŷ',
  'Ελληνικά Кириллица',
];

const awkward = `pathway p "Awkward & <odd> pathway" {
  stage a "${awkwardLabels[0]}" {
    enters "graph TD; end"
    setting community
  }
  stage end "${awkwardLabels[1]}" {
    status proposed
    provider unknown
  }
  stage c "${awkwardLabels[2]}" {
    provider none
  }
  stage default "${awkwardLabels[3]}" {
    leaves "-->|x| y"
  }
  transition from a to end "A --> B" {
    send unknown
  }
  transition from end to c "one; two" {
    send none
  }
  transition from c to a
}
`;

export function exported(drawing: Drawing, options: Partial<ExportOptions> & Pick<ExportOptions, 'format'>) {
  return exportPicture(drawing, { theme: 'light', date: '2026-11-12', ...options }, machineFiles);
}

/** What a format that is text holds. */
export async function exportedText(drawing: Drawing, format: ExportOptions['format']): Promise<string> {
  const { content } = await exported(drawing, { format });
  if (typeof content !== 'string') throw new Error(`There is no text in ${exportFiles[format].name}.`);
  return content;
}
