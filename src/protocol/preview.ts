import type { Look } from '../diagram/look.ts';
import type { Subject } from '../diagram/subjects.ts';
import type { Place } from '../model/place.ts';
import type { Severity } from '../rules/finding.ts';
import type { OfferEntry } from './edits.ts';
import type { ExportedFile, ExportWish } from './exports.ts';

export type { Place } from '../model/place.ts';
export type { Severity } from '../rules/finding.ts';

/**
 * What the preview page and whoever shows it (the extension, or `pathway serve`) say to each other. All of it is plain
 * JSON. `Placed` is the drawing of `src/diagram/placed.ts`; the page turns it into SVG and never lays out.
 */

/** A pathway or scenario that can be shown. */
export interface PathwayEntry {
  /** The project's folder, as a URI; with `name` it says which pathway is meant. */
  readonly project: string;
  readonly projectLabel: string;
  readonly name: string;
  readonly label: string;
  readonly kind: Subject['kind'];
  /** The file that declares it, as a URI. */
  readonly file: string;
  readonly place: Place;
  readonly stages: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** A finding as the page lists it. */
export interface ListedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  /** The drawn element that it belongs to, such as `stage:first-contact`, where there is one. */
  readonly id?: string;
}

/** A way to look at a pathway that can be picked by its name. */
export interface ViewEntry {
  readonly name: string;
  readonly label: string;
  readonly builtIn: boolean;
  /** What it shows, where nothing else is asked for. */
  readonly look: Look;
}

/** One pathway, drawn. */
export interface Picture<Placed> {
  readonly entry: PathwayEntry;
  readonly placed: Placed;
  /** What was asked for: how it is drawn. */
  readonly look: Look;
  /** The ways to look at it that can be picked. */
  readonly views: readonly ViewEntry[];
  /** True while the text cannot be understood and this is the last good picture. */
  readonly stale: boolean;
  readonly findings: readonly ListedFinding[];
  /** What is found in the project outside of any pathway, for hosts that have no other place to list it. */
  readonly elsewhere?: readonly ListedFinding[];
  /** Counts up with every change, so that an answer that comes too late can be told. */
  readonly version: number;
}

/** Lines of a file, for hosts that have no editor to show them in. */
export interface Excerpt {
  /** The file as people call it, such as `footprints/black-country.pathway`. */
  readonly file: string;
  /** The number of the first of the lines, counted from one. */
  readonly firstLine: number;
  readonly lines: readonly string[];
  /** The lines that are meant, counted as `firstLine` is. */
  readonly from: number;
  readonly to: number;
}

/** From the host to the page. */
export type ToPage<Placed> =
  /**
   * What there is to show. Sent first, and again whenever the list changes. `problems` says, a sentence each, which
   * files could not be read. `pinned` says whether the page keeps to its pathway, whatever somebody works at; hosts
   * that follow nobody's work leave it out.
   */
  | {
      readonly type: 'pathways';
      readonly entries: readonly PathwayEntry[];
      readonly selected?: string;
      readonly problems?: readonly string[];
      readonly pinned?: boolean;
      /** Whether what has changed since the last commit is marked; left out where there is nothing to compare with. */
      readonly since?: boolean;
    }
  /** The picture of the selected pathway, first or anew. */
  | { readonly type: 'picture'; readonly picture: Picture<Placed> }
  /** Nothing can be drawn, and why, in plain words; `example` is text that would change that. */
  | { readonly type: 'nothing'; readonly message: string; readonly hint?: string; readonly example?: string }
  /** The element at the caret, or none. */
  | { readonly type: 'highlight'; readonly id?: string }
  /** The picture of a pathway takes its time; it or a reason why not comes later. */
  | { readonly type: 'drawing'; readonly key: string }
  /** The file that was asked for by `export` for the page itself; or, in plain words, why there is none. */
  | { readonly type: 'exported'; readonly file: ExportedFile }
  | { readonly type: 'exported'; readonly failed: string }
  /** The lines that `save-view` would write, and into which file, from hosts that write nothing. */
  | { readonly type: 'view-text'; readonly text: string; readonly file: string }
  /** What can be done with an element, and why there is not more; an answer to `offers`. */
  | {
      readonly type: 'offers';
      readonly id: string;
      readonly offers: readonly OfferEntry[];
      readonly note?: string;
    }
  /** The text that was asked for by `reveal`, from hosts without an editor. */
  | { readonly type: 'excerpt'; readonly excerpt: Excerpt; readonly focus: boolean };

/** From the page to the host. */
export type ToHost =
  /** The page has loaded and wants to be told what there is. */
  | { readonly type: 'ready' }
  /** Show this pathway: its key, see `entryKey`. */
  | { readonly type: 'select'; readonly key: string }
  /** Show the pathway that is shown in this way from now on. */
  | { readonly type: 'look'; readonly look: Look }
  /** Keep what is seen as a view of the pathway. */
  | { readonly type: 'save-view' }
  /** Make a file of what is seen: to be saved, or for the page itself. */
  | { readonly type: 'export'; readonly wish: ExportWish; readonly to: 'file' | 'page' }
  /** What can be done with an element? Only hosts with an editor answer. */
  | { readonly type: 'offers'; readonly id: string }
  /** Do what was offered last for the element: its number. */
  | { readonly type: 'take'; readonly id: string; readonly offer: number }
  /** Write a transition from one stage to another, by the ids of their elements. */
  | { readonly type: 'join'; readonly from: string; readonly to: string }
  /** Keep to the pathway that is shown, or follow what somebody works at. */
  | { readonly type: 'pin'; readonly pinned: boolean }
  /** Mark what has changed since the last commit, or mark it no longer. */
  | { readonly type: 'since'; readonly since: boolean }
  /** Somebody chose an element or finding: show its place in the text. `focus` takes the keyboard there too. */
  | { readonly type: 'reveal'; readonly place: Place; readonly focus: boolean };

/** What the page keeps for the time when it is shown again; hosts may read which pathway it showed, and how. */
export interface PageState {
  readonly selected?: string;
  /** How each pathway was looked at, by key. */
  readonly looks?: Readonly<Record<string, Look>>;
  readonly pinned?: boolean;
  /** Whether what has changed since the last commit is marked. */
  readonly since?: boolean;
}

/** Tells pathways of the same name in several projects apart. */
export function entryKey(entry: { readonly project: string; readonly name: string }): string {
  return `${entry.project}#${entry.name}`;
}
