import type { Action } from '../../src/language/actions/action.ts';
import { actionsAt } from '../../src/language/actions/actions.ts';
import { applied } from '../../src/language/actions/change.ts';
import type { CheckedProject } from '../../src/language/checker.ts';
import { Workspace } from '../../src/language/workspace.ts';
import { type SourceFile, TODAY } from '../support/fixture.ts';

/** A project of texts that actions are taken in. */
export class Desk {
  readonly #workspace = new Workspace('file:///project');
  readonly #uri: string;

  constructor(files: readonly SourceFile[]) {
    this.#uri = files[0]!.uri;
    for (const { uri, text } of files) this.#workspace.set(uri, text);
  }

  get checked(): CheckedProject {
    return this.#workspace.projectOf(this.#uri, TODAY)!;
  }

  text(uri = this.#uri): string {
    return this.#workspace.get(uri)!.text;
  }

  /** The actions at a line and character; from there to the end of another place, if one is given. */
  actions(line: number, character: number, uri = this.#uri, end = { line, character }): readonly Action[] {
    return actionsAt(this.checked, this.#workspace.get(uri)!, { start: { line, character }, end });
  }

  /** The texts after the action, as another desk. */
  after({ changes }: Action): Desk {
    return new Desk(
      this.#workspace.uris().map((uri) => ({ uri, text: applied(this.text(uri), changes.get(uri) ?? []) })),
    );
  }

  /** What is wrong, as one line each: errors alone, or all that shows in the Problems list. */
  problems(only?: 'errors'): readonly string[] {
    return this.checked.findings
      .filter(({ severity }) => (only ? severity === 'error' : severity !== 'question' && severity !== 'accepted'))
      .map(({ rule, message }) => `${rule}: ${message}`);
  }
}

/** A desk with one text, in which `|` marks where the caret stands, and the actions there. */
export function at(marked: string, others: readonly SourceFile[] = []) {
  const uri = 'file:///project/it.pathway';
  const offset = marked.indexOf('|');
  const before = marked.slice(0, offset).split('\n');
  const desk = new Desk([{ uri, text: marked.replace('|', '') }, ...others]);
  const actions = desk.actions(before.length - 1, before.at(-1)!.length);
  return {
    desk,
    actions,
    titles: actions.map(({ title }) => title),
    /** The text of the file after the action with this title. */
    take(title: string, of = uri): string {
      const action = actions.find((one) => one.title === title);
      if (!action) throw new Error(`No '${title}' among:\n${actions.map((one) => one.title).join('\n')}`);
      return desk.after(action).text(of);
    },
  };
}
