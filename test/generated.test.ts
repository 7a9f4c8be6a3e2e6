import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let copy: string;

/** Generates everything anew, in a copy of the project. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'care-pathways-generated-'));
  for (const name of ['src', 'language', 'generate.mjs', 'langium-config.json', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  execFileSync(process.execPath, ['generate.mjs'], { cwd: copy, stdio: 'pipe' });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

for (const file of [
  'src/language/generated/ast.ts',
  'src/language/generated/grammar.ts',
  'src/language/generated/module.ts',
  'src/language/library-texts.ts',
  'src/language/rule-pages.ts',
  'syntaxes/pathway.tmLanguage.json',
  'schemas/pathway-project.schema.json',
]) {
  it(`${file} is as 'npm run generate' makes it`, () => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(readFileSync(join(copy, file), 'utf8'));
  });
}
