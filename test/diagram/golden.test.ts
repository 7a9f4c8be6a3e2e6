import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { type Scene, sceneOf } from '../../src/diagram/scene.ts';
import { svgOf } from '../../src/diagram/svg.ts';
import { county, projectFrom, sceneFor } from './county.ts';
import { blackCountry, everyMark, planOnly, type Sample } from './samples.ts';

const stamp = '12 November 2026';

function pathwayScene({ project, pathway, findings }: Sample): Scene {
  return sceneOf(project, pathway, findings, { stamp });
}

const pictures = [
  ['black-country', () => pathwayScene(blackCountry())],
  ['every-mark', () => pathwayScene(everyMark())],
  ['no-stages', () => pathwayScene(planOnly())],
  ['region', () => sceneFor(projectFrom(county), 'region', {}, stamp)],
  ['specification', () => sceneFor(projectFrom(county), 'specification', {}, stamp)],
] as const;

// Look at what changed before renewing these: UPDATE_GOLDEN=1 npm exec -- vitest run test/diagram/golden.test.ts
test.each(pictures.flatMap(([name, scene]) => (['light', 'dark'] as const).map((theme) => ({ name, scene, theme }))))(
  '$name in $theme is drawn as before',
  async ({ name, scene, theme }) => {
    const svg = svgOf(await layout(scene()), { theme });
    const file = new URL(`golden/${name}.${theme}.svg`, import.meta.url);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, svg);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(svg);
  },
);
