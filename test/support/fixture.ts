import { readdirSync, readFileSync } from 'node:fs';
import { loadProject } from '../../src/language/load.ts';
import { type CheckOptions, runRules } from '../../src/rules/engine.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { allRules } from '../../src/rules/registry.ts';
import type { Rule } from '../../src/rules/rule.ts';

/** One file of a project in a test. */
export interface SourceFile {
  readonly uri: string;
  readonly text: string;
}

/** The day that is today in tests which do not say otherwise. */
export const TODAY = '2026-06-30';

/** Some rules by their names, for tests of what is done with findings: rules that come later change nothing there. */
export function rulesCalled(...names: readonly string[]): readonly Rule[] {
  return names.map((name) => allRules.find((rule) => rule.name === name)!);
}

/** Everything that is found in the files: what the parser and the linker say, then what the rules say. */
export function findingsOf(files: readonly SourceFile[], options: Partial<CheckOptions> = {}): readonly Finding[] {
  const { project, findings } = loadProject([...files]);
  return [...findings, ...runRules(project, { asOf: TODAY, ...options })];
}

/**
 * A fixture's text as the files of one project. A line `#- registry.pathway` starts another file, so that one fixture
 * can hold several; what stands before the first such line is `fixture.pathway`.
 */
export function splitFixture(text: string): readonly SourceFile[] {
  const [first = '', ...others] = text.split(/^#- /m);
  const rest = others.map((part) => {
    const end = part.indexOf('\n');
    return { uri: uriOf(part.slice(0, end).trim()), text: part.slice(end + 1) };
  });
  return first.trim() === '' && rest.length > 0 ? rest : [{ uri: uriOf('fixture.pathway'), text: first }, ...rest];
}

/**
 * The fixture with each finding marked under the line where it starts:
 *
 *     stage early-help "Early help" {
 *     #     ^^^^^^^^^^ warning missing-provider: Stage 'early-help' has no provider recorded: …
 *
 * Marks that the fixture already has are taken away, so that a right fixture comes back as it was. One that starts in
 * the first column starts its carets right at the `#`; one that goes on over the line's end closes with `…`.
 */
export function markFixture(text: string, findings: readonly Finding[]): string {
  const files = splitFixture(text);
  const marked = files.map((file) => {
    const inFile = findings.filter((finding) => finding.place.file === file.uri);
    const head = file.uri === uriOf('fixture.pathway') ? '' : `#- ${file.uri.slice(uriOf('').length)}\n`;
    return head + markFile(file.text, inFile);
  });
  return marked.join('');
}

/** All `.pathway` files directly in a folder, as name and text. */
export function fixturesIn(folder: URL): readonly { readonly name: string; readonly text: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.pathway'));
  return names.toSorted().map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

function uriOf(name: string): string {
  return `file:///project/${name}`;
}

function markFile(text: string, findings: readonly Finding[]): string {
  return text
    .split('\n')
    .flatMap((line, number) => {
      if (isMark(line)) return [];
      const here = findings.filter((finding) => finding.place.line === number);
      return [line, ...here.map((finding) => mark(line, finding)).toSorted()];
    })
    .join('\n');
}

function mark(line: string, { place, severity, rule, message }: Finding): string {
  const onOneLine = place.endLine === place.line;
  const width = Math.max(1, (onOneLine ? place.endCharacter : line.length) - place.character);
  const indent = place.character === 0 ? '#' : `#${' '.repeat(place.character - 1)}`;
  return `${indent}${'^'.repeat(width)}${onOneLine ? '' : '…'} ${severity} ${rule}: ${message}`;
}

function isMark(line: string): boolean {
  return /^# *\^+…? (error|warning|info|question|accepted) [\w-]+: /.test(line);
}
