import type { Look } from '../diagram/look.ts';

export const exportFormats = ['svg', 'png', 'pdf', 'mermaid', 'drawio', 'bpmn'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How the file of each format ends, and how it is called among people. */
export const exportFiles: Readonly<
  Record<ExportFormat, { readonly ending: string; readonly also: readonly string[]; readonly name: string }>
> = {
  svg: { ending: '.svg', also: [], name: 'an SVG picture' },
  png: { ending: '.png', also: [], name: 'a PNG picture' },
  pdf: { ending: '.pdf', also: [], name: 'a PDF document' },
  mermaid: { ending: '.mmd', also: ['.mermaid'], name: 'a Mermaid flowchart' },
  drawio: { ending: '.drawio', also: ['.drawio.xml'], name: 'a draw.io diagram' },
  bpmn: { ending: '.bpmn', also: ['.bpmn.xml', '.bpmn2'], name: 'a BPMN diagram' },
};

/** Formats that are pictures: they can be fitted in a page. */
export const paged: readonly ExportFormat[] = ['svg', 'png', 'pdf'];

/** What a file of a format shows of a picture that is seen so. BPMN has a pool for each provider, and says who is referred. */
export function lookFor(format: ExportFormat, look: Look): Look {
  if (format !== 'bpmn') return look;
  return { ...look, lanes: look.lanes ?? 'provider', show: [...(look.show ?? []), 'criteria', 'gaps'] };
}

/** Pages that a picture can be fitted in. */
export const pageSizes = ['slide', 'a4', 'a3'] as const;
export type PageSize = (typeof pageSizes)[number];
