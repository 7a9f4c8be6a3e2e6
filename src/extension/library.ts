import { type Disposable, workspace } from 'vscode';
import { LIBRARY_TEXT, type LibraryTextResult } from '../protocol/requests.ts';
import type { LanguageClientOwner } from './client.ts';

/** The scheme of the built-in library's files, which are there to be read and not to be changed. */
const SCHEME = 'care-pathways-library';

/** Shows the built-in library, to which going to a setting or another term of it leads. */
export function registerLibrary(language: LanguageClientOwner): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async (uri) =>
      language.client.sendRequest<LibraryTextResult>(LIBRARY_TEXT, { uri: uri.toString() }),
  });
}
