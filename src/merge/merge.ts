import { type Three, without } from './comments.ts';
import { contentOf } from './content.ts';
import { type Document, readDocument } from './document.ts';
import { mergeLines } from './lines.ts';
import type { Markers } from './markers.ts';
import { Merger } from './merger.ts';
import type { Conflict, Part } from './parts.ts';
import { printParts, type Taking } from './print.ts';

/** What the sides are called where they are in conflict. The base is shown only where it has a name. */
export interface Labels {
  readonly ours: string;
  readonly theirs: string;
  readonly base?: string;
  /** How many signs a marker has; git says so. */
  readonly markerSize?: number;
}

/** What came of a merge. */
export interface MergedText {
  readonly text: string;
  /** How many places a person has to decide. */
  readonly undecided: number;
  /** What they are about, where the texts were brought together by what they say. */
  readonly conflicts: readonly Conflict[];
  /** Whether that could be done by facts, or only line by line. */
  readonly by: 'facts' | 'lines';
}

/**
 * Brings two versions of a text together, fact by fact. Of ours only the lines of facts that theirs has changed are
 * touched. A text that cannot be understood in full is brought together line by line, as git would.
 */
export function mergeTexts(texts: Three<string>, { markerSize = 7, ...labels }: Labels): MergedText {
  const { base, ours, theirs } = texts;
  const whole = ours === theirs || theirs === base ? ours : ours === base ? theirs : undefined;
  if (whole !== undefined) return { text: whole, undecided: 0, conflicts: [], by: 'facts' };
  const markers: Markers = { ...labels, size: markerSize, lineEnd: /\r\n/.test(ours) ? '\r\n' : '\n' };
  const byFacts = mergeByFacts(texts, markers);
  if (byFacts) return byFacts;
  const { text, conflicts } = mergeLines(texts, markers);
  return { text, undecided: conflicts, conflicts: [], by: 'lines' };
}

function mergeByFacts(texts: Three<string>, markers: Markers): MergedText | undefined {
  const [base, ours, theirs] = [texts.base, texts.ours, texts.theirs].map(readDocument);
  if (!base || !ours || !theirs) return undefined;
  const merger = new Merger({ base, ours, theirs });
  const { parts, end } = merger.merge();
  const print = (taking: Taking) => ours.mark + printWhole(parts, end, taking, ours.lineEnd);
  const results = [print('ours'), print('theirs')].map(readDocument);
  if (!keepsAll({ base, ours, theirs }, results)) return undefined;
  const { conflicts } = merger;
  return { text: print(markers), undecided: conflicts.length, conflicts, by: 'facts' };
}

function printWhole(parts: readonly Part[], end: string, taking: Taking, lineEnd: string): string {
  const text = printParts(parts, taking, lineEnd);
  return end === '' || text === '' || text.endsWith('\n') ? text + end : text + lineEnd + end;
}

/** Whether the result can be understood whichever side is taken, and everything new on either side is in it. */
function keepsAll({ base, ours, theirs }: Three<Document>, results: readonly (Document | undefined)[]): boolean {
  const [one, other] = results;
  if (!one || !other) return false;
  const [was, here, there] = [base, ours, theirs].map(contentOf) as [Content, Content, Content];
  const kept = [...contentOf(one), ...without(contentOf(other), contentOf(one))];
  const news = (side: Content) => without(side, was);
  const lost = (side: Content) => without(news(side), kept).length > 0;
  const known = new Set([...here, ...there]);
  return !lost(here) && !lost(there) && kept.every((said) => known.has(said));
}

type Content = readonly string[];
