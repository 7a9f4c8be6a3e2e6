import { type Disposable, Uri, workspace } from 'vscode';

/** The scheme of the side of a comparison on which a file is not there. */
const SCHEME = 'care-pathways-nothing';

/** What stands beside a file that came or went. */
export function emptyText(name: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${name}` });
}

export function registerEmptyText(): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: () => '' });
}
