import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { Host } from '../host/install.ts';
import { lastLines, sleep } from '../processes.ts';
import { type Home, makeHome } from './home.ts';

export interface ServerOptions {
  readonly host: Host;
  /** Packaged extensions to install before the start. */
  readonly extensions?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Lets a page's address start tests in the extension host. It hides toasts, so it is off for a person's view. */
  readonly testDriver?: boolean;
}

/** What an address may ask of the workbench, as pairs: `['openFile', uri]`. */
export type Payload = readonly (readonly [key: string, value: string])[];

/** A VS Code server of its own: own home, own settings, own extensions, on a port of this machine only. */
export interface Server {
  uri(path: string): string;
  address(folder: string, payload?: Payload): string;
  log(): string;
  stop(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<Server> {
  const home = makeHome(options.settings);
  const log = () => lastLines(readFileSync(home.logFile, 'utf8'), 60);
  let child: ChildProcess | undefined;
  try {
    for (const extension of options.extensions ?? []) await installExtension(options.host, home, extension);
    const at = `127.0.0.1:${await freePort()}`;
    child = launch(options.host, home, [...serverArguments(at), ...driverArguments(options.testDriver)]);
    endWithUs(child);
    await untilHealthy(at, child);
    return { ...addresses(at), log, stop: () => stop(child!, home) };
  } catch (error) {
    const message = `${(error as Error).message}\n${log()}`;
    if (child) await stop(child, home);
    throw new Error(message);
  }
}

function launch(host: Host, home: Home, args: readonly string[]): ChildProcess {
  const log = openSync(home.logFile, 'a');
  // Detached: it heads a process group, so that its extension hosts can be ended with it.
  const child = spawn(host.node, [host.codeServer, ...home.arguments, ...args], {
    env: home.env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  return child;
}

async function installExtension(host: Host, home: Home, file: string): Promise<void> {
  const child = launch(host, home, ['--install-extension', resolve(file)]);
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`The extension ${file} could not be installed: code ${code}`);
}

function serverArguments(at: string): string[] {
  return [
    ...['--auth', 'none', '--bind-addr', at],
    '--disable-getting-started-override',
    '--disable-proxy',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    // Else the extension host of a closed page lives on for hours.
    ...['--reconnection-grace-time', '2'],
  ];
}

function driverArguments(wanted = false): string[] {
  return wanted ? ['--vscode-option', 'enable-smoke-test-driver'] : [];
}

async function untilHealthy(at: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`http://${at}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error('The VS Code server did not start.');
}

function addresses(at: string): Pick<Server, 'uri' | 'address'> {
  return {
    uri: (path) => `vscode-remote://${at}${resolve(path)}`,
    address: (folder, payload = []) => {
      const query = new URLSearchParams({ folder: resolve(folder), payload: JSON.stringify(payload) });
      return `http://${at}/?${query}`;
    },
  };
}

async function stop(child: ChildProcess, home: Home): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((done) => child.once('exit', done));
    signal(child, 'SIGTERM');
    const impatient = setTimeout(() => signal(child, 'SIGKILL'), 5000);
    await gone;
    clearTimeout(impatient);
  }
  signal(child, 'SIGKILL');
  rmSync(home.folder, { recursive: true, force: true, maxRetries: 5 });
}

/** So that a test run that breaks off leaves no server behind. */
function endWithUs(child: ChildProcess): void {
  const end = () => signal(child, 'SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, name);
  } catch {
    // It has ended by itself.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
