import { exportFiles } from '../export/formats.ts';
import { demandNoPathwayFile } from './files.ts';
import { type Io, UsageError } from './io.ts';

/** A kind of file: how the names of such files end, and how it is called among people. A folder's name has no ending. */
export interface Kind {
  readonly ending: string;
  readonly also?: readonly string[];
  readonly name: string;
}

/** What several commands can write. */
export const kinds = {
  text: { ending: '.txt', name: 'a plain text' },
  markdown: { ending: '.md', also: ['.markdown'], name: 'a Markdown document' },
  json: { ending: '.json', name: 'a JSON file' },
  html: { ending: '.html', also: ['.htm'], name: 'a web page' },
  xlsx: { ending: '.xlsx', name: 'an Excel workbook' },
  csv: { ending: '', name: 'a folder of CSV tables' },
  svg: exportFiles.svg,
} as const satisfies Readonly<Record<string, Kind>>;

/** Files whose names everybody knows, and that a command which does not make them must not pretend to. */
const others: readonly Kind[] = [
  exportFiles.svg,
  exportFiles.png,
  exportFiles.pdf,
  kinds.html,
  kinds.xlsx,
  { ending: '.csv', name: 'a CSV table' },
  { ending: '.docx', also: ['.doc'], name: 'a Word document' },
  { ending: '.pptx', also: ['.ppt'], name: 'a PowerPoint presentation' },
  { ending: '.xls', also: ['.xlsm'], name: 'an Excel workbook' },
  { ending: '.odt', also: ['.ods', '.odp'], name: 'an OpenDocument file' },
  { ending: '.jpg', also: ['.jpeg'], name: 'a JPEG picture' },
  { ending: '.gif', name: 'a GIF picture' },
  { ending: '.zip', name: 'a ZIP archive' },
];

/** Files that hold a text. Where `--format` asks for one of another kind, that is what is meant. */
const otherTexts: readonly Kind[] = [
  kinds.text,
  kinds.markdown,
  kinds.json,
  exportFiles.drawio,
  exportFiles.mermaid,
  exportFiles.bpmn,
  { ending: '.sarif', name: 'a SARIF file' },
  { ending: '.xml', name: 'an XML file' },
  { ending: '.yaml', also: ['.yml'], name: 'a YAML file' },
];

export interface Wish<Format extends string> {
  /** What is to be written, as the beginning of a sentence. */
  readonly what: string;
  readonly output: string;
  /** What `--format` asks for. */
  readonly asked?: Format | undefined;
  readonly files: Readonly<Record<Format, Kind>>;
  /** What is made where the name has no ending that says something: `site.v2` and `report-2026.05` have none. */
  readonly otherwise?: Format;
}

/**
 * The format that is asked for, or that the file's name ends in. Throws where the two differ, and where the name is that
 * of a file that is not made: nobody is to find a text that is called a PDF.
 */
export function formatFor<Format extends string>(wish: Wish<Format>, io: Io): Format {
  const { what, output, asked, files, otherwise } = wish;
  const formats = Object.keys(files) as Format[];
  demandNoPathwayFile(what, output, files[asked ?? otherwise ?? formats[0]!].ending, io);
  const ended = formats
    .filter((format) => endsIn(output, files[format]))
    .toSorted((a, b) => endingOf(output, files[b]).length - endingOf(output, files[a]).length)[0];
  const unmade = asked === undefined ? [...others, ...otherTexts] : others;
  const known = ended === undefined ? unmade.find((kind) => endsIn(output, kind)) : files[ended];
  if (asked !== undefined) {
    if (known === undefined || endsIn(output, files[asked])) return asked;
    const stem = output.slice(0, -endingOf(output, known).length);
    const leave = ended === undefined ? '' : 'leave --format out, or ';
    const thing = files[asked].ending === '' ? 'folder' : 'file';
    throw new UsageError(
      `The name ${output} is that of ${known.name}, and --format asks for ${files[asked].name}: ${leave}name the ${thing} ${stem}${files[asked].ending}.`,
    );
  }
  if (ended !== undefined) return ended;
  if (otherwise !== undefined && known === undefined) return otherwise;
  const endings = [...new Set(Object.values<Kind>(files).map(({ ending }) => ending))].filter(Boolean);
  const choice = `end it in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}`;
  if (known === undefined)
    throw new UsageError(`The name ${output} does not say what is to be made: ${choice}, or add --format.`);
  const print = known === exportFiles.pdf && endings.includes('.html');
  const advice = print ? ' For a PDF, make .html and print it from the browser.' : '';
  const orAsk = otherTexts.includes(known) ? ', or add --format' : '';
  throw new UsageError(
    `The name ${output} is that of ${known.name}, which is not made here: ${choice}${orAsk}.${advice}`,
  );
}

const endingsOf = ({ ending, also = [] }: Kind): readonly string[] => [ending, ...also].filter(Boolean);

const endsIn = (name: string, kind: Kind): boolean => endingOf(name, kind) !== '';

/** The ending of the name that is one of that kind; empty where there is none. The longest, of those that end alike. */
function endingOf(name: string, kind: Kind): string {
  const found = endingsOf(kind).filter((ending) => name.toLowerCase().endsWith(ending));
  return found.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

/** Refuses one file for what is a folder of tables. */
export function demandNoTable(command: string, what: string, output: string): void {
  if (!/\.csv$/i.test(output)) return;
  const folder = output.replace(/\.csv$/i, '') || 'tables';
  throw new UsageError(
    `As CSV ${what} is a folder with many tables, not one file. For the folder: pathway ${command} --format csv -o ${folder}. For one file with all tables: pathway ${command} -o ${folder}.xlsx`,
  );
}
