import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A folder of pathway files that a test may spoil. */
export interface ProjectCopy {
  readonly folder: string;
  file(name: string): string;
  remove(): void;
}

/** Copies the small project of the tests, whose lines they know. */
export function copySmallProject(): ProjectCopy {
  return copy(join(import.meta.dirname, 'fixtures/small'));
}

/** Copies the examples that come with the product. */
export function copyExamples(): ProjectCopy {
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

function copy(source: string): ProjectCopy {
  const made = emptyFolder();
  cpSync(source, made.folder, { recursive: true });
  return made;
}
