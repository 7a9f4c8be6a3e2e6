import type { ExtensionContext } from 'vscode';
import { LanguageClientOwner } from './client.ts';
import { registerFindings } from './findings/register.ts';
import { registerLibrary } from './library.ts';
import { registerPreview } from './preview/register.ts';
import { registerReferences } from './references.ts';
import { registerRegisters } from './registers/register.ts';
import { registerRename } from './rename.ts';
import { LastFile } from './report/project.ts';
import { registerReport } from './report/register.ts';
import { registerReview } from './review/register.ts';
import { registerRulePages } from './rule-pages.ts';
import { registerShow } from './show.ts';
import { registerTemplates } from './templates/register.ts';

let language: LanguageClientOwner | undefined;

/** Called by VS Code when the first pathway file is opened, or a preview is restored. */
export async function activate(context: ExtensionContext): Promise<void> {
  language = new LanguageClientOwner(context.extensionUri);
  const file = new LastFile();
  context.subscriptions.push(
    registerPreview(context, language),
    registerReview(context, language),
    registerRename(),
    registerShow(),
    registerTemplates(context, language),
    registerReferences(),
    registerLibrary(language),
    registerRulePages(language),
    registerFindings(language),
    file,
    registerRegisters(language, file),
    registerReport(context, language, file),
  );
  await language.start();
}

/** Called by VS Code when the window closes. */
export async function deactivate(): Promise<void> {
  await language?.stop();
}
