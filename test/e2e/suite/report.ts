/** How one test in the extension host went. */
export interface TestResult {
  readonly name: string;
  /** Why it failed; a test without is a pass. */
  readonly error?: string;
}

const opening = '@@extension-host-tests ';
const closing = ' @@end';

/** The one line that tells the outside world that every test was run, and how each went. */
export function reportLine(tests: readonly TestResult[]): string {
  return opening + JSON.stringify(tests) + closing;
}

/** Reads that line back from whatever stands around it; undefined for any other line. */
export function readReport(line: string): TestResult[] | undefined {
  const start = line.indexOf(opening);
  const end = line.lastIndexOf(closing);
  return start < 0 || end < start ? undefined : JSON.parse(line.slice(start + opening.length, end));
}
