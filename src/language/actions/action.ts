import type { CodeActionKind, Range } from 'vscode-languageserver-types';
import type { Place } from '../../model/place.ts';
import type { Finding } from '../../rules/finding.ts';
import type { CheckedProject } from '../checker.ts';
import type { PathwayFile } from '../file-store.ts';
import type { Change } from './change.ts';

/** What the actions are asked for: a place of a file, and what is found there. */
export interface Request {
  readonly checked: CheckedProject;
  readonly file: PathwayFile;
  readonly range: Range;
  /** The findings of the file that touch the range. Questions and accepted findings are not among them. */
  readonly findings: readonly Finding[];
}

/** Something that can be done to the text with one key, and undone with one. */
export interface Action {
  /** In plain words what it does. */
  readonly title: string;
  readonly kind: CodeActionKind;
  /** The changes, by the URI of the file, which may be a new one; those of one file do not overlap. */
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  /** Whether it is the one that is most probably wanted. */
  readonly preferred?: true;
  /** Whether it only rearranges what stands there, so that it may be done to a whole file without a look at each. */
  readonly mechanical?: true;
  /** The findings that it answers. */
  readonly findings?: readonly Finding[];
  /** The name to give a new name to, for an editor that can ask for it. There are no changes then. */
  readonly rename?: Place;
}

/** One family of actions. It offers only what applies. */
export type Family = (request: Request) => readonly Action[];

/** An action that changes one file. */
export function inFile(uri: string, changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  return new Map([[uri, changes]]);
}

export const QUICK_FIX: CodeActionKind = 'quickfix';
