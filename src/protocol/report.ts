import type { Place } from '../model/place.ts';
import type { TableState } from '../report/browser/tables.ts';

/** What the registers in the side bar and the report beside the text ask the language server, and say to each other. */

/** The registers of a project, each with how many rows it has: `RegistersParams → RegistersResult`. */
export const REGISTERS = 'care-pathways/registers';

/** The rows of one register: `RegisterRowsParams → RegisterRowsResult`. */
export const REGISTER_ROWS = 'care-pathways/registerRows';

/** A page of the report of a project: `ReportParams → ReportResult`. */
export const REPORT = 'care-pathways/report';

/** Whose registers are wanted: those of the project that a file belongs to, or of a project by its folder. */
export interface RegistersParams {
  /** The URI of the file or folder; the first project that is open where it is left out. */
  readonly at?: string;
}

export interface RegisterEntry {
  /** What it goes by: `cost-totals`. */
  readonly name: string;
  readonly title: string;
  /** The title where there is little room: what stands before its colon, where no other register begins so. */
  readonly label: string;
  /** What it is for. */
  readonly about: string;
  /** What to say where it has no rows. */
  readonly empty: string;
  readonly count: number;
  /** The page of the report that shows it. */
  readonly page: string;
}

/** A part of a report: registers that belong together. */
export interface RegisterGroup {
  readonly name: string;
  readonly title: string;
  readonly registers: readonly RegisterEntry[];
}

/** A project as far as its report is concerned. */
export interface ReportedProject {
  /** Its folder, as a URI. */
  readonly folder: string;
  readonly name: string;
  /** How readers know it. */
  readonly title: string;
  /** Files whose text has errors, as readers know them: what cannot be understood in them is left out. */
  readonly broken: readonly string[];
}

/** Nothing where there is no project. */
export type RegistersResult = {
  readonly project: ReportedProject;
  readonly groups: readonly RegisterGroup[];
} | null;

export interface RegisterRowsParams {
  /** The project's folder, as a URI. */
  readonly at: string;
  readonly register: string;
}

/** A row in few words. */
export interface RegisterRow {
  readonly label: string;
  readonly beside: string;
  /** Each cell that says something, under its heading. */
  readonly cells: readonly (readonly [heading: string, text: string])[];
  /** Where it is written, as people say it. */
  readonly where: string;
  readonly place: Place;
}

export interface RegisterRowsResult {
  readonly rows: readonly RegisterRow[];
  /** How many there are: of very many only the first are listed. */
  readonly total: number;
}

export interface ReportParams extends RegistersParams {
  /** The page that somebody wants to see; else, and where there is no such page any more, the first one. */
  readonly page?: string;
}

/** A report as it is now, and one page of it. */
export interface ReportShown {
  readonly project: ReportedProject;
  readonly page: string;
  readonly title: string;
  /** What the page says. All texts of authors in it are escaped. */
  readonly html: string;
  readonly contents: readonly {
    readonly title: string;
    readonly pages: readonly { readonly page: string; readonly title: string; readonly count: number }[];
  }[];
}

export type ReportResult = ReportShown | null;

/** From the host to the page. */
export type ToReportPage =
  | { readonly type: 'report'; readonly report: ReportShown }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly message: string; readonly hint: string };

/** From the page to the host. */
export type ToReportHost =
  | { readonly type: 'ready' }
  | { readonly type: 'select'; readonly page: string }
  /** Show a place of the text, or what stands there in the picture of its pathway. */
  | { readonly type: 'text' | 'picture'; readonly place: Place };

/** The forms in which a report is handed over. */
export const reportForms = ['site', 'single-file', 'xlsx', 'markdown', 'csv', 'json'] as const;

export type ReportForm = (typeof reportForms)[number];

/** A report that is to be written, as `pathway report` writes it: of what is on the disk. */
export interface ReportJob {
  /** The folder of the project, and the project's name; where the report goes. Paths of this machine. */
  readonly folder: string;
  readonly project: string;
  readonly output: string;
  readonly form: ReportForm;
  /** Whether to say the commit: a folder that nobody trusts must not have its git asked. */
  readonly commit: boolean;
}

/** How a report that is being written stands, in one number that both sides see: whoever is first decides. */
export const making = 0;
export const stopped = 1;
export const writing = 2;

/** What whoever writes a report says: how far it is, then once that it is written, or why not. */
export type ReportNews =
  | { readonly type: 'progress'; readonly words: string }
  | { readonly type: 'written' }
  | { readonly type: 'refused'; readonly reason: string };

/** What the page keeps for the time when it is shown again. */
export interface ReportMemory {
  /** The folder of the project, as a URI. */
  readonly project?: string;
  readonly page?: string;
  /** What is searched for in all tables. */
  readonly query?: string;
  /** How each table was left, by its page. */
  readonly tables?: Readonly<Record<string, TableState>>;
}

/** A link that leads out of the report: to a place of the text, or to what stands there in the picture. */
export function linkTo(what: 'text' | 'picture', place: Place): string {
  const { file, line, character, endLine, endCharacter } = place;
  return `#${what}=${encodeURIComponent(JSON.stringify([file, line, character, endLine, endCharacter]))}`;
}

/** Reads what `linkTo` wrote; nothing where it is another link. */
export function linkedTo(href: string): Extract<ToReportHost, { readonly place: Place }> | undefined {
  const [, type, at] = /^#(text|picture)=(.*)$/.exec(href) ?? [];
  if (at === undefined || (type !== 'text' && type !== 'picture')) return undefined;
  const [file, line, character, endLine, endCharacter] = JSON.parse(decodeURIComponent(at));
  return { type, place: { file, line, character, endLine, endCharacter } };
}
