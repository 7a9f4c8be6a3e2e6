import { EventEmitter, ThemeColor, ThemeIcon, type TreeDataProvider, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type {
  Counts,
  EntryKind,
  FindingEntry,
  FindingGroup,
  FindingsResult,
  Grouping,
} from '../../protocol/findings.ts';
import { SHOW } from '../../protocol/requests.ts';
import { numberOf } from './numbers.ts';
import { countsInWords, groupInWords, kindInWords, placeInWords } from './words.ts';

type Node = FindingGroup | FindingEntry;

/** Longer lists come closed, so that a reader sees first what there is. */
const mostOpen = 60;

const shownKinds: readonly EntryKind[] = ['error', 'warning', 'info', 'question', 'gap', 'risk', 'accepted'];

/** The list of findings as a tree of groups. It shows what it is given and asks for nothing. */
export class FindingsTree implements TreeDataProvider<Node> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #by: Grouping = 'pathway';
  #result: Promise<FindingsResult>;
  #deliver: (result: FindingsResult) => void = () => {};
  #shown = '';

  constructor() {
    this.#result = new Promise((resolve) => {
      this.#deliver = resolve;
    });
  }

  /** Shows other findings; nothing moves where they are the same. */
  show(result: FindingsResult, by: Grouping): void {
    const shown = JSON.stringify([by, result]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#by = by;
    this.#deliver(result);
    this.#result = Promise.resolve(result);
    this.#changed.fire();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return isGroup(node) ? [...node.entries] : [];
    return [...(await this.#result).groups];
  }

  async getTreeItem(node: Node): Promise<TreeItem> {
    const { shown } = await this.#result;
    return isGroup(node) ? groupItem(node, this.#by, shown <= mostOpen) : entryItem(node);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

const isGroup = (node: Node): node is FindingGroup => 'entries' in node;

function groupItem(group: FindingGroup, by: Grouping, open: boolean): TreeItem {
  const label = groupInWords(group);
  const item = new TreeItem(label, open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  const said = countsInWords(countsOf(group), shownKinds);
  item.id = `${by} ${group.key}`;
  item.description = group.beside === '' ? said : `${said} (${group.beside})`;
  item.tooltip = `${label}: ${item.description}`;
  item.accessibilityInformation = { label: item.tooltip };
  item.resourceUri = numberOf(group);
  return item;
}

function countsOf({ entries }: FindingGroup): Partial<Counts> {
  return Object.fromEntries(shownKinds.map((kind) => [kind, entries.filter((entry) => entry.kind === kind).length]));
}

function entryItem(entry: FindingEntry): TreeItem {
  const { beside, kind, place, text } = entry;
  const item = new TreeItem(text, TreeItemCollapsibleState.None);
  const where = placeInWords(entry);
  item.description = beside;
  item.iconPath = icons[kind];
  item.tooltip = [`${kindInWords(kind)}: ${text}`, beside, where].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: [kindInWords(kind), text, beside, where].filter(Boolean).join(', ') };
  item.command = { command: SHOW, title: text, arguments: [place.file, place.line, place.character] };
  return item;
}

/** Each kind has a shape of its own, so that nobody needs to see its colour. */
const icons: Readonly<Record<EntryKind, ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  info: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  question: new ThemeIcon('question'),
  gap: new ThemeIcon('circle-slash'),
  risk: new ThemeIcon('flame'),
  accepted: new ThemeIcon('pass'),
};
