import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Look } from '../../src/diagram/look.ts';
import {
  type Base,
  type Caret,
  caretRest,
  drawingPatience,
  type Language,
  type PictureWish,
  PreviewController,
} from '../../src/extension/preview/controller.ts';
import {
  entryKey,
  type PageState,
  type PathwayEntry,
  type Picture,
  type Place,
  type ToPage,
} from '../../src/protocol/preview.ts';
import type { ElementAt } from '../../src/protocol/requests.ts';
import { entry, picture } from './entries.ts';

const north = entry('file:///region', 'north', 'file:///region/north.pathway');
const south = entry('file:///region', 'south', 'file:///region/south.pathway');
const words = {
  noPathways: { message: 'no pathways', hint: '' },
  notDrawn: { message: 'not drawn', hint: '' },
  notRunning: { message: 'not running', hint: '' },
};

let texts: FakeTexts;
let posted: ToPage<unknown>[];
let titles: (string | undefined)[];
let revealed: { place: Place; focus: boolean }[];

beforeEach(() => {
  vi.useFakeTimers();
  texts = new FakeTexts([north, south]);
  posted = [];
  titles = [];
  revealed = [];
});

afterEach(() => vi.useRealTimers());

test('a page that is ready is told what there is and shown the first picture', async () => {
  await opened();
  expect(types()).toEqual(['pathways', 'picture']);
  expect(posted[0]).toMatchObject({ entries: [north, south], selected: entryKey(north) });
  expect(titles.at(-1)).toBe('The north');
});

test('nothing is asked or posted before the page is ready', async () => {
  const controller = made();
  controller.changed();
  controller.caretMoved(caretIn(south));
  await settle();
  expect(texts.asked).toEqual([]);
  expect(posted).toEqual([]);
});

test('a change of the text brings a new picture, no change brings none', async () => {
  const controller = await opened();
  posted = [];
  texts.version++;
  controller.changed();
  await settle();
  expect(shownVersions()).toEqual([2]);
  controller.changed();
  await settle();
  expect(shownVersions()).toEqual([2]);
});

test('a picture that is out of date before it comes is cancelled and never shown', async () => {
  const controller = await opened();
  posted = [];
  const release = texts.holdPictures();
  texts.version = 2;
  controller.changed();
  await settle();
  texts.version = 3;
  controller.changed();
  await settle();
  release();
  await settle();
  expect(texts.cancelled).toBe(1);
  expect(shownVersions()).toEqual([3]);
});

test('the caret in another pathway shows that one, once it rests', async () => {
  const controller = await opened();
  posted = [];
  texts.at = { key: entryKey(south), id: 'stage:first' };
  controller.caretMoved(caretIn(south));
  await vi.advanceTimersByTimeAsync(caretRest - 1);
  expect(posted).toEqual([]);
  await settle();
  expect(types()).toEqual(['pathways', 'picture', 'highlight']);
  expect(posted[0]).toMatchObject({ selected: entryKey(south) });
  expect(posted.at(-1)).toEqual({ type: 'highlight', id: 'stage:first' });
});

test('only the last of many moves of the caret is asked about', async () => {
  const controller = await opened();
  texts.asked = [];
  for (let line = 0; line < 20; line++) controller.caretMoved({ ...caretIn(north), line });
  await settle();
  expect(texts.asked).toEqual(['elementAt 19']);
});

test('what the reader picks stays until the caret moves', async () => {
  const controller = await opened();
  texts.at = { key: entryKey(north), id: 'stage:first' };
  controller.caretMoved(caretIn(north));
  await settle();
  controller.receive({ type: 'select', key: entryKey(south) });
  await settle();
  posted = [];
  texts.version++;
  controller.changed();
  await settle();
  expect(types()).toEqual(['pathways', 'picture']);
  expect(posted[0]).toMatchObject({ selected: entryKey(south) });
  controller.caretMoved({ ...caretIn(north), line: 2 });
  await settle();
  expect(posted.at(-1)).toEqual({ type: 'highlight', id: 'stage:first' });
  expect(titles.at(-1)).toBe('The north');
});

test('the caret that the preview itself moved changes nothing', async () => {
  const controller = await opened();
  controller.receive({ type: 'reveal', place: south.place, focus: true });
  expect(revealed).toEqual([{ place: south.place, focus: true }]);
  texts.at = { key: entryKey(south) };
  posted = [];
  controller.caretMoved(caretIn(south), true);
  await settle();
  expect(posted).toEqual([]);
});

test('an element that is revealed stays selected when the models change', async () => {
  const controller = await opened();
  controller.receive({ type: 'reveal', place: { ...north.place, line: 7 }, focus: false });
  texts.asked = [];
  texts.at = { key: entryKey(north), id: 'stage:first' };
  controller.changed();
  await settle();
  expect(texts.asked).toContain('elementAt 7');
  expect(posted.at(-1)).toEqual({ type: 'highlight', id: 'stage:first' });
});

