import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  SPECIFICATION_SKELETON,
  SPECIFICATIONS,
  type SpecificationSkeletonParams,
  type SpecificationSkeletonResult,
  type SpecificationsResult,
} from '../../src/protocol/requests.ts';
import { samples } from '../support/command.ts';
import { Client } from './client.ts';

const folder = `file://${samples}`;
let client: Client;

beforeEach(async () => {
  client = new Client();
  await client.start(folder);
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

describe('what a pathway can be started from', () => {
  it('is every specification of the open projects', async () => {
    const found = await client.request<SpecificationsResult>(SPECIFICATIONS);
    expect(found.map(({ name, label, file }) => [name, label, file])).toContainEqual([
      'wm-hj',
      'West Midlands health and justice CAMHS pathway',
      `${folder}/specs/west-midlands-hj.pathway`,
    ]);
    expect(found.find(({ name }) => name === 'wm-hj')?.footprints).toContainEqual({
      name: 'black-country',
      label: expect.any(String),
      pathway: { label: expect.any(String), file: expect.stringMatching(/\.pathway$/) },
    });
  });

  it('gives a pathway that lacks only what the specification leaves open and nobody can call unknown', async () => {
    const text = await skeleton({ name: 'brand-new', label: 'Brand new', footprint: 'black-country' });
    expect(text).toContain('pathway brand-new "Brand new" realises wm-hj in black-country {');
    const uri = `${folder}/footprints/brand-new.pathway`;
    await client.open(uri, text!);
    await client.settled();
    const found = (client.diagnosticsOf(uri) ?? []).map(({ code, message }) => `${code}: ${message}`);
    expect(found).toEqual([
      expect.stringContaining('missing-outcome: '),
      expect.stringContaining("missing-setting: Where does 'community-camhs' happen?"),
    ]);
    expect(await skeleton({ name: 'brand-new' })).toContain('pathway brand-new-2 realises');
  });

  it('gives nothing for a specification that is not there', async () => {
    expect(await skeleton({ name: 'x', specification: 'nowhere' })).toBeNull();
    expect(await skeleton({ name: 'x', project: 'file:///nowhere' })).toBeNull();
  });
});

async function skeleton(wish: Partial<SpecificationSkeletonParams> & { name: string }) {
  const project = (await client.request<SpecificationsResult>(SPECIFICATIONS))[0]!.project;
  const params = { project, specification: 'wm-hj', ...wish };
  return client.request<SpecificationSkeletonResult>(SPECIFICATION_SKELETON, params);
}
