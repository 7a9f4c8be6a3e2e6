import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFor } from '../../src/cli/endings.ts';
import { exportFiles } from '../../src/export/formats.ts';
import { TemporaryFolder } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';
import { small } from './small.ts';

function filled(): TemporaryFolder {
  const folder = new TemporaryFolder();
  for (const [name, text] of Object.entries(small)) folder.write(join('x', name), text);
  folder.write('y/p.pathway', 'pathway p');
  return folder;
}

describe('a file is what its name says', () => {
  const refused: readonly [readonly string[], string][] = [
    [
      ['diff', 'x', 'y', '-o', 'r.pdf'],
      'The name r.pdf is that of a PDF document, which is not made here: end it in .txt, .md, .json, .html or .svg. For a PDF, make .html and print it from the browser.',
    ],
    [
      ['diff', 'x', 'y', '--format', 'text', '-o', 'r.PDF'],
      'The name r.PDF is that of a PDF document, and --format asks for a plain text: name the file r.txt.',
    ],
    [
      ['diff', 'x', 'y', '--format', 'text', '-o', 'r.html'],
      'The name r.html is that of a web page, and --format asks for a plain text: leave --format out, or name the file r.txt.',
    ],
    [
      ['export', 'x', '-o', 'o.csv'],
      'As CSV a project is a folder with many tables, not one file. For the folder: pathway export --format csv -o o. For one file with all tables: pathway export -o o.xlsx',
    ],
    [
      ['export', 'x', '--format', 'json', '-o', 'o.csv'],
      'The name o.csv is that of a CSV table, and --format asks for a JSON file: name the file o.json.',
    ],
    [
      ['export', 'x', '--format', 'csv', '-o', 'o.xlsx'],
      'The name o.xlsx is that of an Excel workbook, and --format asks for a folder of CSV tables: leave --format out, or name the folder o.',
    ],
    [
      ['export', 'x', '-o', 'o.yml'],
      'The name o.yml is that of a YAML file, which is not made here: end it in .json or .xlsx, or add --format.',
    ],
    [
      ['report', 'x', '-o', 'out.pdf'],
      'The name out.pdf is that of a PDF document, which is not made here: end it in .html, .xlsx, .md or .json. For a PDF, make .html and print it from the browser.',
    ],
    [
      ['report', 'x', '--format', 'html', '-o', 'out.docx'],
      'The name out.docx is that of a Word document, and --format asks for a web page: name the file out.html.',
    ],
    [
      ['check', 'x', '-o', 'found.csv'],
      'The name found.csv is that of a CSV table, which is not made here: end it in .txt, .json, .sarif, .xml or .md.',
    ],
  ];

  it.each(refused)('%j writes nothing, and says what to do', async (command, says) => {
    using folder = filled();
    expect(await runInMemory(command, folder.path)).toEqual({ code: 2, out: '', err: `${says}\n` });
    expect(readdirSync(folder.path)).toEqual(['x', 'y']);
  });

  it('the check makes what the ending says, too', async () => {
    using folder = filled();
    for (const [name, start] of [
      ['found.json', '{\n'],
      ['found.sarif', '{\n'],
      ['found.xml', '<?xml'],
      ['found.md', '#'],
    ] as const) {
      await runInMemory(['check', 'x', '-o', name, '--fail-on', 'never'], folder.path);
      expect(readFileSync(join(folder.path, name), 'utf8').slice(0, start.length)).toBe(start);
    }
    await runInMemory(['check', 'x', '--format', 'sarif', '-o', 'sarif.json'], folder.path);
    expect(readFileSync(join(folder.path, 'sarif.json'), 'utf8')).toContain('"runs"');
  });

  it('a name without an ending is what the command makes by itself', async () => {
    using folder = filled();
    await runInMemory(['diff', 'x', 'y', '-o', 'changes'], folder.path);
    expect(existsSync(join(folder.path, 'changes'))).toBe(true);
    await runInMemory(['report', 'x', '-o', 'report-2026.05'], folder.path);
    expect(readdirSync(join(folder.path, 'report-2026.05'))).toContain('index.html');
  });

  it.each([
    [['check', 'x', '-o', 'report.v2'], undefined],
    [['check', 'x', '-o', 'x.findings'], undefined],
    [['check', 'x', '-o', 'r.log'], undefined],
    [['check', 'x', '--format', 'json', '-o', 'r.log'], '{\n'],
    [['check', 'x', '-o', 'notes.text'], undefined],
    [['diff', 'x', 'y', '-o', 'findings.out'], undefined],
    [['export', 'x', '-o', 'tables.d/'], '{\n'],
  ])('an ending that is of no known kind says nothing: %j', async (command, start) => {
    using folder = filled();
    const { code } = await runInMemory(command, folder.path);
    expect(code).not.toBe(2);
    const text = readFileSync(join(folder.path, command.at(-1)!.replace('/', '')), 'utf8');
    if (start === undefined) expect(text).not.toMatch(/^[{<#]/);
    else expect(text.slice(0, start.length)).toBe(start);
  });

  it.each(['site.v2', 'report.d/', 'www.example.org', 'my.report'])('a report can be called %s', async (name) => {
    using folder = filled();
    expect((await runInMemory(['report', 'x', '-o', name], folder.path)).code).toBe(0);
    expect(readdirSync(join(folder.path, name))).toContain('index.html');
  });

  it('the longest ending says it', async () => {
    using folder = filled();
    await runInMemory(['check', 'x', '-o', 'r.sarif.json', '--fail-on', 'never'], folder.path);
    expect(readFileSync(join(folder.path, 'r.sarif.json'), 'utf8')).toContain('"runs"');
  });
});

describe('the names of pictures', () => {
  const formatOf = (output: string) =>
    formatFor({ what: 'The picture', output, files: exportFiles }, { cwd: '/' } as Parameters<typeof formatFor>[1]);

  it.each([
    ['a.svg', 'svg'],
    ['A.PNG', 'png'],
    ['a.b.pdf', 'pdf'],
    ['a.mmd', 'mermaid'],
    ['a.mermaid', 'mermaid'],
    ['a.drawio', 'drawio'],
    ['a.drawio.xml', 'drawio'],
    ['a.bpmn', 'bpmn'],
  ])('%s is %s', (name, format) => expect(formatOf(name)).toBe(format));
});
