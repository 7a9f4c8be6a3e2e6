import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Schema, Validator } from 'jsonschema';
import { describe, expect, it } from 'vitest';
import { projectJson } from '../../src/exchange/json/project.ts';
import { Workspace } from '../../src/language/workspace.ts';

const schema: Schema & { $defs: Readonly<Record<string, Schema>> } = JSON.parse(
  readFileSync('schemas/pathway-project.schema.json', 'utf8'),
);

/** What the schema has against a value; nothing where it is content. */
function against(value: unknown): readonly string[] {
  return new Validator()
    .validate(value, schema, { base: 'file:///schema' })
    .errors.map(({ property, message }) => `${property} ${message}`);
}

/** The text of every pathway file below a folder, by its path. */
function textsIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pathway'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function jsonOf(texts: ReadonlyMap<string, string>): string {
  const workspace = new Workspace('file:///p');
  for (const [name, text] of texts) workspace.set(`file:///p/${name}`, text);
  const checked = workspace.projects('2026-06-30').find(({ folder }) => folder === 'file:///p')!;
  return projectJson(
    checked.project,
    checked.folder,
    checked.files.flatMap(({ problems }) => problems),
  );
}

const examples = ['examples/fictional-county', 'examples/west-midlands', 'test/contract/samples'];

describe('the schema of a project as JSON', () => {
  it.each(examples)('accepts %s', (folder) => {
    expect(against(JSON.parse(jsonOf(textsIn(folder))))).toEqual([]);
  });

  it('accepts every construct of the language', () => {
    const rest = new Map([['rest.pathway', readFileSync('test/exchange/rest.pathway', 'utf8')]]);
    const wholes = [...examples.map(textsIn), rest].map((texts) => JSON.parse(jsonOf(texts)));
    expect(against(wholes.at(-1))).toEqual([]);
    expect(wholes.at(-1).unread).toEqual([]);
    expect(unusedIn(wholes)).toEqual([]);
  });

  it('accepts whatever is left of a text in the middle of writing', () => {
    const texts = new Map([['north.pathway', readFileSync('examples/fictional-county/north.pathway', 'utf8')]]);
    const names = [...texts.keys()];
    const cut = fc.record({
      name: fc.constantFrom(...names),
      from: fc.nat(400),
      count: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(cut, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '{', '}', 'stage', '"'),
        (cuts, put) => {
          const broken = new Map(texts);
          for (const { name, from, count } of cuts) {
            const lines = broken.get(name)!.split('\n');
            lines.splice(from % lines.length, count, put);
            broken.set(name, lines.join('\n'));
          }
          expect(against(JSON.parse(jsonOf(broken)))).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  });

  const wrongs: readonly [string, (project: Whole) => void][] = [
    ['another version', (whole) => Object.assign(whole, { version: 2 })],
    ['a field that is not in it', (whole) => Object.assign(whole, { owner: 'somebody' })],
    ['a project without its pathways', (whole) => Reflect.deleteProperty(whole, 'pathways')],
    ['a stage without a name', (whole) => Reflect.deleteProperty(whole.pathways[0]!.stages[0]!, 'name')],
    ['a fact that stages do not have', (whole) => Object.assign(factsOf(whole), { colour: [] })],
    ['a fact without a line', (whole) => Object.assign(factsOf(whole), { provider: [] })],
    ['a fact without its state', (whole) => Object.assign(factsOf(whole), { provider: [{ place: 'a.pathway:1' }] })],
    ['a cost without an amount', (whole) => Object.assign(factsOf(whole), { cost: [recorded({ fundedBy: [] })] })],
    ['a cost that is a number', (whole) => Object.assign(factsOf(whole), { cost: [recorded(75_000)] })],
    ['a place without a line', (whole) => Object.assign(whole.pathways[0]!, { place: 'a.pathway' })],
    [
      'a state of its own',
      (whole) => Object.assign(factsOf(whole), { wait: [{ state: 'maybe', place: 'a.pathway:1' }] }),
    ],
  ];
  it.each(wrongs)('refuses %s', (_, spoil) => {
    const whole = JSON.parse(jsonOf(textsIn(examples[0]!)));
    spoil(whole);
    expect(against(whole)).not.toEqual([]);
  });

  it('says nothing that it does not define', () => {
    const text = JSON.stringify(schema);
    for (const [, name] of text.matchAll(/"#\/\$defs\/(\w+)"/g)) expect(Object.keys(schema.$defs)).toContain(name);
  });
});

interface Whole {
  readonly pathways: readonly { readonly stages: readonly { readonly facts: object }[] }[];
}

const factsOf = (whole: Whole): object => whole.pathways[0]!.stages[0]!.facts;
const recorded = (value: unknown): object => ({ state: 'recorded', value, place: 'a.pathway:1' });

/** The fields that the schema names, of blocks and of facts, and that are nowhere in a value. */
function unusedIn(value: unknown): readonly string[] {
  const named = new Set<string>();
  namesIn(value, named);
  const defined = new Set<string>();
  for (const { properties = {} } of Object.values(schema.$defs)) {
    for (const name of Object.keys(properties)) defined.add(name);
    for (const name of Object.keys(properties['facts']?.properties ?? {})) defined.add(name);
  }
  return [...defined].filter((name) => !named.has(name));
}

function namesIn(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    into.add(name);
    namesIn(inner, into);
  }
}
