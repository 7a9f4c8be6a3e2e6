import { escaped } from './html.ts';

/** A whole page: what its browser has to know, and what is in it. */
export interface HtmlDocument {
  readonly title: string;
  /** What it may load and run: the directives of its content security policy. */
  readonly policy: readonly string[];
  /** The element that brings its style. */
  readonly style: string;
  readonly body: string;
}

/** The page as the text of a file. */
export function htmlDocument({ title, policy, style, body }: HtmlDocument): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped([...policy, "base-uri 'none'"].join('; '))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${style}
</head>
<body>
${body}
</body>
</html>
`;
}
