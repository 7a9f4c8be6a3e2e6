import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Placed } from '../../src/diagram/placed.ts';
import { PICTURE, type PictureResult } from '../../src/protocol/requests.ts';
import {
  REVIEW,
  REVIEW_CLOSE,
  REVIEW_OPEN,
  type Review,
  type ReviewOpenParams,
  type ReviewResult,
} from '../../src/protocol/review.ts';
import { Client } from './client.ts';

const reader = 'test';
const uri = (name: string) => `untitled:review/${name}`;

const register = `organisation trust "Riverside Trust"
organisation council "Riverside Council"
`;
const north = `pathway north "The north" {
  owner council
  stage intake "Intake" {
    enters
    provider trust
    commissioner council
    cost £500k actual for 2025/26
  }
  stage support "Support" {
    provider trust
    leaves
  }
  transition on from intake to support
}
`;
const south = `pathway south "The south" {
  stage advice "Advice" {
    enters
    leaves
    provider council
  }
}
`;

let client: Client;

beforeEach(async () => {
  client = new Client();
  await client.start(undefined);
  for (const [name, text] of Object.entries({ register, north, south })) await client.open(uri(name), text);
  await client.settled();
});

afterEach(async () => {
  await client.stop();
});

test('what differs from an earlier text is said, and shown in three pictures of the same places', async () => {
  await begin({ north: north.replace('£500k', '£450k').replace('provider trust\n    leaves', 'leaves') });
  const review = await reviewed();
  expect(review).toMatchObject({ before: 'main', after: 'now', troubles: [] });
  expect(review.subjects.map(({ name, label }) => [name, label])).toEqual([['north', 'The north']]);
  const cost = entriesIn(review).find(({ sentence }) => /450,000.*500,000/.test(sentence));
  expect(cost).toMatchObject({ subject: 'north', drawn: 'stage:intake', after: { file: uri('north'), line: 6 } });
  const provider = entriesIn(review).filter(({ drawn }) => drawn === 'stage:support');
  expect(provider).toContainEqual(expect.objectContaining({ after: expect.objectContaining({ line: 9 }) }));
  const { before, difference, after } = review.shown!.pictures;
  for (const picture of [before, after]) {
    for (const { id, box } of picture.nodes) {
      expect([id, difference.nodes.find((node) => node.id === id)?.box]).toEqual([id, box]);
    }
  }
});

test('it is live: what somebody types is compared, and what is the same again is no change', async () => {
  await begin({ north });
  const first = await reviewed();
  expect([entriesIn(first), first.subjects, first.shown]).toEqual([[], [], undefined]);
  await client.change(uri('north'), north.replace('Support"', 'Care"'));
  expect(entriesIn(await reviewed()).map(({ sentence }) => sentence)).toEqual([expect.stringContaining('Care')]);
  await client.change(uri('north'), north.replaceAll('\n  ', '\n\n    '));
  expect(entriesIn(await reviewed())).toEqual([]);
});

test('the same question has the same answer, word for word', async () => {
  await begin({ north: north.replace('£500k', '£450k') });
  expect(await reviewed()).toEqual(await reviewed());
});

test('a file that is new, and one that is gone', async () => {
  const west = 'pathway west "The west" {\n  stage ward "Ward" {\n    provider trust\n  }\n}\n';
  await begin({ west }, [uri('south')]);
  const { subjects } = await reviewed();
  expect(subjects.map(({ name }) => name)).toEqual(['south', 'west']);
  const [came, went] = [await reviewed({ subject: 'south' }), await reviewed({ subject: 'west' })];
  expect(came.shown?.pictures.before.nodes).toEqual([]);
  expect(came.shown?.pictures.after.nodes).not.toEqual([]);
  expect(went.shown?.pictures.before.nodes).not.toEqual([]);
  expect(went.shown?.pictures.after.nodes).toEqual([]);
});

test('each of several pathways is shown when it is asked for', async () => {
  await begin({ north: north.replace('£500k', '£450k'), south: south.replace('Advice', 'Help') });
  expect((await reviewed()).shown?.subject).toBe('north');
  const second = await reviewed({ subject: 'south', onlyChanges: true });
  expect(second.shown?.subject).toBe('south');
  expect(second.subjects.map(({ changes }) => changes > 0)).toEqual([true, true]);
});

