import {
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import type {
  RegisterEntry,
  RegisterGroup,
  RegisterRow,
  RegisterRowsResult,
  RegistersResult,
} from '../../protocol/report.ts';
import { SHOW } from '../../protocol/requests.ts';

export type RegisterNode =
  | { readonly kind: 'group'; readonly group: RegisterGroup }
  | { readonly kind: 'register'; readonly register: RegisterEntry }
  | { readonly kind: 'row'; readonly row: RegisterRow }
  /** Rows that are not listed, of which there are so many. */
  | { readonly kind: 'more'; readonly register: RegisterEntry; readonly count: number };

/** Asks for the rows of a register of a project. */
export type AskRows = (project: string, register: string) => Promise<RegisterRowsResult>;

/** The registers of a project as a tree. The rows of a register are asked for when somebody opens it. */
export class RegistersTree implements TreeDataProvider<RegisterNode> {
  readonly #ask: AskRows;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #result: Promise<RegistersResult>;
  #deliver: (result: RegistersResult) => void = () => {};
  #shown = '';
  /** The rows of the registers that were ever opened, by their names. VS Code remembers them too. */
  #rows = new Map<string, RegisterRowsResult>();

  constructor(ask: AskRows) {
    this.#ask = ask;
    this.#result = new Promise((resolve) => {
      this.#deliver = resolve;
    });
  }

  /** Shows the registers as they are now, and the rows that are known of; nothing moves where they are the same. */
  async show(result: RegistersResult): Promise<void> {
    const rows = result ? await this.#rowsAgain(result) : [];
    const shown = JSON.stringify([result, rows]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#rows = new Map(rows);
    this.#deliver(result);
    this.#result = Promise.resolve(result);
    this.#changed.fire();
  }

  async getChildren(node?: RegisterNode): Promise<RegisterNode[]> {
    if (!node) return ((await this.#result)?.groups ?? []).map((group) => ({ kind: 'group', group }));
    if (node.kind === 'group') return node.group.registers.map((register) => ({ kind: 'register', register }));
    return node.kind === 'register' ? this.#rowsOf(node.register) : [];
  }

  getTreeItem(node: RegisterNode): TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node.group);
      case 'register':
        return registerItem(node.register);
      case 'row':
        return rowItem(node.row);
      case 'more':
        return moreItem(node);
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #rowsOf(register: RegisterEntry): Promise<RegisterNode[]> {
    const project = (await this.#result)?.project.folder;
    if (project === undefined) return [];
    const known = this.#rows.get(register.name) ?? (await this.#ask(project, register.name));
    this.#rows.set(register.name, known);
    const rows = known.rows.map((row): RegisterNode => ({ kind: 'row', row }));
    const count = known.total - known.rows.length;
    return count === 0 ? rows : [...rows, { kind: 'more', register, count }];
  }

  #rowsAgain({ project, groups }: NonNullable<RegistersResult>) {
    const names = groups.flatMap(({ registers }) => registers.map(({ name }) => name));
    const open = names.filter((name) => this.#rows.has(name));
    return Promise.all(open.map(async (name) => [name, await this.#ask(project.folder, name)] as const));
  }
}

function groupItem({ name, title }: RegisterGroup): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  item.id = `group ${name}`;
  return item;
}

/** A register without rows stays in the list, faded: that there are none is worth knowing. */
function registerItem({ name, title, label, about, empty, count }: RegisterEntry): TreeItem {
  const isEmpty = count === 0;
  const item = new TreeItem(label, isEmpty ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed);
  item.id = `register ${name}`;
  item.contextValue = 'register';
  item.iconPath = new ThemeIcon('table', isEmpty ? new ThemeColor('disabledForeground') : undefined);
  item.description = isEmpty ? l10n.t('none') : String(count);
  item.tooltip = [title, about, ...(isEmpty ? [empty] : [])].join('\n');
  const counted = count === 1 ? l10n.t('1 row') : l10n.t('{0} rows', count);
  item.accessibilityInformation = { label: isEmpty ? `${title}: ${empty}` : `${title}, ${counted}` };
  return item;
}

function rowItem({ label, beside, cells, where, place }: RegisterRow): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.description = beside;
  item.tooltip = [...cells.map(([heading, text]) => `${heading}: ${text}`), where].join('\n');
  item.accessibilityInformation = { label: [label, beside, where].filter(Boolean).join(', ') };
  item.command = { command: SHOW, title: label, arguments: [place.file, place.line, place.character] };
  return item;
}

function moreItem(node: Extract<RegisterNode, { readonly kind: 'more' }>): TreeItem {
  const label = l10n.t('{0} more rows, which the report shows', node.count);
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: 'care-pathways.openRegister', title: label, arguments: [node] };
  return item;
}
