import type { Event, Uri } from 'vscode';

/** What we use of the interface, version 1, of the extension Git that comes with VS Code. */
export interface GitExtension {
  readonly enabled: boolean;
  /** Throws where git is turned off, or was not found. */
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<'uninitialized' | 'initialized'>;
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  /** The address of a file as it is at a revision; at the revision `''` as it is staged. */
  toGitUri(uri: Uri, ref: string): Uri;
  getRepository(uri: Uri): Repository | null;
  /** Opens the repository around a folder; nothing where there is none. */
  openRepository?(folder: Uri): Promise<Repository | null>;
}

export interface Repository {
  readonly rootUri: Uri;
  readonly state: RepositoryState;
  status(): Promise<void>;
  /** A file's text at a revision; at the revision `''` as it is staged. */
  show(ref: string, path: string): Promise<string>;
  getCommit(ref: string): Promise<Commit>;
  /** What differs from a revision to the files on the disk, but for files that git does not know. */
  diffWith(ref: string): Promise<readonly Change[]>;
  getRefs(query: { readonly sort?: 'alphabetically' | 'committerdate' }): Promise<readonly Ref[]>;
  log(options: { readonly maxEntries: number; readonly path?: string }): Promise<readonly Commit[]>;
  /** Those of the paths that git ignores. */
  checkIgnore?(paths: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface RepositoryState {
  readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
  readonly workingTreeChanges: readonly Change[];
  readonly untrackedChanges?: readonly Change[];
  readonly onDidChange: Event<void>;
}

export interface Change {
  readonly uri: Uri;
  /** What it was called before. */
  readonly originalUri: Uri;
  readonly renameUri: Uri | undefined;
  readonly status: number;
}

/** What may have become of a file, as the extension Git numbers it. */
export const statuses = { indexAdded: 1, deleted: 6, untracked: 7, ignored: 8, intentToAdd: 9 } as const;

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly commitDate?: Date;
  readonly authorName?: string;
}

export interface Ref {
  readonly type: number;
  readonly name?: string;
  readonly commit?: string;
}

/** What kind of name a revision has, as the extension Git numbers it. */
export const refTypes = { branch: 0, remoteBranch: 1, tag: 2 } as const;
