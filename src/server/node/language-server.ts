import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { LanguageServer } from '../language-server.ts';
import { pathwayFilesBelow, readText, toPath, toUri } from './folder.ts';
import { WorkerExporter } from './worker-exporter.ts';
import { WorkerLayouter } from './worker-layouter.ts';

export interface LanguageServerOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** The bundled layout worker. */
  readonly layoutWorker: string;
  /** The bundled export worker. */
  readonly exportWorker: string;
  /** Today, as YYYY-MM-DD. */
  today(): string;
}

/** Serves one editor over a pair of streams, until the editor says goodbye or the input ends. */
export function serveLanguage({
  input,
  output,
  layoutWorker,
  exportWorker,
  today,
}: LanguageServerOptions): Promise<void> {
  const connection = createConnection(input, output);
  new LanguageServer(connection, {
    layouter: new WorkerLayouter(pathToFileURL(layoutWorker)),
    exporter: new WorkerExporter(pathToFileURL(exportWorker)),
    filesBelow: (folder) => (isFolder(folder) ? pathwayFilesBelow(toPath(folder)).map(toUri) : []),
    read: readUri,
    today,
  });
  connection.listen();
  return new Promise((resolve) => {
    connection.onExit(resolve);
    input.on('end', resolve);
  });
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
