import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shippedFile } from '../../server/node/shipped.ts';

/** A file of the page, as it is sent. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

/** What is built and shipped beside this program. */
export interface OutFolder {
  readonly layoutWorker: URL;
  readonly exportWorker: URL;
  /** Everything that the page may ask for besides itself, by its path. Nothing else can be asked for. */
  readonly assets: ReadonlyMap<string, Asset>;
}

export const assetPaths = {
  script: '/preview.js',
  style: '/preview.css',
  regular: '/inter-400.woff2',
  semibold: '/inter-600.woff2',
} as const;

/** Finds the built page, its font and the layout worker, and reads what is to be sent. */
export function outFolder(): OutFolder {
  const folder = dirname(dirname(shippedFile('webview/preview.js')));
  const asset = (path: string, type: string): Asset => ({ type, body: readFileSync(`${folder}/${path}`) });
  return {
    layoutWorker: pathToFileURL(`${folder}/server/layout-worker.js`),
    exportWorker: pathToFileURL(`${folder}/server/export-worker.js`),
    assets: new Map([
      [assetPaths.script, asset('webview/preview.js', 'text/javascript; charset=utf-8')],
      [assetPaths.style, asset('webview/preview.css', 'text/css; charset=utf-8')],
      [assetPaths.regular, asset('fonts/inter-latin-400-normal.woff2', 'font/woff2')],
      [assetPaths.semibold, asset('fonts/inter-latin-600-normal.woff2', 'font/woff2')],
    ]),
  };
}
