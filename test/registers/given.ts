import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadProject } from '../../src/language/load.ts';
import { registersOf } from '../../src/registers/all.ts';
import type { Given, Register, Row } from '../../src/registers/register.ts';
import { runRules } from '../../src/rules/engine.ts';
import type { SourceFile } from '../support/fixture.ts';

const examples = resolve(import.meta.dirname, '../../examples');

/** The files of an example, in the order of their names. */
export function textsOf(example: string): readonly SourceFile[] {
  return readdirSync(join(examples, example), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pathway'))
    .toSorted()
    .map((name) => ({ uri: `file:///${example}/${name}`, text: readFileSync(join(examples, example, name), 'utf8') }));
}

export function givenOf(texts: readonly SourceFile[], asOf = '2026-06-30'): Given {
  const { project, findings } = loadProject([...texts]);
  return { project, findings: [...findings, ...runRules(project, { asOf })], asOf };
}

export function exampleOf(example: string): readonly Register[] {
  return registersOf(givenOf(textsOf(example)));
}

/** The registers of one text. */
export function registersIn(text: string, asOf?: string): readonly Register[] {
  return registersOf(givenOf([{ uri: 'file:///a.pathway', text }], asOf));
}

export function called(registers: readonly Register[], name: string): Register {
  const found = registers.find((register) => register.name === name);
  if (!found) throw new Error(`There is no register ${name}.`);
  return found;
}

/** What a row says in some columns, in one line. */
export function said(row: Row | undefined, ...keys: readonly string[]): string {
  return keys.map((key) => row?.cells[key]?.text ?? '').join(' | ');
}

/** The rows that say so in a column. */
export function rowsWhere(register: Register, wanted: Readonly<Record<string, string>>): readonly Row[] {
  return register.rows.filter((row) => Object.entries(wanted).every(([key, text]) => row.cells[key]?.text === text));
}
