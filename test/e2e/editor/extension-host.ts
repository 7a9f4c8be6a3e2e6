import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { readReport, type TestResult } from '../suite/report.ts';
import type { Tools } from '../tools.ts';
import { launchBrowser } from './browser.ts';
import { type Server, startServer } from './server.ts';
import { bundleSuite, type Suite } from './suite.ts';

export interface HostTests {
  readonly tools: Tools;
  /** The suite's file in `test/e2e/suite`. */
  readonly suite: string;
  readonly folder: string;
  readonly extensions: readonly string[];
}

/** What came of running tests in the extension host. */
export interface HostRun {
  /** VS Code's exit code, or what came in its stead. It says 0 of a host that was killed, so it proves nothing alone. */
  readonly ended: number | 'no answer in time' | 'page crashed';
  /** What each test came to; undefined where the tests never got to their end. */
  readonly results: readonly TestResult[] | undefined;
  /** What the extension host and the server had to say. */
  readonly log: string;
}

const patience = 180_000;

/** Runs a suite in the real extension host, beside the extensions as they are packaged. */
export async function runInExtensionHost({ tools, suite, folder, extensions }: HostTests): Promise<HostRun> {
  const bundled = await bundleSuite(suite);
  try {
    const server = await startServer({ host: tools.host, extensions, testDriver: true });
    try {
      return await runOn(server, tools.chromium, bundled, folder);
    } finally {
      await server.stop();
    }
  } finally {
    bundled.remove();
  }
}

/** Why a run is no proof that the tests pass; undefined when it is one. */
export function whyNotPassed({ ended, results, log }: HostRun): string | undefined {
  const failed = results?.filter(({ error }) => error !== undefined) ?? [];
  const reason = results ? reasonIn(results, failed, ended) : `The extension host ended (${ended}) without a report.`;
  return reason && [reason, ...failed.map(({ name, error }) => `${name}: ${error}`), log].join('\n');
}

function reasonIn(results: readonly TestResult[], failed: readonly TestResult[], ended: HostRun['ended']) {
  if (results.length === 0) return 'No test was run.';
  if (failed.length > 0) return `${failed.length} of ${results.length} tests failed.`;
  return ended === 0 ? undefined : `The tests passed, yet VS Code ended with: ${ended}`;
}

async function runOn(server: Server, chromium: string, suite: Suite, folder: string): Promise<HostRun> {
  const browser = await launchBrowser(chromium);
  try {
    const page = await browser.newPage();
    const said: string[] = [];
    let results: TestResult[] | undefined;
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      const line = format(...args);
      const report = readReport(line);
      if (report) results = report;
      else said.push(line);
    });
    const ended = await untilEnd(page, testAddress(server, suite, folder));
    return { ended, results, log: [...said.slice(-20), server.log()].join('\n') };
  } finally {
    await browser.close();
  }
}

function testAddress(server: Server, suite: Suite, folder: string): string {
  return server.address(folder, [
    ['extensionDevelopmentPath', server.uri(suite.stub)],
    ['extensionTestsPath', server.uri(suite.tests)],
    ['skipWelcome', 'true'],
  ]);
}

async function untilEnd(page: Page, address: string): Promise<HostRun['ended']> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<HostRun['ended']>((done) => {
    timer = setTimeout(() => done('no answer in time'), patience);
    page.once('crash', () => done('page crashed'));
    void page.exposeFunction('codeAutomationExit', (code: number) => done(code)).then(() => page.goto(address));
  });
  try {
    return await end;
  } finally {
    clearTimeout(timer);
  }
}
