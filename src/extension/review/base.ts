import { type Disposable, Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { REVIEW_CLOSE, REVIEW_OPEN, type ReviewOpenParams } from '../../protocol/review.ts';
import type { Base } from '../preview/controller.ts';
import { asSide } from './controller.ts';
import { gitHistory, repositoryAt, watchRepositories } from './git-history.ts';
import { lastCommit, now, type ReviewWish } from './wish.ts';

interface Opened {
  readonly file: string;
  /** Changes with the last commit, or with why there is nothing to compare with. */
  readonly version: string;
  /** Absent where there is nothing to compare with. */
  readonly reader?: string;
}

/** What the pathways of one preview were at the last commit; `changed` is told when that is another one. */
export class LastCommit implements Base, Disposable {
  readonly #client: LanguageClient;
  readonly #owner: string;
  readonly #changed: () => void;
  readonly #watching: Disposable;
  /** By project. */
  readonly #opened = new Map<string, Promise<Opened>>();

  /** `owner` tells it from those of other previews. */
  constructor(client: LanguageClient, owner: string, changed: () => void) {
    this.#client = client;
    this.#owner = owner;
    this.#changed = changed;
    this.#watching = watchRepositories(() => void this.#look());
  }

  async isThere(file: string): Promise<boolean> {
    const found = await repositoryAt(Uri.parse(file));
    return 'repository' in found && found.repository.state.HEAD?.commit !== undefined;
  }

  async reader(file: string, project: string): Promise<string | undefined> {
    const known = this.#opened.get(project) ?? this.#open(file, project);
    this.#opened.set(project, known);
    try {
      return (await known).reader;
    } catch {
      // The language server did not take it: the next picture tries again.
      this.#opened.delete(project);
      return undefined;
    }
  }

  dispose(): void {
    this.#watching.dispose();
    for (const project of this.#opened.keys()) {
      if (this.#client.isRunning()) void this.#client.sendRequest(REVIEW_CLOSE, { reader: this.#readerOf(project) });
    }
  }

  async #open(file: string, project: string): Promise<Opened> {
    const wish = wishFor(file);
    const sides = await gitHistory.sides(wish);
    if ('message' in sides) return { file, version: await gitHistory.version(wish) };
    const [before, after] = [asSide(sides.before), asSide(sides.after)];
    const params: ReviewOpenParams = { reader: this.#readerOf(project), before, after, what: wish.what };
    await this.#client.sendRequest(REVIEW_OPEN, params);
    return { file, version: sides.version, reader: params.reader };
  }

  /** Another commit may be the last one now. */
  async #look(): Promise<void> {
    for (const [project, opened] of [...this.#opened]) {
      const known = await opened.catch(() => undefined);
      if (known && (await gitHistory.version(wishFor(known.file))) === known.version) continue;
      this.#opened.delete(project);
      this.#changed();
    }
  }

  #readerOf(project: string): string {
    return `${this.#owner} since ${project}`;
  }
}

function wishFor(file: string): ReviewWish {
  return { before: lastCommit, after: now, what: { scope: 'project', at: file } };
}
