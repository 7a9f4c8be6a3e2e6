import { layout } from '../src/diagram/layout.ts';
import { drawingOf, type Subject, subjectsOf } from '../src/diagram/subjects.ts';
import { svgOf } from '../src/diagram/svg.ts';
import { viewsOf } from '../src/diagram/views/choices.ts';
import { type Element, mapped, readSvg, writeSvg } from '../src/export/tree.ts';
import type { Project } from '../src/model/project.ts';
import type { Finding } from '../src/rules/finding.ts';

/** Everything that is shown of one thing that can be drawn. */
export interface Shown {
  readonly project: string;
  readonly name: string;
  readonly label: string;
  readonly kind: Subject['kind'];
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly view: string;
  readonly svg: string;
}

/** A colour in light and in dark: `#ffffff #0f1720`. */
export type Colours = Map<string, string>;

/** Draws every view of everything in a project; the colours that pictures use are gathered, so that a page has each once. */
export async function shownOf(
  project: Project,
  findings: readonly Finding[],
  label: string,
  colours: Colours,
): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  for (const subject of subjectsOf(project)) {
    const views = [
      { label: 'As it is', look: {} },
      ...(subject.kind === 'scenario' ? [{ label: 'What changes', look: { difference: true } }] : []),
      ...viewsOf(project, subject).map((view) => ({ label: view.label, look: { ...view.look, view: view.name } })),
    ];
    const figures: Figure[] = [];
    for (const view of views) {
      const placed = await layout(drawingOf(project, subject, findings, { look: view.look }));
      const [light, dark] = (['light', 'dark'] as const).map((theme) => svgOf(placed, { theme })) as [string, string];
      const spoken = `${subject.label}: ${view.label}`;
      figures.push({ view: view.label, svg: lighter(inBoth(light, dark, colours), spoken) });
    }
    shown.push({ project: label, name: subject.name, label: subject.label, kind: subject.kind, figures });
  }
  return shown;
}

/** One picture for both themes: each colour goes by a name that stands for another in the dark. */
export function inBoth(light: string, dark: string, colours: Colours): string {
  const pattern = /#[0-9a-f]{6}(?=")/g;
  const others = dark.match(pattern) ?? [];
  if ((light.match(pattern) ?? []).length !== others.length)
    throw new Error('The same picture has other parts in the dark than in the light.');
  let at = 0;
  return light.replace(pattern, (colour) => {
    const pair = `${colour} ${others[at++]}`;
    const name = colours.get(pair) ?? `--c${colours.size}`;
    colours.set(pair, name);
    return `var(${name})`;
  });
}

/** The picture without what only a live one needs: it is one image with one name to those who have it read to them. */
function lighter(svg: string, spoken: string): string {
  const root = mapped(readSvg(svg), ({ name, attributes, parts }) => {
    const kept = Object.entries(attributes).filter(([key]) => !/^(?:data-|aria-|role$|tabindex$|class$)/.test(key));
    return { name, attributes: Object.fromEntries(kept), parts: parts.filter(isDrawn) };
  });
  const { width = '', height = '', 'font-family': _, style: __, xmlns: ___, ...others } = root.attributes;
  return writeSvg({ ...root, attributes: { ...others, role: 'img', 'aria-label': spoken, width, height } });
}

function isDrawn(part: Element | string): boolean {
  return typeof part === 'string' ? part.trim() !== '' : part.name !== 'title' && part.name !== 'style';
}
