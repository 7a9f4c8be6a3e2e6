import { Disposable, window } from 'vscode';
import { REGISTER_ROWS, type RegisterRowsParams, type RegisterRowsResult } from '../../protocol/report.ts';
import type { LanguageClientOwner } from '../client.ts';
import { Again } from '../findings/again.ts';
import { type LastFile, registersOf } from '../report/project.ts';
import { RegistersTree } from './tree.ts';

/** How long the text rests before the list follows it, in milliseconds: nobody reads it while typing. */
const rest = 500;

/** Adds the list of registers in the side bar: those of the project that somebody works in. */
export function registerRegisters(owner: LanguageClientOwner, file: LastFile): Disposable {
  const tree = new RegistersTree((at, register) => {
    const params: RegisterRowsParams = { at, register };
    return owner.client.sendRequest<RegisterRowsResult>(REGISTER_ROWS, params);
  });
  const view = window.createTreeView('care-pathways.registers', { treeDataProvider: tree, showCollapseAll: true });
  const list = new Again(async () => {
    if (!view.visible) return;
    const result = await registersOf(owner.client, file.meant);
    await tree.show(result);
    view.description = result?.project.title ?? '';
  }, rest);
  list.soon();
  return Disposable.from(
    view,
    tree,
    list,
    owner.onChanged(() => list.soon()),
    view.onDidChangeVisibility(() => list.soon()),
    file.onChanged(() => list.soon()),
  );
}
