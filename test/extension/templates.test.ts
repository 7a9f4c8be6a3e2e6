import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { named, nameOf, openProvider, snippetOf, stepsDoneBy } from '../../src/extension/templates/text.ts';
import { formatText } from '../../src/language/format/format.ts';
import { mergeFindings } from '../../src/rules/merge.ts';
import { findingsOf } from '../support/fixture.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'language/templates');
const singles = pathwayFiles(folder);
const project = pathwayFiles(join(folder, 'project'));
/** Of a specification nothing is mapped yet, and Problems says where to go on. */
const unmapped = ['north', 'south'].map(
  (part) => `'example-${part}' has no pathway for 'my-specification': map it, or accept this with the reason.`,
);

describe('the templates', () => {
  it('are there', () => {
    expect(singles.map(({ name }) => name)).toEqual([
      'blank.pathway',
      'four-stages.pathway',
      'register.pathway',
      'specification.pathway',
    ]);
    expect(project.map(({ name }) => name)).toEqual(['my-pathway.pathway', 'project.pathway', 'register.pathway']);
  });

  it.each([...singles, ...project])('$name is in canonical form', ({ text }) => {
    expect(formatText(text)).toEqual({ text });
  });

  it.each(singles)('$name lacks nothing: what is not known is an open question', ({ name, text }) => {
    expect(problemsIn([{ name: 'one.pathway', text }])).toEqual(name === 'specification.pathway' ? unmapped : []);
  });

  it('lacks one provider in a new project, which the walkthrough finds', () => {
    const page = readFileSync(join(root, 'docs/walkthrough/4-problems.md'), 'utf8');
    const [only, ...others] = problemsIn(project);
    expect(others).toEqual([]);
    expect(page).toContain(`> ${only}`);
  });

  it('may all be used in one project', () => {
    const files = singles.map(({ name, text }) => ({ name, text: named(text, `Label of ${name}`) }));
    const again = project.map(({ name, text }) => ({ name: `project/${name}`, text }));
    expect(problemsIn([...files, ...again])).toEqual([...problemsIn(project), ...unmapped].map(expectIn));

    function expectIn(problem: string) {
      return problem.replace("'my-specification'", "'label-of-specification-pathway'");
    }
  });
});

describe('the walkthrough', () => {
  const text = project[0]!.text;
  const write = (before: string, after: string) => (whole: string) => {
    expect(whole).toContain(before);
    return whole.replace(before, after);
  };

  it('starts where the provider is to be named', () => {
    expect(text.slice(...openProvider(text))).toBe('unknown because "To be named"');
    expect(openProvider('x')).toEqual([1, 1]);
  });

  it('asks for lines that do what it says', () => {
    const provider = codeOf('3-provider.md');
    const unknown = codeOf('5-unknown.md')[0]!;
    const answered = [
      write(provider[0]!, provider[1]!),
      write('    setting community\n    leaves', `    setting community\n    ${unknown}\n    leaves`),
    ].reduce((whole, step) => step(whole), text);
    expect(problemsIn([{ name: 'my-pathway.pathway', text: answered }, ...project.slice(1)])).toEqual([]);
    expect(stepsDoneBy(`    ${provider[1]}  # yes`)).toEqual({ providerNamed: true, saidUnknown: false });
    expect(stepsDoneBy(`    ${unknown}`)).toEqual({ providerNamed: false, saidUnknown: true });
  });

  it.each(['light', 'dark', 'high-contrast-light', 'high-contrast-dark'])('shows the template, %s', (theme) => {
    const picture = readFileSync(join(root, `images/walkthrough/first-pathway-${theme}.svg`), 'utf8');
    const drawn = [...picture.matchAll(/data-id="stage:([\w-]+)"/g)].map(([, name]) => name);
    const declared = [...text.matchAll(/^ {2}stage ([\w-]+)/gm)].map(([, name]) => name);
    expect([...new Set(drawn)].toSorted()).toEqual(declared.toSorted());
    expect(picture).toContain(`data-theme="${theme}"`);
  });

  function codeOf(page: string): readonly string[] {
    const markdown = readFileSync(join(root, 'docs/walkthrough', page), 'utf8');
    return [...markdown.matchAll(/^ {4}(\S.*)$/gm)].map(([, code]) => code!);
  }
});

