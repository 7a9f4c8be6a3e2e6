import type { Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import type { CheckedProject } from '../language/checker.ts';
import type { PathwayFile } from '../language/file-store.ts';

/** The texts as they are now. */
export interface Texts {
  /** A file and the project that it belongs to; nothing for a text that is not ours. */
  at(uri: string): { readonly file: PathwayFile; readonly checked: CheckedProject } | undefined;
  /** Every project that is open. */
  projects(): readonly CheckedProject[];
  /** The version of a text that is open in the editor. */
  version(uri: string): number | undefined;
  /** Today, as YYYY-MM-DD. */
  today(): string;
}

/** What the editor said of itself when it started. */
export type Editor = Pick<InitializeParams, 'capabilities' | 'initializationOptions'>;

/**
 * One thing that the language server can do. It answers requests by calling a pure function of `src/language/features`
 * with the texts as they are at that moment.
 */
export interface Feature {
  /** What the editor is told that the server can do. */
  readonly capabilities: ServerCapabilities;
  register(connection: Connection, texts: Texts, editor: () => Editor): void;
  /** Called when anything may have changed, in whichever text: what is shown in another one may no longer hold. */
  changed?(connection: Connection, editor: Editor): void;
}
