import { attributes, escaped } from '../diagram/svg/xml.ts';

/** An element of a picture's SVG, or a piece of its text. */
export type Part = Element | string;

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
}

/** Reads what `svgOf` writes: well-formed, without comments, with every attribute between double quotes. */
export function readSvg(svg: string): Element {
  const root: Open = { name: '', attributes: {}, parts: [] };
  const open: Open[] = [root];
  for (const [, closing, name, attributeText = '', empty, text] of svg.matchAll(
    /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g,
  )) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.parts.push(unescaped(text));
    else if (closing) open.pop();
    else {
      const element: Open = { name: name!, attributes: readAttributes(attributeText), parts: [] };
      parent.parts.push(element);
      if (!empty) open.push(element);
    }
  }
  return elementsOf(root)[0]!;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parts: Part[];
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)]),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&#10;', '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

export function elementsOf({ parts }: Pick<Element, 'parts'>): readonly Element[] {
  return parts.filter((part) => typeof part !== 'string');
}

/** Writes an element as it was read. */
export function writeSvg({ name, attributes: own, parts }: Element): string {
  const start = `<${name}${attributes(own)}`;
  if (parts.length === 0) return `${start}/>`;
  return `${start}>${parts.map((part) => (typeof part === 'string' ? escaped(part) : writeSvg(part))).join('')}</${name}>`;
}

/** The same tree with every element replaced by what `change` makes of it; its parts are changed before it. */
export function mapped(element: Element, change: (element: Element) => Element): Element {
  const parts = element.parts.map((part) => (typeof part === 'string' ? part : mapped(part, change)));
  return change({ ...element, parts });
}
