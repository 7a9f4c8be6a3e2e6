import { beforeEach, expect, test } from 'vitest';
import type { Look } from '../../src/diagram/look.ts';
import { type Drawn, type EditWindow, PreviewEdits } from '../../src/extension/preview/edits.ts';
import type { Edit, EditParams, EditResult, OffersParams, OffersResult } from '../../src/protocol/edits.ts';
import { entryKey, type ToPage } from '../../src/protocol/preview.ts';
import { entry, picture } from './entries.ts';

const north = entry('file:///region', 'north', 'file:///region/north.pathway');
const key = entryKey(north);
const edit: Edit = { file: north.file, changes: {}, versions: { [north.file]: 3 } };
const words = { changed: 'changed', failed: 'failed', byLane: (lane: string) => `By ${lane}` };

let posted: ToPage<unknown>[];
let written: Edit[];
let warned: string[];
let renamed: unknown[];
let asked: (OffersParams | EditParams)[];
let questions: string[];
let answer: string | undefined;
let result: EditResult | Error;
let offers: OffersResult;
let isCurrent: boolean;

beforeEach(() => {
  [posted, written, warned, renamed, asked, questions] = [[], [], [], [], [], []];
  answer = 'Crisis team';
  result = edit;
  isCurrent = true;
  offers = {
    offers: [
      { title: 'Add', kind: 'write', asks: 'label' },
      { title: 'Rename', kind: 'rename', rename: north.place },
      { title: 'Fix', kind: 'fix', edit },
    ],
    note: 'a note',
  };
});

test('what is offered goes to the page as titles, and nothing of how it is written', async () => {
  await made().receive({ type: 'offers', id: 'stage:a' });
  expect(asked).toEqual([{ key, id: 'stage:a' }]);
  expect(posted).toEqual([
    {
      type: 'offers',
      id: 'stage:a',
      offers: [
        { title: 'Add', kind: 'write', asks: 'label' },
        { title: 'Rename', kind: 'rename' },
        { title: 'Fix', kind: 'fix' },
      ],
      note: 'a note',
    },
  ]);
});

test('what is taken is done: written, renamed, or asked for first', async () => {
  const edits = made();
  await edits.receive({ type: 'offers', id: 'stage:a' });
  await edits.receive({ type: 'take', id: 'stage:a', offer: 2 });
  expect(written).toEqual([edit]);
  await edits.receive({ type: 'take', id: 'stage:a', offer: 1 });
  expect(renamed).toEqual([north.place]);
  await edits.receive({ type: 'take', id: 'stage:a', offer: 0 });
  expect(asked.at(-1)).toEqual({ key, wish: { wish: 'stage', after: 'a', label: 'Crisis team' } });
  expect(written).toHaveLength(2);
  expect(warned).toEqual([]);
});

test('what was not offered for the element is not taken', async () => {
  const edits = made();
  await edits.receive({ type: 'offers', id: 'stage:a' });
  await edits.receive({ type: 'take', id: 'stage:b', offer: 2 });
  await edits.receive({ type: 'take', id: 'stage:a', offer: 9 });
  expect(written).toEqual([]);
  expect(warned).toEqual(['changed', 'changed']);
});

test('who thinks better of it when asked has nothing written', async () => {
  answer = undefined;
  const edits = made();
  await edits.receive({ type: 'offers', id: 'stage:a' });
  await edits.receive({ type: 'take', id: 'stage:a', offer: 0 });
  await edits.receive({ type: 'save-view' });
  expect(asked).toHaveLength(1);
  expect(warned).toEqual([]);
});

test('a transition is written between the stages by their names', async () => {
  await made().receive({ type: 'join', from: 'stage:a', to: 'stage:b' });
  expect(asked).toEqual([{ key, wish: { wish: 'transition', from: 'a', to: 'b' } }]);
});

test('a view is proposed a label after its lanes, its view, or its pathway, and keeps what is asked for by now', async () => {
  const views = [{ name: 'who', label: 'Who does what', builtIn: true, look: {} }];
  const looks: Look[] = [{ view: 'who', lanes: 'level' }, { view: 'who', lanes: 'none' }, {}];
  for (const look of looks)
    await made({ key, picture: { ...picture(north, 1), views }, look }).receive({ type: 'save-view' });
  expect(questions).toEqual(['By level', 'Who does what', 'The north']);
  expect(asked).toEqual(looks.map((look) => ({ key, wish: { wish: 'view', look, label: 'Crisis team' } })));
});

test('a refusal, a text that has changed and a server that is gone are said, and nothing is written', async () => {
  result = { refused: 'The text has errors.' };
  await made().receive({ type: 'join', from: 'stage:a', to: 'stage:b' });
  result = edit;
  isCurrent = false;
  await made().receive({ type: 'join', from: 'stage:a', to: 'stage:b' });
  result = new Error('gone');
  await made().receive({ type: 'join', from: 'stage:a', to: 'stage:b' });
  expect(warned).toEqual(['The text has errors.', 'changed', 'failed']);
  expect(written).toEqual([]);
});

test('without a picture nothing is done', async () => {
  await made(null).receive({ type: 'offers', id: 'stage:a' });
  expect(asked).toEqual([]);
});

function made(drawn: Drawn | null = { key, picture: picture(north, 1), look: {} }): PreviewEdits {
  const window: EditWindow = {
    post: (message) => void posted.push(message),
    ask: async (_, proposed) => {
      if (proposed !== '') questions.push(proposed);
      return answer;
    },
    write: async (one) => {
      if (isCurrent) written.push(one);
      return isCurrent;
    },
    rename: async (place) => void renamed.push(place),
    warn: (message) => void warned.push(message),
  };
  const language = {
    offers: async (params: OffersParams) => {
      asked.push(params);
      return offers;
    },
    edit: async (params: EditParams) => {
      asked.push(params);
      if (result instanceof Error) throw result;
      return result;
    },
  };
  return new PreviewEdits({ language, window, words, drawn: () => drawn ?? undefined });
}
