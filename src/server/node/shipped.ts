import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The path of a file that is shipped with the program, such as `fonts/…` or `server/layout-worker.js`. The bundler may
 * put this code anywhere in the shipped folder, so it is searched for from here upwards.
 */
export function shippedFile(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const candidate of [join(folder, name), join(folder, 'out', name)])
      if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder)
      throw new Error(`${name} is missing from this installation: build it again by 'npm run build'.`);
  }
}
