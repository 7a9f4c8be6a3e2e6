import type { Report } from './report.ts';

/** Says where something stands as readers of the project in a folder know it: `north.pathway, line 12`. */
export function whereIn(folder: string): Report['where'] {
  return ({ file, line }) => `${nameIn(folder, file)}, line ${line + 1}`;
}

/** A file of the project in a folder, as its readers know it: `footprints/north.pathway`. */
export function nameIn(folder: string, file: string): string {
  const name = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file.slice(file.lastIndexOf('/') + 1);
  return decodeURIComponent(name);
}
