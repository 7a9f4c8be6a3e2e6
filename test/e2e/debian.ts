import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, sleep } from './processes.ts';

export interface Found {
  readonly path: string;
}

/** What is not there, and how to get it, in words for the person who runs the tests. */
export interface Missing {
  readonly missing: string;
}

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const chromiumPlaces = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Finds a Chromium or Chrome: the one that `CHROMIUM` names, an installed one, or Debian's, installed now. */
export async function ensureChromium(): Promise<Found | Missing> {
  const wanted = process.env['CHROMIUM'];
  if (wanted)
    return existsSync(wanted) ? { path: wanted } : { missing: `CHROMIUM names ${wanted}, which is not there.` };
  const path = chromiumNames.map(findCommand).find(Boolean) ?? chromiumPlaces.find((place) => existsSync(place));
  if (path) return { path };
  const installed = await ensureCommand('chromium', ['chromium']);
  if ('path' in installed) return installed;
  return { missing: `${installed.missing} Or name a Chromium or Chrome of yours in the variable CHROMIUM.` };
}

const officePlaces = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/** Finds LibreOffice: the one that `SOFFICE` names, an installed one, or Debian's spreadsheets, installed now. */
export async function ensureOffice(): Promise<Found | Missing> {
  const wanted = process.env['SOFFICE'];
  if (wanted)
    return existsSync(wanted) ? { path: wanted } : { missing: `SOFFICE names ${wanted}, which is not there.` };
  const path = findCommand('soffice') ?? officePlaces.find((place) => existsSync(place));
  if (path) return { path };
  const installed = await ensureCommand('soffice', ['libreoffice-calc-nogui']);
  if ('path' in installed) return installed;
  return { missing: `${installed.missing} Or name the soffice of a LibreOffice of yours in the variable SOFFICE.` };
}

/** Finds a command on PATH; on Debian, as root, installs the packages that bring it when it is not there. */
export async function ensureCommand(command: string, packages: readonly string[]): Promise<Found | Missing> {
  const path = findCommand(command);
  if (path) return { path };
  const advice = `The command ${command} is missing: install it (on Debian: apt-get install ${packages.join(' ')}).`;
  if (!findCommand('apt-get') || process.getuid?.() !== 0) return { missing: advice };
  try {
    await install(packages);
  } catch (error) {
    return { missing: `${advice} Trying that failed: ${(error as Error).message}` };
  }
  const installed = findCommand(command);
  return installed ? { path: installed } : { missing: advice };
}

/** The full path of a command, when PATH has it. */
export function findCommand(command: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const names = process.platform === 'win32' ? [`${command}.exe`, `${command}.cmd`] : [command];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function install(packages: readonly string[]): Promise<void> {
  await whenListsAreFree(() => run('apt-get', ['update']));
  await run('apt-get', ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...packages], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** `apt-get update` has no option to wait for another apt-get, as `install` has. */
async function whenListsAreFree(update: () => Promise<string>): Promise<void> {
  for (let tries = 60; ; tries--) {
    try {
      await update();
      return;
    } catch (error) {
      if (tries === 0 || !/could not get lock/i.test((error as Error).message)) throw error;
      await sleep(5000);
    }
  }
}
