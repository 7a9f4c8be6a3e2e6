import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Said } from '../../src/extension/preview/controller.ts';
import { drawingPatience } from '../../src/extension/preview/controller.ts';
import { ReviewController, type ReviewLanguage } from '../../src/extension/review/controller.ts';
import type { History, Sides } from '../../src/extension/review/history.ts';
import { sideBySide } from '../../src/extension/review/side-by-side.ts';
import type { TextsThen } from '../../src/extension/review/texts.ts';
import { lastCommit, now, type ReviewWish, revision, staged, wishFrom } from '../../src/extension/review/wish.ts';
import type { Place } from '../../src/protocol/preview.ts';
import type {
  Review,
  ReviewEntry,
  ReviewOpenParams,
  ReviewParams,
  ReviewResult,
  ToReviewPage,
} from '../../src/protocol/review.ts';

const wish: ReviewWish = { before: lastCommit, after: now, what: { scope: 'project', at: 'file:///p' } };
const words = {
  noProject: { message: 'no project', hint: '' },
  noPathway: { message: 'no pathway', hint: '' },
  failed: { message: 'failed', hint: '' },
  notRunning: { message: 'not running', hint: '' },
};
const texts: TextsThen = { differ: [], absent: [], gone: [], calledThen: new Map() };

let server: FakeServer;
let git: FakeGit;
let posted: ToReviewPage<unknown>[];
let titles: string[];
let opened: string[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  git = new FakeGit();
  posted = [];
  titles = [];
  opened = [];
});

afterEach(() => vi.useRealTimers());

describe('a review', () => {
  test('nothing is asked before the page is ready', async () => {
    const controller = made();
    controller.changed();
    await settle();
    expect([git.asked, server.opened]).toEqual([0, []]);
  });

  test('tells the server of both sides once, and the page of what differs', async () => {
    const controller = await ready();
    expect(types()).toEqual(['review']);
    expect(posted[0]).toMatchObject({ review: { version: 1 }, kept: wish });
    expect(titles).toEqual(['The region']);
    server.version++;
    controller.changed();
    await settle();
    expect(types()).toEqual(['review', 'review']);
    expect([git.asked, server.opened.length]).toEqual([1, 1]);
  });

  test('a change that changes nothing of the review is not told', async () => {
    const controller = await ready();
    controller.changed();
    await settle();
    expect(types()).toEqual(['review']);
  });

  test('typing on while it is compared asks git only once, and shows only the last answer', async () => {
    const controller = made();
    const release = server.hold();
    controller.receive({ type: 'ready' });
    await settle();
    server.version = 7;
    controller.changed();
    controller.changed();
    release();
    await settle();
    expect(git.asked).toBe(1);
    expect(posted).toMatchObject([{ type: 'review', review: { version: 7 } }]);
  });

  test('says when it takes its time, and shows the review even if it is the same', async () => {
    const controller = await ready();
    posted = [];
    const release = server.hold();
    controller.changed();
    await vi.advanceTimersByTimeAsync(drawingPatience);
    release();
    await settle();
    expect(types()).toEqual(['comparing', 'review']);
  });

  test('a new commit is compared with, and what git does besides changes nothing', async () => {
    const controller = await ready();
    await controller.historyChanged();
    await settle();
    expect([git.asked, server.opened.length]).toEqual([1, 1]);
    git.commit = 'two';
    server.version++;
    await controller.historyChanged();
    await settle();
    expect([git.asked, server.opened.length]).toEqual([2, 2]);
    expect(types()).toEqual(['review', 'review']);
  });

  test('why there is no earlier version is said, and a first commit brings the review', async () => {
    git.refusal = { message: 'nothing committed', hint: 'commit once' };
    const controller = await ready();
    expect(posted).toEqual([{ type: 'nothing', message: 'nothing committed', hint: 'commit once', kept: wish }]);
    await controller.historyChanged();
    await settle();
    expect(git.asked).toBe(1);
    git.refusal = undefined;
    await controller.historyChanged();
    await settle();
    expect(types()).toEqual(['nothing', 'review']);
  });

  test('a server that has started anew is told again', async () => {
    const controller = await ready();
    server.opened = [];
    server.version++;
    controller.changed();
    await settle();
    expect(server.opened).toHaveLength(1);
    expect(types()).toEqual(['review', 'review']);
  });

  test('a server that knows of nothing however often it is told ends in words', async () => {
    server.forgets = true;
    await ready();
    expect(posted).toMatchObject([{ type: 'nothing', message: 'no project' }]);
  });

  test('a failure is said, and the next change tries again', async () => {
    server.fails = true;
    const controller = await ready();
    expect(posted).toMatchObject([{ type: 'nothing', message: 'failed' }]);
    server.fails = false;
    controller.changed();
    await settle();
    expect(types()).toEqual(['nothing', 'review']);
  });

  test('another pathway and only what has changed are asked for', async () => {
    const controller = await ready();
    controller.receive({ type: 'select', subject: 'north', onlyChanges: true });
    await settle();
    expect(server.asked.at(-1)).toEqual({ subject: 'north', onlyChanges: true });
  });

  test('nothing is asked while the page is hidden, and it is up to date when it is seen again', async () => {
    const controller = await ready();
    controller.setVisible(false);
    server.version++;
    controller.changed();
    await settle();
    expect(types()).toEqual(['review']);
    controller.setVisible(true);
    await settle();
    expect(types()).toEqual(['review', 'review']);
  });

  test('an entry that is chosen is opened, one that is gone is not', async () => {
    const controller = await ready();
    controller.receive({ type: 'open', entry: 'one', focus: true });
    controller.receive({ type: 'open', entry: 'gone', focus: true });
    expect(opened).toEqual(['one']);
  });

  test('the page is closed with its review', async () => {
    const controller = await ready();
    controller.dispose();
    expect(server.closed).toBe(true);
  });
});