describe('a name made of a label', () => {
  it.each([
    ['My pathway', 'my-pathway'],
    ['North & South (2026)', 'north-south-2026'],
    ['  São Tomé  ', 'são-tomé'],
    ['2026 review', 'pathway-2026-review'],
    ['unknown', 'pathway-unknown'],
    ['???', 'pathway'],
  ])('%s → %s', (label, name) => {
    expect(nameOf(label)).toBe(name);
    const { text } = singles[0]!;
    expect(problemsIn([{ name: 'one.pathway', text: named(text, label) }])).toEqual([]);
  });

  it('is written with its label, whatever that holds', () => {
    const text = named(singles[0]!.text, 'The "new" \\ $1 one');
    expect(text).toContain('pathway the-new-1-one "The \\"new\\" \\\\ $1 one" {');
    expect(problemsIn([{ name: 'one.pathway', text }])).toEqual([]);
  });
});

describe('a template as a snippet', () => {
  it('goes from the name to each hole', () => {
    const text = 'pathway my-pathway "My pathway" {\n  owner unknown because ""\n  ages unknown because ""\n}\n';
    expect(snippetOf(text, { unnamed: true })).toBe(
      `pathway \${1:my-pathway} "\${2:My pathway}" {
  owner \${3:unknown because "\${4}"}
  ages \${5:unknown because "\${6}"}
\\}
`,
    );
    expect(snippetOf(text, { unnamed: false })).toContain(`pathway my-pathway "My pathway" {
  owner \${1:unknown because "\${2}"}`);
  });

  it('goes to each unknown fact of a pathway made from a specification, and to no other word', () => {
    const text = `# in place of each 'unknown'\npathway p "It is unknown" {\n  owner unknown\n  send unknown  # required: x\n}\n`;
    expect(snippetOf(text, { unnamed: false })).toBe(
      `# in place of each 'unknown'\npathway p "It is unknown" {\n  owner \${1:unknown}\n  send \${2:unknown}  # required: x\n\\}\n`,
    );
  });

  it.each(singles)('says what $name says', ({ text }) => {
    const said = (snippet: string) =>
      snippet
        .replaceAll(/\$\{\d+\}/g, '')
        .replaceAll(/\$\{\d+:([^{}]*)\}/g, '$1')
        .replaceAll(/\\([\\$}])/g, '$1');
    expect(said(snippetOf(text, { unnamed: true }))).toBe(text);
    expect(said(snippetOf(text, { unnamed: false }))).toBe(text);
  });
});

it('all that the extension reads of it is in the package', () => {
  const shipped: readonly string[] = JSON.parse(readFileSync(join(root, 'shipped.json'), 'utf8'));
  const media = [...readFileSync(join(root, 'package.json'), 'utf8').matchAll(/"\.\/((?:docs|images)\/[^"]+)"/g)];
  for (const path of ['language/templates/blank.pathway', ...media.map(([, path]) => path!)]) {
    expect(
      shipped.some((one) => `${path}/`.startsWith(`${one}/`)),
      path,
    ).toBe(true);
  }
});

function pathwayFiles(path: string) {
  const names = readdirSync(path).filter((name) => name.endsWith('.pathway'));
  return names.toSorted().map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') }));
}

/** What Problems would list. */
function problemsIn(files: readonly { readonly name: string; readonly text: string }[]): readonly string[] {
  const sources = files.map(({ name, text }) => ({ uri: `file:///new/${name}`, text }));
  return mergeFindings(findingsOf(sources))
    .filter(({ severity }) => severity !== 'question')
    .map(({ message }) => message);
}
