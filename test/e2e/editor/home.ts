import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietSettings } from './settings.ts';

/** A server's own folder: its settings, its extensions, its log, and what tells it to use no other. */
export interface Home {
  readonly folder: string;
  readonly logFile: string;
  readonly arguments: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export function makeHome(settings: Readonly<Record<string, unknown>> = {}): Home {
  const folder = mkdtempSync(join(tmpdir(), 'pathways-editor-'));
  const inside = (name: string) => join(folder, name);
  for (const name of ['user/User', 'extensions', 'config', 'temp']) mkdirSync(inside(name), { recursive: true });
  writeFileSync(inside('user/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  writeFileSync(inside('config.yaml'), 'auth: none\n');
  return {
    folder,
    logFile: inside('server.log'),
    arguments: [
      ...['--config', inside('config.yaml')],
      ...['--user-data-dir', inside('user')],
      ...['--extensions-dir', inside('extensions')],
    ],
    env: {
      PATH: process.env['PATH'],
      LANG: 'C.UTF-8',
      HOME: folder,
      TMPDIR: inside('temp'),
      XDG_CONFIG_HOME: inside('config'),
      XDG_DATA_HOME: inside('data'),
      XDG_RUNTIME_DIR: folder,
      EXTENSIONS_GALLERY: '{}',
    },
  };
}
