import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Action } from '../../language/actions/action.ts';
import { actionsAt } from '../../language/actions/actions.ts';
import { fixAll } from '../../language/actions/fix-all.ts';
import { holeElsewhere, newFiles, toWorkspaceEdit } from '../../language/actions/workspace-edit.ts';
import type { CheckedProject } from '../../language/checker.ts';
import type { PathwayFile } from '../../language/file-store.ts';
import { CAN_RENAME, CAN_SHOW, RENAME, SHOW } from '../../protocol/requests.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Editor, Feature } from '../feature.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.pathway`;

const capabilities: ServerCapabilities = {
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      CodeActionKind.RefactorExtract,
      CodeActionKind.RefactorInline,
      CodeActionKind.RefactorMove,
      CodeActionKind.RefactorRewrite,
      FIX_ALL,
    ],
  },
};

export const actions: Feature = {
  capabilities,
  register: (connection, texts, editor) =>
    connection.onCodeAction((params): CodeAction[] => {
      const at = texts.at(params.textDocument.uri);
      if (!at) return [];
      const textOf = (uri: string): string | undefined => at.checked.files.find((file) => file.uri === uri)?.text;
      const desk = { params, textOf, editor: editor() };
      const offered = actionsAt(at.checked, at.file, params.range)
        .filter(({ kind }) => isWanted(params, kind))
        .filter((action) => isPossible(desk, action))
        .map((action) => toCodeAction(desk, action));
      return [...offered, ...fixingAll(desk, at)];
    }),
};

/** What actions are asked for, and by whom. */
interface Desk {
  readonly params: CodeActionParams;
  readonly textOf: (uri: string) => string | undefined;
  readonly editor: Editor;
}

function toCodeAction({ params, textOf, editor }: Desk, action: Action): CodeAction {
  const { title, kind, changes, preferred, findings = [], rename } = action;
  const { context, textDocument } = params;
  const diagnostics = context.diagnostics.filter((diagnostic) => findings.some((one) => isAbout(diagnostic, one)));
  const elsewhere = canDo(editor, CAN_SHOW) ? holeElsewhere(changes, textOf, textDocument.uri) : undefined;
  return {
    title,
    kind,
    ...(diagnostics.length > 0 && { diagnostics }),
    ...(preferred && { isPreferred: true }),
    ...(rename
      ? { command: { title, command: RENAME, arguments: [textDocument.uri, rename.line, rename.character] } }
      : { edit: toWorkspaceEdit(changes, textOf, writesSnippets(editor)) }),
    ...(elsewhere && {
      command: { title, command: SHOW, arguments: [elsewhere.uri, elsewhere.line, elsewhere.character] },
    }),
  };
}

/** Only for those who ask for it, as editors do when a file is saved: nobody looks for it at a single place. */
function fixingAll(
  { params, textOf, editor }: Desk,
  { checked, file }: { readonly checked: CheckedProject; readonly file: PathwayFile },
): readonly CodeAction[] {
  if (params.context.only === undefined || !isWanted(params, FIX_ALL)) return [];
  const changes = fixAll(checked, file);
  if (changes.length === 0) return [];
  const edit = toWorkspaceEdit(new Map([[file.uri, changes]]), textOf, writesSnippets(editor));
  return [{ title: 'Put right whatever needs no decision', kind: FIX_ALL, edit }];
}

/** Renaming is asked for by the editor, which has to have a command for it; so are new files. */
function isPossible({ textOf, editor }: Desk, { changes, rename }: Action): boolean {
  if (rename) return canDo(editor, CAN_RENAME);
  return newFiles(changes, textOf).length === 0 || makesFiles(editor);
}

/** A kind that is asked for stands for all the kinds below it. */
function isWanted({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function isAbout({ range, source }: Diagnostic, { place }: Finding): boolean {
  const { start } = range;
  return source === 'Care Pathways' && start.line === place.line && start.character === place.character;
}

/** Whether the editor takes the author to the places of a text that are to be filled in. */
export function writesSnippets({ capabilities: { workspace } }: Editor): boolean {
  const { documentChanges = false, snippetEditSupport = false } = workspace?.workspaceEdit ?? {};
  return documentChanges && snippetEditSupport;
}

export function makesFiles({ capabilities: { workspace } }: Editor): boolean {
  const { documentChanges = false, resourceOperations = [] } = workspace?.workspaceEdit ?? {};
  return documentChanges && resourceOperations.includes('create');
}

/** Whether the editor said that it has a command. */
function canDo({ initializationOptions }: Editor, command: string): boolean {
  return initializationOptions?.[command] === true;
}
