import { type Disposable, EventEmitter, languages, Uri, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { REGISTERS, type RegistersParams, type RegistersResult } from '../../protocol/report.ts';
import { pathwayTexts } from '../client.ts';

/** Remembers the pathway file that somebody worked in last: lists and reports are of its project. */
export class LastFile implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #watching = window.onDidChangeActiveTextEditor(() => this.#look());
  readonly onChanged = this.#changed.event;
  #uri: string | undefined;

  constructor() {
    this.#look();
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  #look(): void {
    const document = window.activeTextEditor?.document;
    if (!document || !languages.match(pathwayTexts, document)) return;
    const uri = document.uri.toString();
    if (uri === this.#uri) return;
    this.#uri = uri;
    this.#changed.fire();
  }

  /** What is meant where somebody names no project. */
  get meant(): RegistersParams {
    return this.#uri === undefined ? {} : { at: this.#uri };
  }
}

/** What somebody chose a command for, where a menu says so: a file; else what they worked in last. */
export function meantBy(given: unknown, file: LastFile): RegistersParams {
  return given instanceof Uri && given.path.endsWith('.pathway') ? { at: given.toString() } : file.meant;
}

/** Asks for the registers of what is meant; of the first project, where that is in none. */
export async function registersOf(client: LanguageClient, meant: RegistersParams): Promise<RegistersResult> {
  const found = await client.sendRequest<RegistersResult>(REGISTERS, meant);
  return found ?? (meant.at === undefined ? null : client.sendRequest<RegistersResult>(REGISTERS, {}));
}
