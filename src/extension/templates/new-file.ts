import { l10n, Range, SnippetString, type TextEditor, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  SPECIFICATION_SKELETON,
  SPECIFICATIONS,
  type SpecificationEntry,
  type SpecificationFootprint,
  type SpecificationSkeletonParams,
  type SpecificationSkeletonResult,
  type SpecificationsResult,
} from '../../protocol/requests.ts';
import { baseName, exists, folderAt, templateText, writeNew } from './files.ts';
import { named, nameOf, snippetOf } from './text.ts';

/** What a new file can be started from. */
type Start =
  | { readonly label: string; readonly detail: string; readonly template: string; readonly called: string }
  | { readonly label: string; readonly detail: string; readonly specification: SpecificationEntry };

/**
 * "New Pathway File…". In a folder that was chosen it makes a file. Else it opens a text that is not saved yet, except
 * from a specification: only a file in the specification's project can speak of it.
 */
export async function newFile(extension: Uri, client: LanguageClient, chosen?: Uri): Promise<void> {
  const start = await window.showQuickPick<Start>(starts(client), {
    title: l10n.t('New Pathway File'),
    placeHolder: l10n.t('What to start from'),
    matchOnDetail: true,
  });
  if (!start) return;
  const folder = chosen && (await folderAt(chosen));
  if ('specification' in start) return fromSpecification(client, start.specification, folder);
  const text = await templateText(extension, start.template);
  if (!folder) return unsaved(text);
  const label = await askLabel(folder, start.called);
  if (label !== undefined) await create(fileFor(folder, label), named(text, label));
}

async function starts(client: LanguageClient): Promise<readonly Start[]> {
  return [
    {
      label: l10n.t('Blank pathway'),
      detail: l10n.t('One stage, and nothing claimed: every fact is unknown until you put what you know in its place'),
      template: 'blank.pathway',
      called: l10n.t('My pathway'),
    },
    {
      label: l10n.t('From an example: a pathway with four stages'),
      detail: l10n.t('Who provides and commissions each stage, and how people move between them'),
      template: 'four-stages.pathway',
      called: l10n.t('My pathway'),
    },
    {
      label: l10n.t('From an example: a register of organisations'),
      detail: l10n.t('Who and what the pathways of a project speak of'),
      template: 'register.pathway',
      called: l10n.t('Register'),
    },
    {
      label: l10n.t('From an example: a regional specification'),
      detail: l10n.t('What every part of a region must have'),
      template: 'specification.pathway',
      called: l10n.t('My specification'),
    },
    ...(await specificationsOf(client)).map((specification) => ({
      label: l10n.t('From the specification "{0}"', specification.label),
      detail: l10n.t('A pathway in {0}, with every stage that is required', specification.projectLabel),
      specification,
    })),
  ];
}

/** None where the language server does not run: the other starts need none. */
async function specificationsOf(client: LanguageClient): Promise<SpecificationsResult> {
  if (!client.isRunning()) return [];
  try {
    return await client.sendRequest<SpecificationsResult>(SPECIFICATIONS);
  } catch {
    return [];
  }
}

async function fromSpecification(client: LanguageClient, from: SpecificationEntry, chosen?: Uri): Promise<void> {
  const project = Uri.parse(from.project, true);
  const folder = chosen && `${chosen}/`.startsWith(`${project}/`) ? chosen : project;
  const footprint = await askFootprint(from);
  if (!footprint || !(await wantsAnother(footprint))) return;
  const label = await askLabel(folder, footprint.label);
  if (label === undefined) return;
  const wish: SpecificationSkeletonParams = {
    project: from.project,
    specification: from.name,
    name: nameOf(label),
    label,
    ...(footprint.name !== undefined && { footprint: footprint.name }),
  };
  const text = await client.sendRequest<SpecificationSkeletonResult>(SPECIFICATION_SKELETON, wish);
  if (text !== null) await create(fileFor(folder, label), text);
  else void window.showErrorMessage(l10n.t('The specification "{0}" is not there any more.', from.label));
}

interface FootprintChoice {
  readonly label: string;
  readonly name?: string;
  readonly pathway?: SpecificationFootprint['pathway'];
}

/** Where the footprint has such a pathway already, a second one is seldom meant: it is shown instead. */
async function wantsAnother({ label, pathway }: FootprintChoice): Promise<boolean> {
  if (pathway === undefined) return true;
  const file = Uri.parse(pathway.file, true);
  const [open, another] = [l10n.t('Open It'), l10n.t('Write Another')];
  const answer = await window.showWarningMessage(
    l10n.t('{0} has a pathway from this specification already: "{1}", in {2}.', label, pathway.label, baseName(file)),
    { modal: true },
    open,
    another,
  );
  if (answer === open) await window.showTextDocument(file);
  return answer === another;
}

/** Not asked where there is no choice. */
async function askFootprint({ footprints, label }: SpecificationEntry): Promise<FootprintChoice | undefined> {
  if (footprints.length < 2) return { label: footprints[0]?.label ?? l10n.t('My pathway'), ...footprints[0] };
  return window.showQuickPick<FootprintChoice & { readonly description: string }>(
    footprints.map((one) => ({
      ...one,
      description: one.pathway === undefined ? one.name : l10n.t('{0}, has a pathway already', one.name),
    })),
    { title: label, placeHolder: l10n.t('Where the pathway is') },
  );
}

function askLabel(folder: Uri, value: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('New Pathway File'),
    prompt: l10n.t('What is it called? Readers see this, and the file is named after it.'),
    value,
    validateInput: async (label) => {
      if (label.trim() === '') return l10n.t('A name is needed.');
      const file = fileFor(folder, label);
      return (await exists(file)) ? l10n.t('There is a file {0} already.', baseName(file)) : undefined;
    },
  });
}

function fileFor(folder: Uri, label: string): Uri {
  return Uri.joinPath(folder, `${nameOf(label)}.pathway`);
}

/** The file is written whole, then written again as a snippet, so that Tab goes from hole to hole in it too. */
async function create(uri: Uri, text: string): Promise<void> {
  const [there] = await writeNew([{ uri, text }]);
  if (there) {
    void window.showErrorMessage(l10n.t('There is a file {0} already.', baseName(there)));
    return;
  }
  const editor = await window.showTextDocument(uri);
  await fill(editor, snippetOf(text, { unnamed: false }));
  await editor.document.save();
}

async function unsaved(text: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'pathway' });
  await fill(await window.showTextDocument(document), snippetOf(text, { unnamed: true }));
}

function fill(editor: TextEditor, snippet: string): Thenable<boolean> {
  const all = editor.document.validateRange(new Range(0, 0, editor.document.lineCount, 0));
  return editor.insertSnippet(new SnippetString(snippet), all, {
    undoStopBefore: false,
    undoStopAfter: false,
    keepWhitespace: true,
  });
}
