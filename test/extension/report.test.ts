import { beforeEach, describe, expect, test } from 'vitest';
import { ReportController, type ReportLanguage } from '../../src/extension/report/controller.ts';
import { type ReportWish, wishFrom } from '../../src/extension/report/wish.ts';
import { linkedTo, linkTo, type ReportShown, type ToReportPage } from '../../src/protocol/report.ts';

const words = {
  noProject: { message: 'no project', hint: '' },
  failed: { message: 'failed', hint: '' },
  notRunning: { message: 'not running', hint: '' },
};
const place = { file: 'file:///p/a b.pathway', line: 3, character: 2, endLine: 4, endCharacter: 0 };

let html: string;
let asked: (string | undefined)[];
let posted: ToReportPage[];
let told: string[];
/** What the server does when it is asked. */
let answer: (page: string | undefined, signal: AbortSignal) => Promise<ReportShown | null>;

beforeEach(() => {
  html = 'one';
  asked = [];
  posted = [];
  told = [];
  answer = async (page = 'index') => shown(page);
});

describe('a report', () => {
  test('asks nothing before its page is ready', async () => {
    made().changed();
    await settle();
    expect(asked).toEqual([]);
  });

  test('shows its first page, then whichever is chosen, and stays there when the text changes', async () => {
    const controller = await ready();
    controller.receive({ type: 'select', page: 'register-gaps' });
    await settle();
    html = 'two';
    controller.changed();
    await settle();
    expect(asked).toEqual([undefined, 'register-gaps', 'register-gaps']);
    expect(posted).toMatchObject([
      { report: { page: 'index' } },
      { report: { page: 'register-gaps', html: 'one' } },
      { report: { page: 'register-gaps', html: 'two' } },
    ]);
    expect(told[0]).toBe('The county');
  });

  test('tells the page nothing twice, but all of it to a page that begins anew', async () => {
    const controller = await ready();
    controller.changed();
    await settle();
    expect(posted).toHaveLength(1);
    controller.receive({ type: 'ready' });
    await settle();
    expect(posted).toHaveLength(2);
  });

  test('rests while it is not seen', async () => {
    const controller = await ready();
    controller.setVisible(false);
    controller.changed();
    await settle();
    expect(asked).toHaveLength(1);
    controller.setVisible(true);
    await settle();
    expect(asked).toHaveLength(2);
  });

  test('shows only the newest answer', async () => {
    const late: ((report: ReportShown) => void)[] = [];
    answer = (page = 'index') =>
      page === 'slow' ? new Promise((done) => late.push(done)) : Promise.resolve(shown(page));
    const controller = await ready();
    controller.receive({ type: 'select', page: 'slow' });
    controller.receive({ type: 'select', page: 'quick' });
    await settle();
    late[0]!(shown('slow'));
    await settle();
    expect(posted.map((one) => one.type === 'report' && one.report.page)).toEqual(['index', 'quick']);
  });

  test('says why there is none, and comes back', async () => {
    answer = async () => null;
    const controller = await ready();
    answer = () => Promise.reject(new Error('gone'));
    controller.changed();
    await settle();
    controller.failed();
    answer = async () => shown('index');
    controller.changed();
    await settle();
    expect(posted.map((one) => (one.type === 'nothing' ? one.message : one.type))).toEqual([
      'no project',
      'failed',
      'not running',
      'report',
    ]);
  });

  test('leads into the text and to the picture', async () => {
    const controller = await ready();
    controller.receive({ type: 'text', place });
    controller.receive({ type: 'picture', place });
    expect(told.slice(1)).toEqual(['text 3', 'picture 3']);
  });
});

test('what a page has kept is read again, and what is no such thing is not', () => {
  expect(wishFrom({ project: 'file:///p', page: 'search', query: 'x' })).toEqual({
    project: 'file:///p',
    page: 'search',
  });
  expect(wishFrom({ project: 'file:///p', page: 4 })).toEqual({ project: 'file:///p' });
  for (const kept of [undefined, null, 'x', {}, { project: 1 }]) expect(wishFrom(kept)).toBeUndefined();
});

test('a link out of the report comes back as the place that it was made of', () => {
  expect(linkedTo(linkTo('text', place))).toEqual({ type: 'text', place });
  expect(linkedTo(linkTo('picture', place))).toEqual({ type: 'picture', place });
  expect(linkedTo('#register-gaps--row-1')).toBeUndefined();
});

function made(wish: ReportWish = { project: 'file:///p' }): ReportController {
  const language: ReportLanguage = {
    report: ({ page }, signal) => {
      asked.push(page);
      return answer(page, signal);
    },
  };
  const window = {
    post: (message: ToReportPage) => void posted.push(message),
    entitle: (title: string) => void told.push(title),
    reveal: ({ line }: typeof place) => void told.push(`text ${line}`),
    draw: ({ line }: typeof place) => void told.push(`picture ${line}`),
  };
  return new ReportController(wish, { language, window, words });
}

async function ready(): Promise<ReportController> {
  const controller = made();
  controller.receive({ type: 'ready' });
  await settle();
  return controller;
}

function shown(page: string): ReportShown {
  const project = { folder: 'file:///p', name: 'p', title: 'The county', broken: [] };
  return { project, page, title: page, html, contents: [] };
}

const settle = () => new Promise((done) => setTimeout(done));