test('of one file only what stands in it is said', async () => {
  const texts = { north: north.replace('£500k', '£450k'), south: south.replace('Advice', 'Help') };
  await begin(texts, [], { scope: 'file', at: uri('south') });
  const review = await reviewed();
  expect(review.title).toBe('south');
  expect(review.subjects.map(({ name }) => name)).toEqual(['south']);
  for (const { before, after } of entriesIn(review)) expect((after ?? before)?.file).toBe(uri('south'));
});

test('two pathways are compared with each other, whatever they are called', async () => {
  const pathway = (name: string) => ({ key: `untitled:review#${name}`, file: uri(name) });
  await open({
    before: { called: 'now', time: 'now' },
    after: { called: 'now', time: 'now' },
    what: { scope: 'pair', before: pathway('north'), after: pathway('south') },
  });
  const review = await reviewed();
  expect(review).toMatchObject({ title: 'The north and The south', before: 'The north', after: 'The south' });
  expect(review.shown?.pictures.difference.nodes.length).toBeGreaterThan(2);
  await client.change(uri('south'), '');
  expect(await ask()).toEqual({ none: 'no-pathway' });
});

test('a text that cannot be read says so, and what can be read is compared', async () => {
  await begin({ north: north.replace('£500k', '£450k'), south: `${south}pathway {` });
  const review = await reviewed();
  expect(review.troubles).toEqual([expect.stringMatching(/^south, line 8 of main, cannot be read: /)]);
  expect(entriesIn(review).some(({ sentence }) => sentence.includes('450,000'))).toBe(true);
});

test('old texts that an editor opens are in no project: nothing is there twice', async () => {
  await client.open('git:/review/north?old', north);
  await client.settled();
  expect(client.diagnosticsOf('git:/review/north?old')).toBeUndefined();
  expect((client.diagnosticsOf(uri('north')) ?? []).map(({ code }) => code)).not.toContain('duplicate-name');
});

test('the picture of a pathway marks what is not as it was', async () => {
  const picture = async (since?: string) => {
    const wish = { key: 'untitled:review#north', ...(since !== undefined && { since }) };
    const { placed } = (await client.request<PictureResult<Placed>>(PICTURE, wish))!;
    return placed.nodes.flatMap(({ id, change }) => (change ? [`${id} ${change}`] : []));
  };
  await begin({ north: north.replace('£500k', '£450k') });
  expect(await picture()).toEqual([]);
  expect(await picture(reader)).toEqual(['stage:intake changed']);
  expect(await picture('nobody')).toEqual([]);
  await begin({ north });
  expect(await picture(reader)).toEqual([]);
});

test('a review that was never begun, or is over, is none', async () => {
  expect(await ask()).toEqual({ none: 'not-open' });
  await begin({ north });
  await client.request(REVIEW_CLOSE, { reader });
  expect(await ask()).toEqual({ none: 'not-open' });
  await begin({ north }, [], { scope: 'project', at: 'file:///elsewhere' });
  expect(await ask()).toEqual({ none: 'no-project' });
});

/** Begins a review of the texts of now with some that were otherwise; those of the others were the same. */
function begin(
  then: Readonly<Record<string, string>>,
  absent: readonly string[] = [],
  what: ReviewOpenParams['what'] = { scope: 'project', at: uri('north') },
): Promise<unknown> {
  const texts = Object.entries({ register, north, south, ...then }).map(([name, text]) => ({ uri: uri(name), text }));
  const differ = texts.filter((each) => !absent.includes(each.uri));
  return open({
    before: { called: 'main', time: 'then', differ, absent },
    after: { called: 'now', time: 'now' },
    what,
  });
}

function open(params: Omit<ReviewOpenParams, 'reader'>): Promise<unknown> {
  return client.request(REVIEW_OPEN, { ...params, reader });
}

function ask(wish: { readonly subject?: string; readonly onlyChanges?: boolean } = {}): Promise<ReviewResult<Placed>> {
  return client.request(REVIEW, { ...wish, reader });
}

async function reviewed(wish?: Parameters<typeof ask>[0]): Promise<Review<Placed>> {
  const result = await ask(wish);
  if ('none' in result) throw new Error(result.none);
  return result.review;
}

function entriesIn({ groups }: Review<unknown>) {
  return groups.flatMap(({ entries }) => entries);
}
