import { type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { pathwayFilesBelow } from '../../server/node/folder.ts';

export interface Watching {
  /** Watches these folders, too, outside of the first one. */
  include(folders: readonly string[]): void;
  close(): Promise<void>;
}

/** Changes that come within this time, in milliseconds, are told of together: editors write in several steps. */
const quiet = 50;
/** However long changes go on, they are told of after this time. */
const patience = 250;
/** How often the folder is looked through, in milliseconds; less often where that takes long. */
const lookAgain = 500;
const restAfterLook = 20;

const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

/**
 * Tells of changes of `.pathway` files in a folder, also when the folder is deleted, replaced or comes back. The
 * system's own notices are fast, but some drives send none and new folders lose some; so the folder is looked through
 * now and then as well.
 */
export function watchFolder(folder: string, changed: () => void): Watching {
  const soon = coalesced(changed);
  let included: readonly string[] = [];
  let identity = identityOf(folder);
  let seen = contentsOf([folder]);
  let watcher = startWatcher([folder], soon.tell);
  let timer = setTimeout(look, lookAgain);

  function look(): void {
    const start = performance.now();
    const [now, contents] = [identityOf(folder), contentsOf([folder, ...included])];
    if (now !== identity) {
      // Its watcher has gone with the folder.
      void watcher.close();
      watcher = startWatcher([folder, ...included], soon.tell);
    }
    if (now !== identity || contents !== seen) soon.tell();
    [identity, seen] = [now, contents];
    timer = setTimeout(look, Math.max(lookAgain, restAfterLook * (performance.now() - start)));
  }

  return {
    include(folders) {
      const fresh = folders.filter((one) => !included.includes(one));
      const gone = included.filter((one) => !folders.includes(one));
      if (fresh.length > 0) watcher.add(fresh);
      if (gone.length > 0) watcher.unwatch(gone);
      included = folders;
    },
    async close() {
      clearTimeout(timer);
      soon.stop();
      await watcher.close();
    },
  };
}

function startWatcher(folders: readonly string[], tell: () => void): FSWatcher {
  const watcher = watch([...folders], {
    ignoreInitial: true,
    // A watcher that is closed while it begins may leave something behind; that must not keep the program from ending.
    persistent: false,
    ignored: (path, stats) =>
      (skipped.has(basename(path)) && !folders.includes(path)) ||
      (stats?.isFile() === true && !path.endsWith('.pathway')),
  });
  watcher.on('all', tell);
  // What changed before the watching began is read now.
  watcher.on('ready', tell);
  watcher.on('error', tell);
  return watcher;
}

/** Another one when the folder is deleted, or another folder takes its place. */
function identityOf(folder: string): string {
  const stats = statsOf(folder);
  return stats ? `${stats.dev}:${stats.ino}:${stats.birthtimeMs}` : '';
}

/** Another text whenever a pathway file is added, removed or written. */
function contentsOf(folders: readonly string[]): string {
  const files = folders.flatMap((folder) => {
    try {
      return pathwayFilesBelow(folder);
    } catch {
      // It is not there, or may not be read; the next look may find more.
      return [];
    }
  });
  return files
    .map((path) => {
      const stats = statsOf(path);
      return `${path} ${stats?.mtimeMs} ${stats?.size} ${stats?.ino}`;
    })
    .join('\n');
}

/** Nothing for what is not there, or may not be looked at. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function coalesced(tell: () => void): { readonly tell: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let since: number | undefined;
  const fire = (): void => {
    timer = undefined;
    since = undefined;
    tell();
  };
  return {
    tell: () => {
      const now = performance.now();
      since ??= now;
      clearTimeout(timer);
      timer = setTimeout(fire, Math.min(quiet, Math.max(0, since + patience - now)));
    },
    stop: () => clearTimeout(timer),
  };
}
