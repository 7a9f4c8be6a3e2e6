import { expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout.ts';
import { sceneOf } from '../../src/diagram/scene/scene-of.ts';
import { flow, pathway, projectOf, stage, transition, unknown, uses } from './models.ts';

const other = pathway('other', 'Another', {
  footprint: 'england',
  ages: [18],
  provider: 'nhs-england',
  stages: [stage('unit', 'Unit', { level: ['tier-3', 'tier-4'] })],
});
const one = pathway('one', 'One', {
  footprint: 'black-country',
  commissioner: unknown,
  stages: [
    stage('a', 'A stage', { setting: ['court', 'prison*3'], provider: ['bcp-ft lead', 'bcp-ft'], ages: [10, 18] }),
  ],
  uses: [uses('unit', 'other', 'theirs'), uses('nothing', 'other', 'lost')],
  transitions: [
    transition('a -> theirs', undefined, { movement: 'age', send: ['chat by systmone', 'assetplus by systmone'] }),
  ],
  flows: [flow('theirs -> a', undefined, { send: unknown })],
});
const placed = await layout(sceneOf(projectOf(one, other), one, []));
const factsOf = (id: string) => placed.nodes.find((node) => node.id === id)?.facts;

test('a stage is found by its own facts and by those of its pathway', () => {
  expect(factsOf('stage:a')).toEqual({
    settings: {
      state: 'recorded',
      values: [
        { name: 'court', label: 'Court' },
        { name: 'prison', label: 'Prison' },
      ],
    },
    levels: { state: 'missing', values: [] },
    providers: {
      state: 'recorded',
      values: [{ name: 'bcp-ft', label: 'Black Country Partnership NHS Foundation Trust' }],
    },
    commissioners: { state: 'unknown', values: [] },
    footprints: { state: 'recorded', values: [{ name: 'black-country', label: 'Black Country' }] },
    cohorts: { state: 'missing', values: [] },
    ages: { state: 'recorded', values: [{ from: 10, to: 18 }] },
  });
});

test('a shared stage has the facts of where it is described, and none where it cannot be found', () => {
  const shared = factsOf('stage:theirs');
  expect([shared?.providers.values[0]?.name, shared?.footprints.values[0]?.name]).toEqual(['nhs-england', 'england']);
  expect(shared?.ages.values).toEqual([{ from: 18 }]);
  expect(factsOf('stage:lost')).toBeUndefined();
});

test('an arrow is found by how people move and what is sent', () => {
  const [moving, telling] = placed.edges.map((edge) => edge.facts);
  expect(moving?.movements.values).toEqual([{ name: 'age', label: 'Age transition' }]);
  expect(moving?.information.values.map(({ name }) => name)).toEqual(['chat', 'assetplus']);
  expect(moving?.systems.values).toEqual([{ name: 'systmone', label: 'SystmOne' }]);
  expect(telling).toMatchObject({
    information: { state: 'unknown' },
    systems: { values: [] },
    ages: { state: 'missing' },
  });
});

test('boxes and arrows say what they are called', () => {
  expect(placed.nodes.map(({ caption }) => caption)).toEqual(['A stage', 'Unit', 'lost']);
  expect(placed.edges.map(({ caption }) => caption)).toEqual(['Age transition', '']);
});
