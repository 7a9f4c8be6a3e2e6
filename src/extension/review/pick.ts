import { l10n, type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import type { PathwayEntry } from '../../protocol/preview.ts';
import { type Commit, type Ref, type Repository, refTypes } from './git-api.ts';
import { isRevision, lastCommit, type Moment, revision, staged } from './wish.ts';

interface MomentItem extends QuickPickItem {
  readonly moment?: Moment;
}

/** How many commits are offered by themselves; any other can be written. */
const mostCommits = 15;

/** Asks with which version to compare: a branch, a tag, a commit, or what somebody writes. */
export async function pickMoment(repository: Repository, file: Uri): Promise<Moment | undefined> {
  const picker = window.createQuickPick<MomentItem>();
  picker.title = l10n.t('Compare with Branch, Tag or Commit');
  picker.placeholder = l10n.t('Choose one, or write the name of any revision');
  picker.matchOnDescription = true;
  picker.busy = true;
  let offered: readonly MomentItem[] = [];
  const show = () => {
    picker.items = [...writtenItems(picker.value.trim(), offered), ...offered];
  };
  picker.show();
  try {
    return await new Promise<Moment | undefined>((done) => {
      picker.onDidChangeValue(show);
      picker.onDidAccept(() => done(picker.selectedItems[0]?.moment));
      picker.onDidHide(() => done(undefined));
      void offers(repository, file).then((items) => {
        offered = items;
        picker.busy = false;
        show();
      });
    });
  } finally {
    picker.dispose();
  }
}

async function offers(repository: Repository, file: Uri): Promise<readonly MomentItem[]> {
  const [commits, refs] = await Promise.all([
    repository.log({ maxEntries: mostCommits, path: file.fsPath }).catch(() => []),
    repository.getRefs({ sort: 'committerdate' }).catch(() => []),
  ]);
  const named = (type: number) => refs.filter((ref) => ref.type === type && ref.name).map(refItem);
  return [
    { label: l10n.t('The last commit'), description: 'HEAD', moment: lastCommit },
    { label: l10n.t('What is staged'), moment: staged },
    ...group(l10n.t('Branches'), named(refTypes.branch)),
    ...group(l10n.t('Tags'), named(refTypes.tag)),
    ...group(l10n.t('Commits that changed it'), commits.map(commitItem)),
    ...group(l10n.t('Branches of others'), named(refTypes.remoteBranch)),
  ];
}

function group(label: string, items: readonly MomentItem[]): readonly MomentItem[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

function refItem({ name = '', commit = '' }: Ref): MomentItem {
  return { label: name, description: commit.slice(0, 8), moment: revision(name) };
}

function commitItem({ hash, message, authorName, commitDate }: Commit): MomentItem {
  const when = commitDate?.toLocaleDateString();
  return {
    label: message.split('\n')[0] ?? hash,
    description: [hash.slice(0, 8), authorName, when].filter((part) => part !== undefined).join(' · '),
    moment: revision(hash),
  };
}

/** What somebody writes that is offered by no other name. */
function writtenItems(text: string, offered: readonly MomentItem[]): readonly MomentItem[] {
  if (!isRevision(text) || offered.some(({ label }) => label === text)) return [];
  return [{ label: l10n.t('Compare with {0}', text), alwaysShow: true, moment: revision(text) }];
}

/** Asks which project is meant, where a folder holds several; its folder. */
export async function pickProject(entries: readonly PathwayEntry[]): Promise<string | undefined> {
  const labels = new Map(entries.map(({ project, projectLabel }) => [project, projectLabel]));
  if (labels.size < 2) return [...labels.keys()][0];
  const items = [...labels].map(([folder, label]) => ({ label, description: lastPart(folder), folder }));
  return (await window.showQuickPick(items, { title: l10n.t('Review Which Project?') }))?.folder;
}

/** Asks which pathway of a file is meant, where it has several. */
export async function pickPathway(entries: readonly PathwayEntry[]): Promise<PathwayEntry | undefined> {
  if (entries.length < 2) return entries[0];
  const items = entries.map((entry) => ({ label: entry.label, description: entry.name, entry }));
  return (await window.showQuickPick(items, { title: l10n.t('Review Which Pathway?') }))?.entry;
}

function lastPart(folder: string): string {
  return decodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1));
}