describe('what a page has kept', () => {
  const pathway = { key: 'file:///p#a', file: 'file:///p/a.pathway' };
  test.each<ReviewWish>([
    wish,
    { before: revision('main'), after: staged, what: { scope: 'file', at: 'file:///p/a.pathway' } },
    { before: now, after: now, what: { scope: 'pair', before: pathway, after: pathway } },
  ])('is what was reviewed', (kept) => {
    expect(wishFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  test.each([
    undefined,
    'main',
    { ...wish, before: { time: 'revision', revision: '--output=x' } },
    { ...wish, before: { time: 'revision', revision: 'a b' } },
    { ...wish, after: { time: 'never' } },
    { ...wish, what: { scope: 'pair', before: 'a', after: 'b' } },
    { ...wish, what: { scope: 'project' } },
  ])('is nothing where it is no such thing', (kept) => {
    expect(wishFrom(kept)).toBeUndefined();
  });
});

describe('the texts beside each other', () => {
  const a = 'file:///p/a.pathway';
  const commit = (more: Partial<TextsThen> = {}) => ({
    called: 'then',
    version: 'h',
    ref: 'h',
    texts: { ...texts, ...more },
  });
  const present = { called: 'now', version: 'now' };
  const sides = (more?: Partial<TextsThen>): Sides => ({ before: commit(more), after: present, version: '' });

  test('are the file then and now, at the line that is there now', () => {
    expect(sideBySide(entry(at(a, 3), at(a, 5)), sides(), wish.what)).toEqual({
      left: { file: a, ref: 'h' },
      right: { file: a },
      side: 'right',
      place: at(a, 5),
    });
  });

  test('of what is gone are at the line where it was', () => {
    expect(sideBySide(entry(at(a, 3)), sides(), wish.what)).toMatchObject({ right: { file: a }, side: 'left' });
  });

  test('of a file that is new or gone have nothing on the other side', () => {
    const came = sideBySide(entry(undefined, at(a, 1)), sides({ absent: [a] }), wish.what);
    expect(came).toMatchObject({ left: undefined, right: { file: a } });
    const went = sideBySide(entry(at(a, 1)), sides({ gone: [a] }), wish.what);
    expect(went).toMatchObject({ left: { file: a, ref: 'h' }, right: undefined });
  });

  test('of a file that has another name now are of both names', () => {
    const old = 'file:///p/old.pathway';
    const renamed = sides({ calledThen: new Map([[a, old]]), absent: [a], gone: [old] });
    for (const each of [entry(at(old, 1), at(a, 1)), entry(at(old, 1))]) {
      expect(sideBySide(each, renamed, wish.what)).toMatchObject({ left: { file: old, ref: 'h' }, right: { file: a } });
    }
  });

  test('of what is staged are both from git', () => {
    const both = { before: commit(), after: { ...commit(), ref: '' }, version: '' };
    expect(sideBySide(entry(at(a, 1), at(a, 1)), both, wish.what)).toMatchObject({
      left: { ref: 'h' },
      right: { ref: '' },
    });
  });

  test('of two pathways are their files', () => {
    const b = 'file:///p/b.pathway';
    const what = { scope: 'pair', before: { key: '', file: a }, after: { key: '', file: b } } as const;
    const both = { before: present, after: present, version: '' };
    expect(sideBySide(entry(at(a, 1)), both, what)).toMatchObject({ left: { file: a }, right: { file: b } });
  });

  test('are none of what stands in no text', () => {
    expect(sideBySide(entry(), sides(), wish.what)).toBeUndefined();
  });
});

function made(): ReviewController {
  return new ReviewController(wish, {
    language: server,
    history: git,
    window: {
      post: (message) => posted.push(message),
      entitle: (title) => titles.push(title),
      open: ({ id }) => opened.push(id),
    },
    words,
  });
}

async function ready(): Promise<ReviewController> {
  const controller = made();
  controller.receive({ type: 'ready' });
  await settle();
  return controller;
}

const settle = () => vi.advanceTimersByTimeAsync(1);
const types = () => posted.map(({ type }) => type);

function at(file: string, line: number): Place {
  return { file, line, character: 2, endLine: line, endCharacter: 9 };
}

function entry(before?: Place, after?: Place): ReviewEntry {
  return { id: 'one', sentence: 'One.', tone: 'plain', ...(before && { before }), ...(after && { after }) };
}

class FakeGit implements History {
  asked = 0;
  commit = 'one';
  refusal: Said | undefined;

  async sides(): Promise<Sides | Said> {
    this.asked++;
    if (this.refusal) return this.refusal;
    const before = { called: 'then', version: this.commit, ref: this.commit, texts };
    return { before, after: { called: 'now', version: 'now' }, version: await this.version() };
  }

  async version(): Promise<string> {
    return this.refusal?.message ?? `${this.commit} now`;
  }
}

class FakeServer implements ReviewLanguage {
  opened: Omit<ReviewOpenParams, 'reader'>[] = [];
  asked: Omit<ReviewParams, 'reader'>[] = [];
  closed = false;
  version = 1;
  forgets = false;
  fails = false;
  #held: Promise<void> | undefined;

  hold(): () => void {
    let release = () => {};
    this.#held = new Promise((done) => {
      release = done;
    });
    return () => release();
  }

  async open(params: Omit<ReviewOpenParams, 'reader'>): Promise<void> {
    this.opened.push(params);
  }

  async review(params: Omit<ReviewParams, 'reader'>): Promise<ReviewResult<unknown>> {
    this.asked.push(params);
    await this.#held;
    if (this.fails) throw new Error('It failed.');
    if (this.opened.length === 0 || this.forgets) return { none: 'not-open' };
    return { review: { ...review, version: this.version } };
  }

  close(): void {
    this.closed = true;
  }
}

const review: Review<unknown> = {
  title: 'The region',
  before: 'then',
  after: 'now',
  headline: 'One change.',
  groups: [{ heading: 'Changes', entries: [entry(at('file:///p/a.pathway', 1))] }],
  subjects: [],
  troubles: [],
  version: 1,
};
