import { type Dirent, existsSync } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { ExportFiles, MachineFont } from '../../export/files.ts';
import { readCmap } from '../../export/truetype.ts';
import { shippedFile } from './shipped.ts';

/** What exporting reads of this installation and of this machine. */
export const machineFiles: ExportFiles = {
  shipped: (name) => readFile(shippedFile(name)),
  fontsWith,
};

/** Where systems keep their fonts. */
function fontFolders(): readonly string[] {
  const home = homedir();
  const windows = process.env['WINDIR'] ?? process.env['windir'];
  const local = process.env['LOCALAPPDATA'];
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.local/share/fonts'),
    join(home, '.fonts'),
    '/System/Library/Fonts',
    '/Library/Fonts',
    join(home, 'Library/Fonts'),
    ...(windows === undefined ? [] : [join(windows, 'Fonts')]),
    ...(local === undefined ? [] : [join(local, 'Microsoft/Windows/Fonts')]),
  ].filter((folder) => existsSync(folder));
}

/**
 * Fonts that between them have the characters: the one with the most of them first, of several the first by name, an
 * upright and regular one before others. Of each file only its table of characters is read.
 */
async function fontsWith(characters: readonly string[]): Promise<readonly MachineFont[]> {
  const files = (await Promise.all(fontFolders().map(fontFilesBelow))).flat();
  const covering = await Promise.all(files.map(async (path) => ({ path, has: await charactersIn(path, characters) })));
  const chosen: { path: string; has: readonly string[] }[] = [];
  let waiting = characters;
  while (waiting.length > 0) {
    const counted = covering.map(({ path, has }) => ({ path, has: has.filter((each) => waiting.includes(each)) }));
    const best = counted.reduce((a, b) => (b.has.length > a.has.length ? b : a), {
      path: '',
      has: [] as readonly string[],
    });
    if (best.has.length === 0) break;
    chosen.push(best);
    waiting = waiting.filter((each) => !best.has.includes(each));
  }
  return Promise.all(chosen.map(async ({ path, has }) => ({ bytes: await readFile(path), characters: has })));
}

async function fontFilesBelow(folder: string): Promise<readonly string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && /\.(ttf|otf|ttc)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Upright, regular faces without serifs first. */
function rank(path: string): number {
  const name = basename(path);
  const serifs = /sans|arial|helvetica|segoe/i.test(name) ? 0 : 4;
  const odd = /italic|oblique|condensed|narrow|mono|light|thin|black/i.test(name) ? 2 : 0;
  return serifs + odd + (/bold|semi|medium/i.test(name) ? 1 : 0);
}

/** Which of the characters a font file has; none where it cannot be read. */
async function charactersIn(path: string, characters: readonly string[]): Promise<readonly string[]> {
  try {
    await using file = await open(path);
    const read = async (at: number, length: number) => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    const first = view(await read(0, 16));
    const start = first.getUint32(0) === 0x74746366 ? first.getUint32(12) : 0;
    const directory = await read(start, 12 + 16 * 64);
    const cmap = tableIn(directory, 'cmap');
    if (!cmap) return [];
    const glyphOf = readCmap(await read(cmap.at, cmap.length));
    return characters.filter((character) => glyphOf(character.codePointAt(0)!) !== 0);
  } catch {
    return [];
  }
}

function tableIn(directory: Uint8Array, tag: string): { readonly at: number; readonly length: number } | undefined {
  const tables = view(directory);
  for (let at = 12; at < 12 + 16 * tables.getUint16(4); at += 16) {
    if (String.fromCharCode(...directory.subarray(at, at + 4)) === tag)
      return { at: tables.getUint32(at + 8), length: tables.getUint32(at + 12) };
  }
  return undefined;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
