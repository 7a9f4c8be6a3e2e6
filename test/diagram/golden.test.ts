import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { layoutReview } from '../../src/diagram/review.ts';
import { sceneOf } from '../../src/diagram/scene/scene-of.ts';
import type { Scene } from '../../src/diagram/scene.ts';
import { drawingOf } from '../../src/diagram/subjects.ts';
import { svgOf } from '../../src/diagram/svg.ts';
import { builtInViews } from '../../src/diagram/views/built-in.ts';
import { county, projectFrom, sceneFor } from './county.ts';
import { called, everyExample } from './examples.ts';
import { reviewOf } from './review.ts';
import { reviewedAfter, reviewedBefore } from './reviewed.ts';
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
  async ({ name, scene, theme }) => asBefore(`${name}.${theme}`, svgOf(await layout(scene()), { theme })),
);

test.each(builtInViews)('$name is drawn as before', async ({ name }) => {
  const { project, subject, findings } = called('rivershire-hj', everyExample());
  const scene = drawingOf(project, subject, findings, { look: { view: name } });
  asBefore(`view-${name}`, svgOf(await layout(scene), { theme: 'light' }));
});

test('a scenario is drawn beside its pathway as before', async () => {
  const { project, subject, findings } = called('more-early-help', everyExample());
  const scene = drawingOf(project, subject, findings, { look: { difference: true } });
  asBefore('difference', svgOf(await layout(scene), { theme: 'dark' }));
});

const reviews = [
  ['review-plain', 'difference', 'high-contrast-dark', {}],
  ['review-lanes-before', 'before', 'light', { lanes: 'provider' }],
  ['review-lanes', 'difference', 'light', { lanes: 'provider' }],
  ['review-lanes-after', 'after', 'light', { lanes: 'provider' }],
  ['review-down', 'difference', 'dark', { direction: 'down' }],
] as const;

test.each(reviews)('%s is drawn as before', async (name, which, theme, look) => {
  const called = { before: 'main', after: 'the working tree' };
  const { scenes } = reviewOf(reviewedBefore, reviewedAfter, { look, called });
  asBefore(name, svgOf((await layoutReview(scenes))[which], { theme }));
});

function asBefore(name: string, svg: string): void {
  const file = new URL(`golden/${name}.svg`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, svg);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(svg);
}
