import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CheckedProject } from '../../language/checker.ts';
import { comingFrom, goingTo, stagesAt } from '../../language/features/call-hierarchy.ts';
import { definitionAt } from '../../language/features/definition.ts';
import { documentLinks } from '../../language/features/document-links.ts';
import { outline } from '../../language/features/outline.ts';
import { highlightsAt, referencesAt } from '../../language/features/references.ts';
import { Refusal } from '../../language/features/rename/refusal.ts';
import { prepareRename, renameAt } from '../../language/features/rename.ts';
import { workspaceSymbols } from '../../language/features/workspace-symbols.ts';
import type { PathwayFile } from '../../language/file-store.ts';
import { LIBRARY, libraryFiles } from '../../language/workspace.ts';
import * as requests from '../../protocol/requests.ts';
import type { Feature, Texts } from '../feature.ts';

type At = { readonly file: PathwayFile; readonly checked: CheckedProject };

/** Finding one's way: from names to what they stand for and back, through a file, and through everything. */
export const navigation: Feature = {
  capabilities: {
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    callHierarchyProvider: true,
  },
  register: (connection, texts) => {
    const find = <T>(uri: string, found: (at: At) => readonly T[]): T[] => {
      const at = texts.at(uri);
      return at ? [...found(at)] : [];
    };
    connection.onDefinition(({ textDocument, position: { line, character } }) => {
      const at = texts.at(textDocument.uri);
      return (at && definitionAt(at.checked, at.file, line, character)) ?? null;
    });
    connection.onReferences(({ textDocument, position: { line, character }, context }) =>
      find(textDocument.uri, ({ checked, file }) =>
        referencesAt(checked, texts.projects(), file, line, character, context.includeDeclaration),
      ),
    );
    connection.onDocumentHighlight(({ textDocument, position: { line, character } }) =>
      find(textDocument.uri, ({ checked, file }) => highlightsAt(checked, file, line, character)),
    );
    connection.onDocumentSymbol(({ textDocument }) =>
      find(textDocument.uri, ({ checked, file }) => outline(checked, file)),
    );
    connection.onWorkspaceSymbol(({ query }) => [...workspaceSymbols(texts.projects(), query)]);
    connection.onDocumentLinks(({ textDocument }) =>
      find(textDocument.uri, ({ checked, file }) => documentLinks(checked, file)),
    );
    connection.languages.callHierarchy.onPrepare(({ textDocument, position: { line, character } }) =>
      find(textDocument.uri, ({ checked, file }) => stagesAt(checked, file, line, character)),
    );
    connection.languages.callHierarchy.onIncomingCalls(({ item: { uri, selectionRange } }) =>
      find(uri, ({ checked, file }) => comingFrom(checked, texts.projects(), file, selectionRange.start)),
    );
    connection.languages.callHierarchy.onOutgoingCalls(({ item: { uri, selectionRange } }) =>
      find(uri, ({ checked, file }) => goingTo(checked, texts.projects(), file, selectionRange.start)),
    );
    connection.onRequest(
      requests.LIBRARY_TEXT,
      ({ uri }: requests.LibraryTextParams): requests.LibraryTextResult =>
        libraryFiles().find((file) => file.uri === uri)?.text ?? null,
    );
  },
};

/** Changing a name everywhere; what cannot be renamed is refused with a sentence that editors show. */
export const renaming: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: (connection, texts) => {
    connection.onPrepareRename(({ textDocument: { uri }, position: { line, character } }) =>
      unlessRefused(uri, texts, ({ checked, file }) => prepareRename(checked, file, line, character)),
    );
    connection.onRenameRequest(({ textDocument: { uri }, position: { line, character }, newName }) =>
      unlessRefused(uri, texts, ({ checked, file }) =>
        renameAt(checked, texts.projects(), file, line, character, newName),
      ),
    );
  },
};

function unlessRefused<T>(uri: string, texts: Texts, answer: (at: At) => T | Refusal): T | null {
  const at = texts.at(uri);
  const answered = at
    ? answer(at)
    : uri.startsWith(LIBRARY)
      ? new Refusal('This is the built-in library, which cannot be changed.')
      : null;
  if (answered instanceof Refusal) throw new ResponseError(LSPErrorCodes.RequestFailed, answered.message);
  return answered;
}
