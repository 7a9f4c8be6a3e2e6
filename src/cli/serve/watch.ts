import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

export interface Watching {
  /** Watches these folders, too, outside of the first one. */
  include(folders: readonly string[]): void;
  close(): Promise<void>;
}

/** Changes that come within this time, in milliseconds, are told of together: editors write in several steps. */
const quiet = 50;
/** However long changes go on, they are told of after this time. */
const patience = 250;
/** How often it is asked whether the folder itself is still the same. */
const rootCheck = 500;

const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Tells of changes of `.pathway` files in a folder, also when the folder is deleted, replaced or comes back. */
export function watchFolder(folder: string, changed: () => void): Watching {
  const soon = coalesced(changed);
  let included: readonly string[] = [];
  let identity = identityOf(folder);
  const tell = (event?: string, path?: string): void => {
    // Its watcher has gone with it. One that comes back may look the same.
    if (event === 'unlinkDir' && path === folder) identity = '';
    soon.tell();
  };
  let watcher = startWatcher([folder], tell);
  const timer = setInterval(() => {
    const now = identityOf(folder);
    if (now === identity) return;
    identity = now;
    void watcher.close();
    watcher = startWatcher([folder, ...included], tell);
    soon.tell();
  }, rootCheck);
  timer.unref();
  return {
    include(folders) {
      watcher.add(folders.filter((other) => !included.includes(other)));
      const gone = included.filter((other) => !folders.includes(other));
      if (gone.length > 0) watcher.unwatch(gone);
      included = folders;
    },
    async close() {
      clearInterval(timer);
      soon.stop();
      await watcher.close();
    },
  };
}

function startWatcher(folders: readonly string[], tell: (event?: string, path?: string) => void): FSWatcher {
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ignored: (path, stats) =>
      (skipped.has(basename(path)) && !folders.includes(path)) ||
      (stats?.isFile() === true && !path.endsWith('.pathway')),
  });
  watcher.on('all', tell);
  // What changed before the watching began is read now.
  watcher.on('ready', () => tell());
  watcher.on('error', () => tell());
  return watcher;
}

/** Another one when the folder is deleted, or another folder takes its place. */
function identityOf(folder: string): string {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats ? `${stats.dev}:${stats.ino}:${stats.birthtimeMs}` : '';
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