test('a pathway that its broken text hides keeps its picture', async () => {
  const controller = await opened();
  posted = [];
  texts.entries = [south];
  texts.lost = picture(north, 7, true);
  texts.at = { key: entryKey(south) };
  controller.caretMoved(caretIn(north));
  controller.changed();
  await vi.advanceTimersByTimeAsync(1);
  expect(posted[0]).toMatchObject({ selected: entryKey(north), entries: [south, north] });
  expect(posted[1]).toEqual({ type: 'picture', picture: texts.lost });
});

test('a pathway that is gone makes way for another one', async () => {
  const controller = await opened();
  posted = [];
  texts.entries = [south];
  controller.changed();
  await settle();
  expect(posted[0]).toMatchObject({ selected: entryKey(south) });
});

test('without any pathway the page says so, and draws the first that is written', async () => {
  texts.entries = [];
  const controller = await opened();
  expect(posted[1]).toEqual({ type: 'nothing', message: 'no pathways', hint: '' });
  texts.entries = [south];
  controller.changed();
  await settle();
  expect(types().at(-1)).toBe('picture');
});

test('a failure never replaces a picture of the same pathway', async () => {
  const controller = await opened();
  posted = [];
  texts.fails = true;
  controller.changed();
  await settle();
  controller.failed();
  expect(types()).not.toContain('nothing');
});

test('a failure without a picture is said', async () => {
  texts.fails = true;
  const controller = await opened();
  expect(posted).toEqual([{ type: 'nothing', message: 'not drawn', hint: '' }]);
  controller.failed();
  expect(posted.at(-1)).toEqual({ type: 'nothing', message: 'not running', hint: '' });
});

test('hidden it asks nothing; shown again it catches up', async () => {
  const controller = await opened();
  texts.asked = [];
  controller.setVisible(false);
  texts.version++;
  controller.changed();
  await settle();
  expect(texts.asked).toEqual([]);
  posted = [];
  controller.setVisible(true);
  await settle();
  expect(shownVersions()).toEqual([2]);
});

test('after a reload the pathway of before is shown, whatever file is in front', async () => {
  const controller = made({ selected: entryKey(south) });
  controller.receive({ type: 'ready' });
  await settle();
  expect(posted[0]).toMatchObject({ selected: entryKey(south) });
  expect(types(), 'what the page has selected stays').not.toContain('highlight');
});

test('a command shows the pathway of its file', async () => {
  const controller = await opened();
  controller.show(caretIn(south));
  await settle();
  expect(titles.at(-1)).toBe('The south');
});

test('the first picture of a pathway starts from nothing, the next from what is on the page', async () => {
  const controller = await opened();
  texts.version++;
  controller.changed();
  await settle();
  controller.receive({ type: 'select', key: entryKey(south) });
  await settle();
  controller.receive({ type: 'ready' });
  await settle();
  expect(texts.wishes.map(({ key, fresh }) => [key, fresh])).toEqual([
    [entryKey(north), true],
    [entryKey(north), false],
    [entryKey(south), true],
    [entryKey(south), true],
  ]);
});

test('a look is kept for its pathway, and starts anew only where it is arranged in another way', async () => {
  const controller = await opened();
  const looks: Look[] = [{ lanes: 'provider' }, { lanes: 'provider', colour: 'level' }, { view: 'gaps' }];
  for (const look of looks) {
    texts.version++;
    controller.receive({ type: 'look', look });
    await settle();
  }
  expect(texts.wishes.slice(1).map(({ look, fresh }) => [look, fresh])).toEqual([
    [looks[0], true],
    [looks[1], false],
    [looks[2], true],
  ]);
  controller.receive({ type: 'select', key: entryKey(south) });
  await settle();
  expect(texts.wishes.at(-1)).toMatchObject({ key: entryKey(south), look: {} });
  controller.receive({ type: 'select', key: entryKey(north) });
  await settle();
  expect(texts.wishes.at(-1)).toMatchObject({ key: entryKey(north), look: looks[2] });
});

test('after a reload each pathway is looked at as before, and what is no look is left out', async () => {
  const looks = { [entryKey(south)]: { view: 'gaps', lanes: 'nonsense' } as unknown as Look };
  const controller = made({ selected: entryKey(south), looks });
  controller.receive({ type: 'ready' });
  await settle();
  expect(texts.wishes).toEqual([{ key: entryKey(south), look: { view: 'gaps' }, fresh: true }]);
});

