import { readdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isBelow } from '../language/discovery.ts';
import { toPath, toUri } from '../server/node/folder.ts';
import { WorkerExporter } from '../server/node/worker-exporter.ts';
import { WorkerLayouter } from '../server/node/worker-layouter.ts';
import { type ExitCode, type Io, UsageError } from './io.ts';
import { asOfOption, openPaths, shown } from './open.ts';
import { outFolder } from './serve/assets.ts';
import { openBrowser } from './serve/browser.ts';
import { listen } from './serve/http.ts';
import { Live } from './serve/live.ts';
import { watchFolder } from './serve/watch.ts';

export interface ServeOptions {
  /** Any free one where none is given. */
  readonly port?: number;
  /** Whether to open the browser. */
  readonly open: boolean;
  readonly asOf?: string;
}

/** A folder that is being shown. */
export interface Serving {
  /** Where to look: `http://127.0.0.1:…/`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Shows the pathways of a folder in the browser until it is closed. Throws a `UsageError` for what cannot be served. */
export async function serve(folder: string, options: ServeOptions, io: Io): Promise<Serving> {
  const path = existingFolder(folder, io);
  const today = (): string => asOfOption(options.asOf, io);
  const root = projectAround(path, today(), io);
  const out = outFolder();
  const layouter = new WorkerLayouter(out.layoutWorker);
  const exporter = new WorkerExporter(out.exportWorker);
  const live = new Live({
    folder: root,
    shown: path,
    layouter,
    exporter,
    today,
    warn: (problem) => io.err(`${problem}\n`),
  });
  const server = await listen(live, out, options.port ?? 0).catch((error: unknown) => {
    layouter.dispose();
    throw error;
  });
  const watching = watchFolder(root, () => {
    live.refresh();
    watching.include(live.includedFolders());
  });
  watching.include(live.includedFolders());
  io.out(
    `Showing the pathways of ${shown(path, io)} at this address:\n${server.address}\nIt follows every change of the files. Press Ctrl+C to stop.\n`,
  );
  if (options.open) openBrowser(server.address);
  return {
    address: server.address,
    close: async () => {
      await watching.close();
      live.dispose();
      await server.close();
      layouter.dispose();
    },
  };
}

/** `pathway serve`: shows a folder until somebody stops the program. */
export async function serveUntilStopped(folder: string, options: ServeOptions, io: Io): Promise<ExitCode> {
  const serving = await serve(folder, options, io);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
  });
  await serving.close();
  return 0;
}

/** A folder inside a project is read with the whole project, so that names are known; it is shown alone. */
function projectAround(path: string, asOf: string, io: Io): string {
  if (!isBelowPathwayFiles(path)) return path;
  try {
    const { projects } = openPaths([path], asOf, io);
    const around = projects.find(({ folder }) => isBelow(toUri(path), folder));
    return around ? toPath(around.folder) : path;
  } catch (error) {
    // There may be nothing to read yet.
    if (error instanceof UsageError) return path;
    throw error;
  }
}

/** Whether any folder above holds pathway files; what may not be looked into holds none. */
function isBelowPathwayFiles(path: string): boolean {
  const above = dirname(path);
  if (above === path) return false;
  try {
    return readdirSync(above).some((name) => name.endsWith('.pathway')) || isBelowPathwayFiles(above);
  } catch {
    return false;
  }
}

function existingFolder(folder: string, io: Io): string {
  const path = resolve(io.cwd, folder);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats)
    throw new UsageError(`There is no folder ${shown(path, io)}: name the folder that holds your .pathway files.`);
  if (!stats.isDirectory()) throw new UsageError(`${shown(path, io)} is a file: name the folder that it is in.`);
  return path;
}
