import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { LanguageServer, type Ports } from '../language-server.ts';
import { pathwayFilesBelow, readText, toPath, toUri } from './folder.ts';
import { WorkerExporter } from './worker-exporter.ts';
import { WorkerLayouter } from './worker-layouter.ts';

/** What the server needs to run in Node. */
export interface NodeOptions {
  /** The bundled layout worker. */
  readonly layoutWorker: string;
  /** The bundled export worker. */
  readonly exportWorker: string;
  /** Today, as YYYY-MM-DD. */
  today(): string;
}

export interface LanguageServerOptions extends NodeOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Serves one editor over a pair of streams, until the editor says goodbye or the input ends. */
export function serveLanguage({ input, output, ...options }: LanguageServerOptions): Promise<void> {
  const connection = createConnection(input, output);
  new LanguageServer(connection, portsOf(options));
  connection.listen();
  return new Promise((resolve) => {
    connection.onExit(resolve);
    input.on('end', resolve);
  });
}

/** The disk of this machine, and threads that lay out and export. */
export function portsOf({ layoutWorker, exportWorker, today }: NodeOptions): Ports {
  return {
    layouter: new WorkerLayouter(pathToFileURL(layoutWorker)),
    exporter: new WorkerExporter(pathToFileURL(exportWorker)),
    filesBelow: (folder) => (isFolder(folder) ? pathwayFilesBelow(toPath(folder)).map(toUri) : []),
    read: readUri,
    today,
  };
}

function isFolder(uri: string): boolean {
  return uri.startsWith('file:') && (statSync(toPath(uri), { throwIfNoEntry: false })?.isDirectory() ?? false);
}

function readUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return readText(toPath(uri));
  } catch {
    return undefined;
  }
}
