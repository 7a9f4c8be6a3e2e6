import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Project } from '../../model/project.ts';
import type { PathwayFile } from '../file-store.ts';
import type { Names } from '../names.ts';

/** What completion knows: the project as it is at this moment, and the file that is written in. */
export interface CompletionContext {
  readonly project: Project;
  readonly names: Names;
  readonly file: PathwayFile;
  /** All files of the project, for the units, periods and tags that they use. */
  readonly files?: readonly PathwayFile[];
  /** Today, as YYYY-MM-DD, for a pathway that does not say when it is. */
  readonly today: string;
}

/** Where each sort of offer stands in the list, smaller first. */
export const ranks = {
  required: 10,
  names: 20,
  otherNames: 22,
  lateNames: 24,
  values: 30,
  text: 34,
  facts: 40,
  blocks: 44,
  again: 48,
  choices: 49,
  absence: 50,
  clauses: 60,
  endings: 64,
  nextLine: 70,
  declare: 90,
} as const;

/** One suggestion, before it is known which part of the text it takes the place of. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly rank: number;
  /** What is put in; the label where it is left out. */
  readonly insert?: string;
  /** Whether what is put in has tab stops. */
  readonly snippet?: boolean;
  /** Whether something has to follow, so that the list opens again. */
  readonly goesOn?: boolean;
  /** What is shown right behind the label. */
  readonly tail?: string;
  /** What is shown at the end of the line. */
  readonly description?: string;
  readonly documentation?: string;
  /** What typed words are compared with; the label where it is left out. */
  readonly filter?: string;
  /** What changes elsewhere in the file when it is accepted. */
  readonly edits?: readonly TextEdit[];
  /** The part of the text that it takes the place of, where that is more than the word at the caret. */
  readonly range?: Range;
}

/** Sorts offers and makes them what editors expect; the first of several with one label is kept. */
export function itemsOf(offers: readonly Offer[], range: Range): CompletionItem[] {
  const seen = new Set<string>();
  return offers
    .toSorted((a, b) => a.rank - b.rank)
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .map((offer, index) => toItem(offer, range, index));
}

function toItem(offer: Offer, range: Range, index: number): CompletionItem {
  const { label, kind, insert = label, tail, description, documentation, filter = label } = offer;
  return {
    label,
    kind,
    sortText: String(index).padStart(4, '0'),
    filterText: filter,
    textEdit: { range: offer.range ?? range, newText: insert },
    ...((tail || description) && {
      labelDetails: { ...(tail && { detail: tail }), ...(description && { description }) },
    }),
    ...(description && !documentation?.startsWith(description) && { detail: description }),
    ...(documentation && { documentation }),
    ...(offer.snippet && {
      insertTextFormat: InsertTextFormat.Snippet,
      insertTextMode: InsertTextMode.adjustIndentation,
    }),
    ...(offer.goesOn && { command: { title: 'Suggest what follows', command: 'editor.action.triggerSuggest' } }),
    ...(offer.edits && { additionalTextEdits: [...offer.edits] }),
  };
}

export { CompletionItemKind };
