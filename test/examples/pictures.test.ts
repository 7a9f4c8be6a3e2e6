import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { faultsOf, qualityOf } from '../../src/diagram/overlaps.ts';
import { sceneOf } from '../../src/diagram/scene/scene-of.ts';
import type { Direction } from '../../src/diagram/scene.ts';
import { loadProject } from '../../src/language/load.ts';
import { ownPathways } from '../../src/model/walk.ts';
import { runRules } from '../../src/rules/engine.ts';
import { mergeFindings } from '../../src/rules/merge.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const directions: readonly Direction[] = ['right', 'down'];

for (const name of readdirSync(examples)) {
  const texts = readdirSync(join(examples, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.pathway'))
    .map((file) => ({ uri: `file:///${name}/${file}`, text: readFileSync(join(examples, name, file), 'utf8') }));
  const { project } = loadProject(texts);
  const findings = mergeFindings(runRules(project, { asOf: '2026-06-30' }));

  describe(`the pictures of ${name}`, () => {
    for (const pathway of ownPathways(project)) {
      it.each(directions)(
        `${pathway.name} to the %s shows everything, and nothing on top of anything`,
        async (direction) => {
          const placed = await layout(sceneOf(project, pathway, findings, { direction }));
          const ids = new Set([...placed.nodes, ...placed.edges].map(({ id }) => id));
          for (const { name: stage } of [...pathway.stages, ...pathway.uses]) expect(ids).toContain(`stage:${stage}`);
          for (const { name: transition } of pathway.transitions) expect(ids).toContain(`transition:${transition}`);
          for (const { name: flow } of pathway.flows) expect(ids).toContain(`flow:${flow}`);
          expect(faultsOf(qualityOf(placed))).toBe(0);
        },
      );
    }
  });
}
