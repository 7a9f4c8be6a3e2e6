import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Caret, caretRest, type Language, PreviewController } from '../../src/extension/preview/controller.ts';
import { entryKey, type PathwayEntry, type Picture, type Place, type ToPage } from '../../src/protocol/preview.ts';
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
  const controller = made(entryKey(south));
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

function made(selected?: string): PreviewController {
  const window = {
    post: (message: ToPage<unknown>) => void posted.push(message),
    entitle: (label: string | undefined) => void titles.push(label),
    reveal: (place: Place, focus: boolean) => void revealed.push({ place, focus }),
  };
  return new PreviewController(texts, window, words, selected);
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
  #held: Promise<void> = Promise.resolve();

  constructor(entries: readonly PathwayEntry[]) {
    this.entries = entries;
  }

  async pathways(): Promise<readonly PathwayEntry[]> {
    this.asked.push('pathways');
    if (this.fails) throw new Error('The server is gone.');
    return this.entries;
  }

  async picture(key: string, signal: AbortSignal): Promise<Picture<unknown> | null> {
    this.asked.push('picture');
    const { version } = this;
    await this.#held;
    if (signal.aborted) this.cancelled++;
    const found = this.entries.find((candidate) => entryKey(candidate) === key);
    return found ? picture(found, version) : this.lost;
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
