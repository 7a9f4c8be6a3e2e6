import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { allHints } from '../../src/language/features/inlay-hints.ts';
import { tokenTypes } from '../../src/language/features/semantic-tokens.ts';

const root = resolve(import.meta.dirname, '../..');
const manifest = json('package.json');
const sources = readdirSync(join(root, 'src/extension'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'src/extension', file), 'utf8'));

test('every text of the manifest is in package.nls.json, and nothing else is', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
  expect(unique(used)).toEqual(Object.keys(json('package.nls.json')).toSorted());
});

test('every text of the extension is in the bundle for translators, and nothing else is', () => {
  const said = sources.flatMap((source) => [...source.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(([, text]) => text));
  const bundle = json('l10n/bundle.l10n.json');
  expect(unique(said)).toEqual(Object.keys(bundle).toSorted());
  for (const [text, english] of Object.entries(bundle)) expect(english).toBe(text);
});

test('every command is declared and registered', () => {
  const declared = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  const registered = sources.flatMap((source) =>
    [...source.matchAll(/registerCommand\('([^']+)'/g)].map(([, command]) => command),
  );
  expect(unique(declared)).toEqual(unique(registered));
});

test('every file that the manifest names is there', () => {
  const named = [...JSON.stringify(manifest.contributes).matchAll(/"(\.\/[^"]+)"/g)].map(([, path]) => path!);
  expect([...named, manifest.icon].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('nothing is executed on behalf of a folder, so that it works before the folder is trusted', () => {
  expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true);
  // A setting that names a program or a file could be set by a folder; one that is switched on or off cannot harm.
  for (const { type } of settings()) expect(type).toBe('boolean');
});

test('every hint has a setting of its own, and is shown unless somebody says otherwise', () => {
  const hints = Object.keys(allHints).map((name) => `care-pathways.hints.${name}`);
  expect(settings().map(({ name }) => name)).toEqual(expect.arrayContaining(hints));
  for (const hint of settings().filter(({ name }) => hints.includes(name))) expect(hint.default).toBe(true);
});

test('every kind of word that is coloured and is our own is declared', () => {
  const declared = manifest.contributes.semanticTokenTypes.map(({ id }: { id: string }) => id);
  expect(declared).toEqual(tokenTypes.filter((type) => type.startsWith('absence')));
  expect(Object.keys(manifest.contributes.semanticTokenScopes[0].scopes)).toEqual(declared);
});

function settings(): readonly { readonly name: string; readonly type: string; readonly default: unknown }[] {
  const all: Record<string, { type: string; default: unknown }> = manifest.contributes.configuration.properties;
  return Object.entries(all).map(([name, setting]) => ({ name, ...setting }));
}

function json(path: string) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

function unique(texts: readonly (string | undefined)[]): unknown[] {
  return [...new Set(texts)].toSorted();
}
