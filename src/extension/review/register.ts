import { commands, Disposable, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import type { PathwayEntry } from '../../protocol/preview.ts';
import { entryKey } from '../../protocol/preview.ts';
import { PATHWAYS, type PathwaysResult } from '../../protocol/requests.ts';
import type { ReviewedPathway } from '../../protocol/review.ts';
import type { LanguageClientOwner } from '../client.ts';
import { registerEmptyText } from './empty-text.ts';
import { repositoryAt } from './git-history.ts';
import { fileMeant, momentsMeant, presentFile } from './meant.ts';
import { reviewType } from './panel.ts';
import { pickMoment, pickPathway, pickProject } from './pick.ts';
import { Reviews } from './reviews.ts';
import { lastCommit, now, staged, wishFrom } from './wish.ts';

/** Adds the reviews to the window: their commands, and their coming back after a reload. */
export function registerReview({ extensionUri }: ExtensionContext, owner: LanguageClientOwner): Disposable {
  const reviews = new Reviews(extensionUri, owner.client);
  const entries = () => owner.client.sendRequest<PathwaysResult>(PATHWAYS);
  const commandsOf = new ReviewCommands(reviews, entries);
  return Disposable.from(
    commands.registerCommand('care-pathways.reviewFile', (given) => commandsOf.file(given)),
    commands.registerCommand('care-pathways.reviewProject', (given) => commandsOf.project(given)),
    commands.registerCommand('care-pathways.reviewStaged', (given) => commandsOf.stagedChanges(given)),
    commands.registerCommand('care-pathways.reviewUnstaged', (given) => commandsOf.unstagedChanges(given)),
    commands.registerCommand('care-pathways.reviewWith', (given) => commandsOf.withRevision(given)),
    commands.registerCommand('care-pathways.selectForReview', (given) => commandsOf.select(given)),
    commands.registerCommand('care-pathways.reviewAgainstSelected', (given) => commandsOf.againstSelected(given)),
    commands.registerCommand('care-pathways.nextChange', () => reviews.step(1)),
    commands.registerCommand('care-pathways.previousChange', () => reviews.step(-1)),
    window.registerWebviewPanelSerializer(reviewType, {
      deserializeWebviewPanel: async (panel, state: { readonly kept?: unknown } | undefined) => {
        const wish = wishFrom(state?.kept);
        // What it compared is not known: it was closed before it was ever shown.
        if (wish) reviews.adopt(panel, wish);
        else panel.dispose();
      },
    }),
    registerEmptyText(),
    owner.onChanged(() => reviews.changed()),
    owner.onFailed(() => reviews.failed()),
  );
}

/** What the commands do, with whatever the menus give them. */
class ReviewCommands {
  readonly #reviews: Reviews;
  readonly #entries: () => Promise<readonly PathwayEntry[]>;
  /** The pathway that another one is to be compared with. */
  #selected: ReviewedPathway | undefined;

  constructor(reviews: Reviews, entries: () => Promise<readonly PathwayEntry[]>) {
    this.#reviews = reviews;
    this.#entries = entries;
  }

  /** What of a file has changed: a pathway file as such, any other with the project around it. */
  async file(given: unknown): Promise<void> {
    const file = fileMeant(given) ?? presentFile();
    if (!file?.path.endsWith('.pathway')) return this.project(given);
    this.#reviews.open({ ...momentsMeant(file), what: { scope: 'file', at: file.toString() } });
  }

  async project(given: unknown): Promise<void> {
    const at = await this.#projectAt(given);
    if (at !== undefined) this.#reviews.open({ before: lastCommit, after: now, what: { scope: 'project', at } });
  }

  async stagedChanges(given: unknown): Promise<void> {
    const at = await this.#projectAt(given);
    if (at !== undefined) this.#reviews.open({ before: lastCommit, after: staged, what: { scope: 'project', at } });
  }

  async unstagedChanges(given: unknown): Promise<void> {
    const at = await this.#projectAt(given);
    if (at !== undefined) this.#reviews.open({ before: staged, after: now, what: { scope: 'project', at } });
  }

  async withRevision(given: unknown): Promise<void> {
    const at = await this.#projectAt(given);
    if (at === undefined) return;
    const file = fileMeant(given) ?? presentFile() ?? Uri.parse(at);
    const found = await repositoryAt(file);
    if ('message' in found) return void window.showInformationMessage(`${found.message} ${found.hint}`);
    const before = await pickMoment(found.repository, file);
    if (before) this.#reviews.open({ before, after: now, what: { scope: 'project', at } });
  }

  async select(given: unknown): Promise<void> {
    this.#selected = await this.#pathwayIn(given);
    await commands.executeCommand('setContext', 'care-pathways.reviewSelected', this.#selected !== undefined);
  }

  async againstSelected(given: unknown): Promise<void> {
    const before = this.#selected;
    const after = before && (await this.#pathwayIn(given));
    if (after) this.#reviews.open({ before: now, after: now, what: { scope: 'pair', before, after } });
  }

  /** The folder of the project that is meant, or a file of it; nothing where somebody was asked and chose none. */
  async #projectAt(given: unknown): Promise<string | undefined> {
    const at = fileMeant(given) ?? presentFile() ?? workspace.workspaceFolders?.[0]?.uri;
    if (!at) {
      void window.showInformationMessage(l10n.t('Open a folder with .pathway files first, then review its changes.'));
      return undefined;
    }
    const uri = at.toString();
    const entries = await this.#entries();
    if (at.path.endsWith('.pathway')) return entries.find(({ file }) => file === uri)?.project ?? uri;
    const below = entries.filter(({ project }) => project === uri || project.startsWith(`${uri}/`));
    return below.length === 0 ? uri : pickProject(below);
  }

  async #pathwayIn(given: unknown): Promise<ReviewedPathway | undefined> {
    const file = (fileMeant(given) ?? presentFile())?.toString();
    const entries = await this.#entries();
    const own = entries.filter((entry) => entry.file === file && ['pathway', 'scenario'].includes(entry.kind));
    if (own.length === 0) void window.showInformationMessage(l10n.t('This file declares no pathway to compare.'));
    const entry = await pickPathway(own);
    return entry && { key: entryKey(entry), file: entry.file };
  }
}
