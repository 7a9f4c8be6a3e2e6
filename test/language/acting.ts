import type { Action } from '../../src/language/actions/action.ts';
import { actionsAt } from '../../src/language/actions/actions.ts';
import { applied, type Change } from '../../src/language/actions/change.ts';
import type { CheckedProject } from '../../src/language/checker.ts';
import { Workspace } from '../../src/language/workspace.ts';
import { type SourceFile, TODAY } from '../support/fixture.ts';

/** A project of texts that actions are taken in. */
export class Desk {
  readonly #workspace = new Workspace('file:///project');
  readonly #uri: string;
  readonly #answered = new WeakMap<Action, Desk>();

  /** What is the same in an earlier state is not read again. */
  constructor(files: readonly SourceFile[], earlier?: Workspace) {
    this.#uri = files[0]!.uri;
    for (const { uri, text } of files) this.#workspace.set(uri, text, earlier?.get(uri));
  }

  get checked(): CheckedProject {
    return this.#workspace.projectOf(this.#uri, TODAY)!;
  }

  text(uri = this.#uri): string {
    return this.#workspace.get(uri)?.text ?? '';
  }

  /** The actions at a line and character; from there to the end of another place, if one is given. */
  actions(line: number, character: number, uri = this.#uri, end = { line, character }): readonly Action[] {
    return actionsAt(this.checked, this.#workspace.get(uri)!, { start: { line, character }, end });
  }

  /** The texts after the action, as another desk. */
  after({ changes }: Action): Desk {
    const uris = new Set([...this.#workspace.uris(), ...changes.keys()]);
    return new Desk(
      [...uris].map((uri) => ({
        uri,
        text: applied(this.#workspace.get(uri)?.text ?? '', changes.get(uri) ?? []),
      })),
      this.#workspace,
    );
  }

  /** The texts after the action, once its author has written a plausible answer wherever the action leaves the caret. */
  answered(action: Action): Desk {
    const known = this.#answered.get(action);
    if (known) return known;
    const changes = [...action.changes].map(
      ([uri, all]) => [uri, all.map((change) => this.#answer(this.#workspace.get(uri)?.text ?? '', change))] as const,
    );
    const desk = this.after({ ...action, changes: new Map(changes) });
    this.#answered.set(action, desk);
    return desk;
  }

  #answer(text: string, change: Change): Change {
    const holes = change.holes.filter(({ length }) => length === 0).toSorted((a, b) => b.at - a.at);
    const organisation = [...this.checked.project.organisations.keys()][0] ?? 'nobody';
    const answers: Readonly<Record<string, string>> = {
      for: '2025/26',
      due: '2030-01',
      until: '2030-01',
      by: '2030-01',
    };
    const filled = holes.reduce((written, { at }) => {
      const before = text.slice(0, change.start) + written.slice(0, at);
      const answer = before.endsWith('"')
        ? 'An answer'
        : (answers[/(\S+)\s*$/.exec(before)?.[1] ?? ''] ?? organisation);
      return written.slice(0, at) + answer + written.slice(at);
    }, change.text);
    return { ...change, text: filled, holes: [] };
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
