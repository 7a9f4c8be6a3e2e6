import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import { pageHtml } from '../../protocol/page.ts';

/** The preview's document: the page of `src/webview`, with addresses that this webview may load. */
export function previewPage(webview: Webview, extension: Uri): string {
  const address = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extension, 'out', ...path)).toString();
  return pageHtml({
    scriptUri: address('webview', 'preview.js'),
    styleUri: address('webview', 'preview.css'),
    fontUris: {
      regular: address('fonts', 'inter-latin-400-normal.woff2'),
      semibold: address('fonts', 'inter-latin-600-normal.woff2'),
    },
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('hex'),
    host: 'vscode',
  });
}
