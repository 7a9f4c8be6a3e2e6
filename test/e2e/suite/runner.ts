import { reportLine, type TestResult } from './report.ts';

const patience = 30_000;

interface Test {
  readonly name: string;
  readonly body: () => Promise<void> | void;
}

const tests: Test[] = [];

/** Adds a test to those that `runAll` runs, one after the other. */
export function test(name: string, body: Test['body']): void {
  tests.push({ name, body });
}

/** Runs every test and prints the report; it rejects when one failed, which VS Code makes its exit code. */
export async function runAll(): Promise<void> {
  const results: TestResult[] = [];
  for (const each of tests) results.push(await result(each));
  console.log(reportLine(results));
  const failed = results.filter(({ error }) => error !== undefined);
  if (failed.length > 0) throw new Error(`${failed.length} of ${results.length} tests failed.`);
}

/** Waits until a condition gives something, asking again and again: VS Code's work has no end one could await. */
export async function eventually<T>(what: string, find: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + patience / 2;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await new Promise((again) => setTimeout(again, 100));
  }
}

async function result({ name, body }: Test): Promise<TestResult> {
  try {
    await Promise.race([body(), tooLong()]);
    return { name };
  } catch (error) {
    return { name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`Not done after ${patience / 1000} s`)), patience);
  });
}
