import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A folder of pathway files that a test may spoil. */
export interface ProjectCopy {
  readonly folder: string;
  file(name: string): string;
  remove(): void;
}

export interface RestorableCopy extends ProjectCopy {
  /** Puts every file back as it was copied, and takes away what was not there. */
  restore(): void;
}

/** Copies the small project of the tests, whose lines they know. */
export function copySmallProject(): RestorableCopy {
  return copy(join(import.meta.dirname, 'fixtures/small'));
}

/** Copies the examples that come with the product. */
export function copyExamples(): RestorableCopy {
  return copy(resolve(import.meta.dirname, '../../examples'));
}

/** A folder with nothing in it. */
export function emptyFolder(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'pathways-project-'));
  return {
    folder,
    file: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function copy(source: string): RestorableCopy {
  const project = { ...emptyFolder(), restore: () => fill(project.folder, source) };
  project.restore();
  return project;
}

function fill(folder: string, source: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  cpSync(source, folder, { recursive: true });
}
