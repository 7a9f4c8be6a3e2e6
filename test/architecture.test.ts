import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: the table of ARCHITECTURE.md. A room may always import itself. */
interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  /** Whether Node's own modules may be used; the others run in a browser too. */
  readonly node?: true;
}

/** What all workbooks and tables for spreadsheets have in common, whoever writes them. */
const sheetParts = ['exchange/sheets/escape.ts', 'exchange/sheets/look.ts', 'exchange/sheets/given.ts'];

const table: Readonly<Record<string, Room>> = {
  model: { rooms: [], packages: ['fastest-levenshtein'] },
  rules: { rooms: ['model'], packages: [] },
  changes: { rooms: ['model', 'rules'], packages: [] },
  registers: { rooms: ['model', 'rules'], packages: [] },
  report: { rooms: ['model', 'rules', 'registers', 'diagram', ...sheetParts], packages: [] },
  // Workbooks are written by one package, and look alike.
  'report/xlsx.ts': { rooms: ['registers', ...sheetParts], packages: ['hucre'] },
  'report/front-sheet.ts': { rooms: ['registers', ...sheetParts], packages: ['hucre'] },
  diagram: { rooms: ['model', 'rules', 'changes'], packages: [] },
  'diagram/layout/engine.ts': { rooms: ['model', 'rules', 'diagram'], packages: ['elkjs'] },
  export: { rooms: ['model', 'rules', 'diagram'], packages: ['@resvg/resvg-wasm'] },
  exchange: { rooms: ['model'], packages: [] },
  // Spreadsheets go out and come back: what they change is said and written in the text.
  'exchange/sheets': { rooms: ['model', 'rules', 'changes', 'language'], packages: [] },
  'exchange/sheets/xlsx.ts': { rooms: [], packages: ['hucre'] },
  // A tracker becomes texts of its own.
  'exchange/tracker': { rooms: ['model', 'rules', 'language'], packages: ['fastest-levenshtein'] },
  'exchange/tracker/xlsx.ts': { rooms: [], packages: ['hucre'] },
  // Brings two texts together: by what they mean, and byte by byte.
  merge: { rooms: ['model', 'rules', 'changes', 'language'], packages: [] },
  language: {
    rooms: ['model', 'rules'],
    packages: ['langium', 'chevrotain', 'vscode-languageserver-types', 'vscode-uri'],
  },
  // Which formats there are, everybody may know; how they are made, only those who make them.
  protocol: { rooms: ['model', 'rules', 'diagram', 'export/formats.ts', 'report/browser'], packages: [] },
  server: {
    rooms: ['language', 'diagram', 'changes', 'registers', 'report', 'protocol', 'model', 'rules', 'export/formats.ts'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  'server/node': {
    rooms: ['server', 'language', 'diagram', 'changes', 'export', 'protocol', 'model', 'rules'],
    packages: ['vscode-languageserver', 'vscode-uri'],
    node: true,
  },
  cli: {
    rooms: [
      ...['server', 'language', 'diagram', 'changes', 'merge', 'registers', 'report'],
      ...['export', 'exchange', 'protocol', 'model', 'rules'],
    ],
    packages: ['commander', 'chokidar'],
    node: true,
  },
  extension: {
    rooms: ['protocol', 'diagram', 'model', 'export/formats.ts'],
    packages: ['vscode', 'vscode-languageclient'],
    node: true,
  },
  webview: {
    rooms: ['protocol', 'diagram', 'model', 'rules', 'export/formats.ts', 'report/browser', 'report/links.ts'],
    packages: [],
  },
};

const source = resolve(import.meta.dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
  .map((name) => name.split(sep).join('/'));

describe('who may import whom', () => {
  it('there are files to look at', () => expect(files.length).toBeGreaterThan(100));
  for (const file of files) {
    it(file, () => expect(strayImports(file)).toEqual([]));
  }
});

function strayImports(file: string): readonly string[] {
  const own = Object.keys(table)
    .filter((name) => file === name || file.startsWith(`${name}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  if (own === undefined) return [`${file} stands in no room`];
  return importsOf(file).filter((imported) => !allowed(own, file, imported));
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function allowed(own: string, file: string, imported: string): boolean {
  const room = table[own]!;
  if (!imported.startsWith('.')) {
    if (isBuiltin(imported)) return room.node === true && imported.startsWith('node:');
    return room.packages.some((name) => imported === name || imported.startsWith(`${name}/`));
  }
  const target = relative(source, resolve(source, dirname(file), imported))
    .split(sep)
    .join('/');
  // A file outside of src, such as a page of language/rules, is data.
  if (target.startsWith('..')) return true;
  const rooms = [own, own.split('/')[0]!, ...room.rooms];
  const ofNode = target.startsWith('server/node/') && !own.startsWith('server/node') && own !== 'cli';
  // Only its own file may reach for the layout engine's file from the page: it never lays out.
  const layoutInPage = own === 'webview' && /^diagram\/layout[./]/.test(target);
  return !ofNode && !layoutInPage && rooms.some((name) => target === name || target.startsWith(`${name}/`));
}