test('a pinned preview keeps to its pathway, and says so, until it is let go', async () => {
  const controller = await opened();
  controller.receive({ type: 'pin', pinned: true });
  await settle();
  expect(posted.at(-1)).toMatchObject({ type: 'pathways', pinned: true });
  expect(titles.at(-1)).toBe('Pinned The north');
  texts.at = { key: entryKey(south), id: 'stage:first' };
  controller.caretMoved(caretIn(south));
  await settle();
  expect(titles.at(-1)).toBe('Pinned The north');
  controller.receive({ type: 'pin', pinned: false });
  await settle();
  expect(titles.at(-1)).toBe('The south');
});

test('a picture that takes its time is announced, one that does not is not', async () => {
  const controller = await opened();
  expect(types()).not.toContain('drawing');
  const release = texts.holdPictures();
  texts.version++;
  controller.changed();
  await vi.advanceTimersByTimeAsync(drawingPatience - 1);
  expect(types()).not.toContain('drawing');
  await vi.advanceTimersByTimeAsync(1);
  expect(posted.at(-1)).toEqual({ type: 'drawing', key: entryKey(north) });
  release();
  await settle();
  expect(types().at(-1)).toBe('picture');
});

test('what has changed since the last commit is marked when it is asked for, where there is one', async () => {
  const controller = made({}, lastCommit);
  controller.receive({ type: 'ready' });
  await settle();
  expect(posted.findLast(({ type }) => type === 'pathways')).toMatchObject({ since: false });
  expect(texts.wishes.at(-1)).not.toHaveProperty('since');
  controller.receive({ type: 'since', since: true });
  await settle();
  expect(posted.findLast(({ type }) => type === 'pathways')).toMatchObject({ since: true });
  expect(texts.wishes.at(-1)).toMatchObject({ since: `then ${north.project}` });
});

test('a preview that marked it before a reload marks it again, once git is there', async () => {
  const controller = made({ since: true }, lastCommit);
  controller.receive({ type: 'ready' });
  await settle();
  expect(texts.wishes.map(({ since }) => since)).toEqual([undefined, `then ${north.project}`]);
});

test('where there is no commit, marking what has changed is not offered', async () => {
  await opened();
  expect(posted.findLast(({ type }) => type === 'pathways')).not.toHaveProperty('since');
  const controller = made({ since: true }, { ...lastCommit, isThere: async () => false });
  controller.receive({ type: 'ready' });
  await settle();
  expect(posted.findLast(({ type }) => type === 'pathways')).not.toHaveProperty('since');
});

const lastCommit: Base = {
  isThere: async () => true,
  reader: async (_, project) => `then ${project}`,
};

function made(left?: PageState, base?: Base): PreviewController {
  const window = {
    post: (message: ToPage<unknown>) => void posted.push(message),
    entitle: (label: string | undefined, pinned: boolean) => void titles.push(pinned ? `Pinned ${label}` : label),
    reveal: (place: Place, focus: boolean) => void revealed.push({ place, focus }),
  };
  return new PreviewController(texts, window, words, left, base);
}

async function opened(): Promise<PreviewController> {
  const controller = made();
  controller.receive({ type: 'ready' });
  await settle();
  return controller;
}

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(caretRest + 1);
}

function types(): string[] {
  return posted.map(({ type }) => type);
}

function shownVersions(): number[] {
  return posted.flatMap((message) => (message.type === 'picture' ? [message.picture.version] : []));
}

function caretIn({ file }: PathwayEntry): Caret {
  return { uri: file, line: 1, character: 1 };
}

/** A language server that answers as it is told to. */
class FakeTexts implements Language {
  entries: readonly PathwayEntry[];
  at: ElementAt | null = null;
  lost: Picture<unknown> | null = null;
  version = 1;
  fails = false;
  asked: string[] = [];
  cancelled = 0;
  wishes: PictureWish[] = [];
  #held: Promise<void> = Promise.resolve();

  constructor(entries: readonly PathwayEntry[]) {
    this.entries = entries;
  }

  async pathways(): Promise<readonly PathwayEntry[]> {
    this.asked.push('pathways');
    if (this.fails) throw new Error('The server is gone.');
    return this.entries;
  }

  async picture(wish: PictureWish, signal: AbortSignal): Promise<Picture<unknown> | null> {
    this.asked.push('picture');
    this.wishes.push(wish);
    const { version } = this;
    await this.#held;
    if (signal.aborted) this.cancelled++;
    const found = this.entries.find((candidate) => entryKey(candidate) === wish.key);
    return found ? picture(found, version, false, wish.look) : this.lost;
  }

  async elementAt({ line }: Caret): Promise<ElementAt | null> {
    this.asked.push(`elementAt ${line}`);
    return this.at;
  }

  holdPictures(): () => void {
    let release = () => {};
    this.#held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }
}
