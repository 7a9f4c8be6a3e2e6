/** What the document around the preview page differs in between those who show it. */
export interface PageParts {
  /** Where `webview/preview.js` and `webview/preview.css` are found. */
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Inter, at weight 400 and at weight 600. */
  readonly fontUris: { readonly regular: string; readonly semibold: string };
  /** What the content security policy calls the place that all of these come from, such as `'self'`. */
  readonly cspSource: string;
  /** Random letters and digits, new for each document. */
  readonly nonce: string;
  /** Whether messages go to VS Code, or to `pathway serve` over HTTP. */
  readonly host: 'vscode' | 'http';
}

/** The HTML document of the preview page. All that is seen is made by its script. */
export function pageHtml(parts: PageParts): string {
  const { scriptUri, styleUri, fontUris, nonce, host } = parts;
  return `<!doctype html>
<html lang="en-GB" data-host="${host}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(contentSecurityPolicy(parts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Care Pathways</title>
<link rel="icon" href="${icon}">
<style nonce="${nonce}">${fontFace(400, fontUris.regular)}${fontFace(600, fontUris.semibold)}</style>
<link rel="stylesheet" href="${escaped(styleUri)}">
</head>
<body>
<noscript>This page needs JavaScript to draw pathways: allow it for this page and load it again.</noscript>
<script nonce="${nonce}" src="${escaped(scriptUri)}"></script>
</body>
</html>
`;
}

/** Nothing but the page's own script, style and font; and, where it is served, talking to whoever serves it. */
export function contentSecurityPolicy({ cspSource, nonce, host }: PageParts): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    'img-src data:',
    ...(host === 'http' ? [`connect-src ${cspSource}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function fontFace(weight: number, uri: string): string {
  return `@font-face{font-family:Inter;font-weight:${weight};font-display:swap;src:url("${uri}") format("woff2")}`;
}

/** Two stages and the way between them. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#005eb8"/><g fill="none" stroke="#fff" stroke-width="2.6" stroke-linejoin="round"><rect x="5" y="6" width="11" height="8" rx="2"/><rect x="16" y="18" width="11" height="8" rx="2"/><path d="M10.5 14v8h5.5"/></g></svg>',
)}`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
