import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import { pageHtml } from '../../protocol/page.ts';

/** A document around a page of `src/webview`, with addresses that this webview may load. */
export function pageIn(webview: Webview, extension: Uri, page: 'preview' | 'review' | 'report'): string {
  const address = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extension, 'out', ...path)).toString();
  return pageHtml({
    scriptUri: address('webview', `${page}.js`),
    styleUri: address('webview', `${page}.css`),
    fontUris: {
      regular: address('fonts', 'inter-latin-400-normal.woff2'),
      semibold: address('fonts', 'inter-latin-600-normal.woff2'),
    },
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('hex'),
    host: 'vscode',
  });
}
