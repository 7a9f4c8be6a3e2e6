import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { sceneOf } from '../../src/diagram/scene/scene-of.ts';
import { svgOf, type Theme } from '../../src/diagram/svg.ts';
import { generated } from './generated.ts';
import { pathway, projectOf, stage, transition } from './models.ts';
import { everyMark, planOnly, type Sample } from './samples.ts';

const themes: readonly Theme[] = ['light', 'dark', 'high-contrast-light', 'high-contrast-dark'];

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every start tag of a document; throws where it is not well-formed. */
function tags(svg: string): readonly Tag[] {
  const found: Tag[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => found.push({ name: tag.name, attributes: tag.attributes as Record<string, string> }));
  parser.write(svg).close();
  return found;
}

async function placed(sample: Sample) {
  return layout(sceneOf(sample.project, sample.pathway, sample.findings));
}

const marks = await placed(everyMark());

describe.each(themes)('in %s', (theme) => {
  test('the picture is well-formed and the same every time', () => {
    const svg = svgOf(marks, { theme });
    expect(tags(svg)[0]!.name).toBe('svg');
    expect(svgOf(marks, { theme })).toBe(svg);
  });

  test('so is the empty one', async () => {
    expect(svgOf(await placed(planOnly()), { theme })).toContain('No stages yet. Add a stage to see it here:');
    tags(svgOf(await placed(planOnly()), { theme }));
  });
});

test('odd labels stay well-formed', async () => {
  const stages = [stage('a', `<b>&amp; "quotes" 'and' ]]> \u0000\u0007 \ud800 tabs\tand\nlines`), stage('b', '—')];
  const one = pathway('odd', '<&>', { stages, transitions: [transition('a -> b', '"<>&')] });
  const svg = svgOf(await placed({ project: projectOf(one), pathway: one, findings: [] }), {
    theme: 'light',
    interactive: true,
  });
  tags(svg);
  expect(svg).toContain('&lt;b&gt;&amp;amp;');
});

test.each([3, 17, 40])('generated pathway %i is well-formed', async (seed) => {
  tags(svgOf(await placed(generated(seed, 12)), { theme: 'dark', interactive: true }));
});

test('every element has its id, its role, its spoken name and its tooltip', () => {
  const svg = svgOf(marks, { theme: 'light' });
  const groups = tags(svg).filter((tag) => tag.attributes['data-id'] !== undefined);
  const elements = [...marks.nodes, ...marks.edges.filter((edge) => edge.kind !== 'link')];
  expect(groups.map((group) => group.attributes['data-id'])).toEqual(elements.map((element) => element.id));
  expect(groups.map((group) => group.attributes['aria-label'])).toEqual(elements.map((element) => element.spoken));
  for (const group of groups) expect(group.attributes).toMatchObject({ role: 'graphics-symbol img' });
  expect(svg.match(/<title>/g)).toHaveLength(elements.length + 1);
  expect(svg).not.toContain('tabindex');
});

test('an interactive picture takes the focus in one place', () => {
  const groups = tags(svgOf(marks, { theme: 'light', interactive: true })).filter(
    (tag) => tag.attributes['data-id'] !== undefined,
  );
  expect(groups.filter((group) => group.attributes['tabindex'] === '0')).toHaveLength(1);
  expect(groups.every((group) => group.attributes['role'] === 'button')).toBe(true);
});

test('a picture stands alone: nothing is fetched, nothing runs, no text is stretched', () => {
  const svg = svgOf(marks, { theme: 'light' });
  expect(svg).not.toMatch(/textLength|<script|<image|href=|url\(|@import|foreignObject/);
  expect(svg.match(/https?:\/\/[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
});

test('a font travels with the picture where one is given', () => {
  const svg = svgOf(marks, {
    theme: 'light',
    embedFont: '@font-face{font-family:Inter;src:url(data:font/woff2;base64,AAAA)}',
  });
  expect(svg).toContain('<style>@font-face{font-family:Inter;');
  tags(svg);
});

test('colours come from the theme and nowhere else', () => {
  const light = new Set(svgOf(marks, { theme: 'light' }).match(/#[0-9a-f]{6}/g));
  const dark = new Set(svgOf(marks, { theme: 'dark' }).match(/#[0-9a-f]{6}/g));
  expect([...light].filter((colour) => dark.has(colour) && colour !== '#0f1720')).toEqual([]);
});
