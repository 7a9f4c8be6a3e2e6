import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { sceneOf } from '../../src/diagram/scene.ts';
import { svgOf } from '../../src/diagram/svg.ts';
import { blackCountry, everyMark, planOnly } from './samples.ts';

const pictures = [
  ['black-country', blackCountry],
  ['every-mark', everyMark],
  ['no-stages', planOnly],
] as const;

// Look at what changed before renewing these: UPDATE_GOLDEN=1 npm exec -- vitest run test/diagram/golden.test.ts
test.each(pictures.flatMap(([name, sample]) => (['light', 'dark'] as const).map((theme) => ({ name, sample, theme }))))(
  '$name in $theme is drawn as before',
  async ({ name, sample, theme }) => {
    const { project, pathway, findings } = sample();
    const svg = svgOf(await layout(sceneOf(project, pathway, findings, { stamp: '12 November 2026' })), { theme });
    const file = new URL(`golden/${name}.${theme}.svg`, import.meta.url);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, svg);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(svg);
  },
);
