import type { Placed } from '../diagram/placed.ts';
import { headingOf, type Sheet, svgOf } from '../diagram/svg.ts';
import { engineFor } from './engine.ts';
import type { ExportFiles } from './files.ts';
import { charactersOf, type Fonts, fontsFor, lostNote, withoutLost } from './fonts.ts';
import { textIn } from './lines.ts';
import { canDraw, type Marked, type PageContent, PageWriter } from './pdf/content.ts';
import { decimal, PdfObjects, ref, textString } from './pdf/document.ts';
import { PdfFont } from './pdf/fonts.ts';
import type { Exported, ExportOptions } from './picture.ts';
import { type Element, elementsOf, mapped, readSvg } from './tree.ts';

/** Points to a pixel. */
const point = 0.75;

/** The picture as a PDF document of one page: lines and text, not pixels; text can be selected and read aloud. */
export async function pdfOf(
  placed: Placed,
  { theme, date }: ExportOptions,
  sheet: Sheet | undefined,
  files: ExportFiles,
): Promise<Exported> {
  const root = readSvg(svgOf(placed, { theme, ...(sheet ? { sheet } : {}) }));
  const { width, height } = sheet ?? placed;
  const available = await fontsFor(charactersOf(textsOf(root)), files);
  const fonts = available.inter.map((face, index) => new PdfFont(`F${index + 1}`, face));
  const page = new PageWriter(fonts);
  page.op(`${point} 0 0 ${-point} 0 ${decimal(height * point)} cm`);
  page.root(root);
  const outlined = await outlines(root, fonts, available, files);
  if (outlined) page.root(outlined);
  const content = await documentOf({ title: headingOf(placed), width, height, date }, page.content(), fonts);
  return { content, notes: lostNote(available.lost) };
}

/** Every line of text that is drawn. */
function textsOf(element: Element): readonly string[] {
  return element.name === 'text' ? [textIn(element)] : elementsOf(element).flatMap(textsOf);
}

/** Lines in scripts that Inter does not have, as outlines of the letters of another font; nothing where there are none. */
async function outlines(
  root: Element,
  fonts: readonly PdfFont[],
  available: Fonts,
  files: ExportFiles,
): Promise<Element | undefined> {
  if (available.others.length + available.lost.length === 0) return undefined;
  const lines = mapped(root, (element) => ({
    ...element,
    parts:
      element.name === 'text' || element.name === 'tspan'
        ? element.parts
        : elementsOf(element).filter(
            (part) => part.name === 'g' || (part.name === 'text' && !canDraw(fonts, textIn(part))),
          ),
  }));
  const engine = await engineFor(withoutLost(lines, available.lost), 1, available, files);
  const drawn = readSvg(engine.toString());
  engine.free();
  return drawn;
}

interface About {
  readonly title: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly date: string | undefined;
}

async function documentOf(about: About, content: PageContent, fonts: readonly PdfFont[]): Promise<Uint8Array> {
  const objects = new PdfObjects();
  const [catalogue, pages, page] = [objects.reserve(), objects.reserve(), objects.reserve()];
  const stream = await objects.stream(content.ops);
  const named: string[] = [];
  for (const font of fonts) named.push(`/${font.name} ${ref(await font.write(objects))}`);
  const opacities = [...content.opacities].map(
    ([name, { fill, stroke }]) => `/${name}<</ca ${decimal(fill)}/CA ${decimal(stroke)}>>`,
  );
  const structure = structureOf(content.marked, page, about.title, objects);
  const box = `[0 0 ${decimal(about.width * point)} ${decimal(about.height * point)}]`;
  objects.set(pages, `<</Type/Pages/Kids[${ref(page)}]/Count 1>>`);
  objects.set(
    page,
    `<</Type/Page/Parent ${ref(pages)}/MediaBox${box}/Contents ${ref(stream)}/StructParents 0/Tabs/S/Resources<</Font<<${named.join('')}>>/ExtGState<<${opacities.join('')}>>>>>>`,
  );
  objects.set(
    catalogue,
    `<</Type/Catalog/Pages ${ref(pages)}/Lang(en-GB)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot ${ref(structure)}>>`,
  );
  const made = about.date === undefined ? '' : `/CreationDate(D:${about.date.replaceAll('-', '')}000000Z)`;
  const info = objects.add(`<</Title ${textString(about.title)}/Producer(Care Pathways)${made}>>`);
  return objects.file(catalogue, info);
}

/** What is on the page, part by part, with what each figure shows in words. */
function structureOf(marked: readonly Marked[], page: number, title: string, objects: PdfObjects): number {
  const [root, document] = [objects.reserve(), objects.reserve()];
  const parts = marked.map(({ role, alt }, index) =>
    objects.add(
      `<</Type/StructElem/S/${role}/P ${ref(document)}/Pg ${ref(page)}/K ${index}${alt === undefined ? '' : `/Alt ${textString(alt)}`}>>`,
    ),
  );
  objects.set(
    document,
    `<</Type/StructElem/S/Document/P ${ref(root)}/T ${textString(title)}/K[${parts.map(ref).join(' ')}]>>`,
  );
  return objects.set(
    root,
    `<</Type/StructTreeRoot/K ${ref(document)}/ParentTree<</Nums[0[${parts.map(ref).join(' ')}]]>>/ParentTreeNextKey 1>>`,
  );
}
