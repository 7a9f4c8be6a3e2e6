import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Action } from '../../language/actions/action.ts';
import { actionsAt } from '../../language/actions/actions.ts';
import { toWorkspaceEdit } from '../../language/actions/workspace-edit.ts';
import { CAN_RENAME, RENAME } from '../../protocol/requests.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Editor, Feature } from '../feature.ts';

const capabilities: ServerCapabilities = {
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      CodeActionKind.RefactorExtract,
      CodeActionKind.RefactorInline,
      CodeActionKind.RefactorMove,
      CodeActionKind.RefactorRewrite,
    ],
  },
};

export const actions: Feature = {
  capabilities,
  register: (connection, texts, editor) =>
    connection.onCodeAction((params): CodeAction[] => {
      const at = texts.at(params.textDocument.uri);
      if (!at) return [];
      const textOf = (uri: string): string => at.checked.files.find((file) => file.uri === uri)?.text ?? '';
      return actionsAt(at.checked, at.file, params.range)
        .filter(({ kind, rename }) => isWanted(params, kind) && (!rename || canRename(editor())))
        .map((action) => toCodeAction(action, params, textOf, writesSnippets(editor())));
    }),
};

function toCodeAction(
  { title, kind, changes, preferred, findings = [], rename }: Action,
  { context, textDocument }: CodeActionParams,
  textOf: (uri: string) => string,
  snippets: boolean,
): CodeAction {
  const diagnostics = context.diagnostics.filter((diagnostic) => findings.some((one) => isAbout(diagnostic, one)));
  return {
    title,
    kind,
    ...(diagnostics.length > 0 && { diagnostics }),
    ...(preferred && { isPreferred: true }),
    ...(rename
      ? { command: { title, command: RENAME, arguments: [textDocument.uri, rename.line, rename.character] } }
      : { edit: toWorkspaceEdit(changes, textOf, snippets) }),
  };
}

/** A kind that is asked for stands for all the kinds below it. */
function isWanted({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function isAbout({ range, source }: Diagnostic, { place }: Finding): boolean {
  const { start } = range;
  return source === 'Care Pathways' && start.line === place.line && start.character === place.character;
}

function writesSnippets({ capabilities: { workspace } }: Editor): boolean {
  const { documentChanges = false, snippetEditSupport = false } = workspace?.workspaceEdit ?? {};
  return documentChanges && snippetEditSupport;
}

/** Renaming is asked for by the editor, which has to have a command for it. */
function canRename({ initializationOptions }: Editor): boolean {
  return initializationOptions?.[CAN_RENAME] === true;
}
